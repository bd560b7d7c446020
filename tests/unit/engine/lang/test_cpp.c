/* SPDX-License-Identifier: Apache-2.0 */
#include "base/attr.h"

#include "support/lang_text.h"
#include "support/test.h"

static const struct lang_case cases[] = {
    {"int x = 1, *p; std::string s(\"a\"); auto [a, b] = f();",
     "(VAR; TYPE:(TYPE int) TARGET:(NAME x) VALUE:(INT 1)) (VAR; TYPE:(POINTER_TYPE TYPE:(TYPE "
     "int)) TARGET:(NAME p)) (VAR; TYPE:(TYPE std::string) TARGET:(NAME s) ARGS:(ARGS (STRING "
     "(TEXT a)))) (VAR; TYPE:(TYPE auto) TARGET:(TUPLE (NAME a) (NAME b)) VALUE:(CALL "
     "CALLEE:(NAME f) ARGS:(ARGS)))"},
    {"#include <vector>\nusing namespace std; using std::cin; namespace n { int f(); }",
     "(IMPORT MODULE:(NAME vector)) (IMPORT MODULE:(NAME std) ITEM:(STAR std)) (IMPORT "
     "MODULE:(NAME std) ITEM:(ITEM NAME:(NAME cin))) (FUNC RESULT:(TYPE int) NAME:(NAME f) "
     "PARAMS:(PARAMS))"},
    {"class A : public B { public: A(int x) : y(x) { } virtual ~A(); int f(int a = 1) const; "
     "private: int y; };",
     "(CLASS NAME:(NAME A) BASE:(TYPE B) BODY:(CLASS_BODY (FUNC NAME:(NAME A) PARAMS:(PARAMS "
     "(PARAM TYPE:(TYPE int) TARGET:(NAME x))) INIT:(BLOCK (CALL CALLEE:(NAME y) "
     "ARGS:(ARGS (NAME x)))) BODY:(BLOCK)) (FUNC NAME:(NAME ~A) "
     "PARAMS:(PARAMS)) (FUNC RESULT:(TYPE int) NAME:(NAME f) PARAMS:(PARAMS (PARAM TYPE:(TYPE "
     "int) TARGET:(NAME a) DEFAULT:(INT 1)))) (VAR; TYPE:(TYPE int) TARGET:(NAME y))))"},
    {"template <typename T> T g(T x) { return x; }",
     "(FUNC RESULT:(TYPE T) NAME:(NAME g) PARAMS:(PARAMS (PARAM TYPE:(TYPE T) TARGET:(NAME "
     "x))) BODY:(BLOCK (RETURN; VALUE:(NAME x))))"},
    {"void A::f() { this->y = n::h<int>(1); q->z(); }",
     "(FUNC RESULT:(TYPE void) NAME:(ACCESS OBJECT:(NAME A) FIELD:(NAME f)) PARAMS:(PARAMS) "
     "BODY:(BLOCK (EXPR_STMT; VALUE:(ASSIGN== TARGET:(ACCESS=-> OBJECT:(NAME this) FIELD:(NAME "
     "y)) VALUE:(CALL CALLEE:(ACCESS OBJECT:(NAME n) FIELD:(NAME h)) TYPE_PARAMS:(TYPE_ARGS "
     "(TYPE int)) ARGS:(ARGS (INT 1))))) "
     "(EXPR_STMT; VALUE:(CALL CALLEE:(ACCESS=-> OBJECT:(NAME q) FIELD:(NAME z)) ARGS:(ARGS)))))"},
    {"int *p = new int[3]; T *t = new T(1); delete p;",
     "(VAR; TYPE:(POINTER_TYPE TYPE:(TYPE int)) TARGET:(NAME p) VALUE:(NEW TYPE:(ARRAY_TYPE "
     "TYPE:(TYPE int)) ARGS:(ARGS (INT 3)))) (VAR; TYPE:(POINTER_TYPE TYPE:(TYPE T)) "
     "TARGET:(NAME t) VALUE:(NEW TYPE:(TYPE T) ARGS:(ARGS (INT 1)))) (EXPR_STMT; "
     "VALUE:(DELETE VALUE:(NAME p)))"},
    {"void f() { T x(a, b(c)); delete[] p; }",
     "(FUNC RESULT:(TYPE void) NAME:(NAME f) PARAMS:(PARAMS) BODY:(BLOCK (VAR; TYPE:(TYPE T) "
     "TARGET:(NAME x) ARGS:(ARGS (NAME a) (CALL CALLEE:(NAME b) ARGS:(ARGS (NAME c))))) "
     "(EXPR_STMT; VALUE:(DELETE=[] VALUE:(NAME p)))))"},
    {"T x(a);", "(FUNC RESULT:(TYPE T) NAME:(NAME x) PARAMS:(PARAMS (PARAM TYPE:(TYPE a))))"},
    {"auto l = [&](int x) { return x + 1; };",
     "(VAR; TYPE:(TYPE auto) TARGET:(NAME l) VALUE:(LAMBDA PARAMS:(PARAMS (PARAM TYPE:(TYPE "
     "int) TARGET:(NAME x))) BODY:(BLOCK (RETURN; VALUE:(BINARY=+ LEFT:(NAME x) RIGHT:(INT "
     "1))))))"},
    {"for (auto &x : xs) { f(x); }",
     "(FOR_EACH TYPE:(TYPE auto) TARGET:(NAME x) VALUE:(NAME xs) BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS (NAME x))))))"},
    {"try { f(); } catch (const std::exception &e) { throw; } catch (...) { }",
     "(TRY BODY:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME f) ARGS:(ARGS)))) CATCH:(CATCH "
     "TYPE:(TYPE std::exception) TARGET:(NAME e) BODY:(BLOCK (THROW;))) CATCH:(CATCH "
     "BODY:(BLOCK)))"},
    {"if (auto *x = f()) { g(x); }",
     "(IF COND:(VAR; TYPE:(POINTER_TYPE TYPE:(TYPE auto)) TARGET:(NAME x) VALUE:(CALL "
     "CALLEE:(NAME f) ARGS:(ARGS))) THEN:(BLOCK (EXPR_STMT; VALUE:(CALL CALLEE:(NAME g) "
     "ARGS:(ARGS (NAME x))))))"},
    {"char *s = R\"(raw)\"; std::vector<int> v = {1, 2};",
     "(VAR; TYPE:(POINTER_TYPE TYPE:(TYPE char)) TARGET:(NAME s) VALUE:(STRING (TEXT raw))) "
     "(VAR; TYPE:(ACCESS OBJECT:(NAME std) FIELD:(GENERIC TYPE:(TYPE vector) ARGS:(TYPE_ARGS "
     "(TYPE int)))) TARGET:(NAME v) VALUE:(ARRAY (INT 1) (INT 2)))"},
    {"void m() { std::cout << x; }",
     "(FUNC RESULT:(TYPE void) NAME:(NAME m) PARAMS:(PARAMS) BODY:(BLOCK (EXPR_STMT; "
     "VALUE:(BINARY=<< LEFT:(ACCESS OBJECT:(NAME std) FIELD:(NAME cout)) RIGHT:(NAME x)))))"},
};

static void lowers_cpp(void **state)
{
    (void)state;
    check_lang_cases("cpp", cases, PV_COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_cpp),
    };
    return cmocka_run_group_tests_name("cpp", tests, NULL, NULL);
}
