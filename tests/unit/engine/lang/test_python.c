/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "base/buf.h"

#include "support/test.h"

static const struct {
    const char *code;
    const char *dump; /* below FILE */
} cases[] = {
    {"import os.path as p, sys\n", "  IMPORT\n"
                                   "    MODULE: ACCESS\n"
                                   "      OBJECT: NAME 'os'\n"
                                   "      FIELD: NAME 'path'\n"
                                   "    ITEM: ITEM\n"
                                   "      ALIAS: NAME 'p'\n"
                                   "  IMPORT\n"
                                   "    MODULE: NAME 'sys'\n"},
    {"from ..a import b as c, d\n", "  IMPORT\n"
                                    "    MODULE: NAME '..a'\n"
                                    "    ITEM: ITEM\n"
                                    "      NAME: NAME 'b'\n"
                                    "      ALIAS: NAME 'c'\n"
                                    "    ITEM: ITEM\n"
                                    "      NAME: NAME 'd'\n"},
    {"from y import *\n", "  IMPORT\n"
                          "    MODULE: NAME 'y'\n"
                          "    ITEM: STAR '*'\n"},
    {"@a\nasync def f(x, *y: int, z=1) -> T: pass\n", "  FUNC\n"
                                                      "    ATTR: ATTR\n"
                                                      "      VALUE: NAME 'a'\n"
                                                      "    MODIFIER: MODIFIER 'async'\n"
                                                      "    NAME: NAME 'f'\n"
                                                      "    PARAMS: PARAMS\n"
                                                      "      PARAM\n"
                                                      "        TARGET: NAME 'x'\n"
                                                      "      REST\n"
                                                      "        TARGET: NAME 'y'\n"
                                                      "        TYPE: TYPE 'int'\n"
                                                      "      PARAM\n"
                                                      "        TARGET: NAME 'z'\n"
                                                      "        DEFAULT: INT '1'\n"
                                                      "    RESULT: TYPE 'T'\n"
                                                      "    BODY: BLOCK\n"
                                                      "      PASS 'pass'\n"},
    {"if a: b\nelif c: d\nelse: e\n", "  IF\n"
                                      "    COND: NAME 'a'\n"
                                      "    THEN: BLOCK\n"
                                      "      EXPR_STMT\n"
                                      "        VALUE: NAME 'b'\n"
                                      "    ELSE: BLOCK\n"
                                      "      IF\n"
                                      "        COND: NAME 'c'\n"
                                      "        THEN: BLOCK\n"
                                      "          EXPR_STMT\n"
                                      "            VALUE: NAME 'd'\n"
                                      "        ELSE: BLOCK\n"
                                      "          EXPR_STMT\n"
                                      "            VALUE: NAME 'e'\n"},
    {"try: a\nexcept E as e: b\nelse: c\nfinally: d\n", "  TRY\n"
                                                        "    BODY: BLOCK\n"
                                                        "      EXPR_STMT\n"
                                                        "        VALUE: NAME 'a'\n"
                                                        "    CATCH: CATCH\n"
                                                        "      TYPE: NAME 'E'\n"
                                                        "      TARGET: NAME 'e'\n"
                                                        "      BODY: BLOCK\n"
                                                        "        EXPR_STMT\n"
                                                        "          VALUE: NAME 'b'\n"
                                                        "    ELSE: BLOCK\n"
                                                        "      EXPR_STMT\n"
                                                        "        VALUE: NAME 'c'\n"
                                                        "    FINALLY: BLOCK\n"
                                                        "      EXPR_STMT\n"
                                                        "        VALUE: NAME 'd'\n"},
    {"x = f(1, *a, k=b'c', **d)\n", "  EXPR_STMT\n"
                                    "    VALUE: ASSIGN\n"
                                    "      TARGET: NAME 'x'\n"
                                    "      VALUE: CALL\n"
                                    "        CALLEE: NAME 'f'\n"
                                    "        ARGS: ARGS\n"
                                    "          INT '1'\n"
                                    "          SPREAD\n"
                                    "            VALUE: NAME 'a'\n"
                                    "          KWARG\n"
                                    "            NAME: NAME 'k'\n"
                                    "            VALUE: STRING\n"
                                    "              TEXT 'c'\n"
                                    "          SPREAD_KW\n"
                                    "            VALUE: NAME 'd'\n"},
    {"x: int = (1)\n", "  VAR\n"
                       "    TARGET: NAME 'x'\n"
                       "    TYPE: TYPE 'int'\n"
                       "    VALUE: INT '1'\n"},
    {"f'a{b}c' ''\n", "  EXPR_STMT\n"
                      "    VALUE: CONCAT\n"
                      "      STRING\n"
                      "        TEXT 'a'\n"
                      "        INTERP\n"
                      "          VALUE: NAME 'b'\n"
                      "        TEXT 'c'\n"
                      "      STRING\n"
                      "        TEXT ''\n"},
    {"a < b not in c\n", "  EXPR_STMT\n"
                         "    VALUE: BINARY\n"
                         "      LEFT: BINARY\n"
                         "        LEFT: NAME 'a'\n"
                         "        RIGHT: NAME 'b'\n"
                         "      RIGHT: NAME 'c'\n"},
    {"a[1:, 2]\n", "  EXPR_STMT\n"
                   "    VALUE: INDEX\n"
                   "      OBJECT: NAME 'a'\n"
                   "      ARGS: TUPLE\n"
                   "        SLICE\n"
                   "          LEFT: INT '1'\n"
                   "        INT '2'\n"},
    {"class C(B, m=M):\n  x = 1\n", "  CLASS\n"
                                    "    NAME: NAME 'C'\n"
                                    "    BASE: NAME 'B'\n"
                                    "    BASE: KWARG\n"
                                    "      NAME: NAME 'm'\n"
                                    "      VALUE: NAME 'M'\n"
                                    "    BODY: CLASS_BODY\n"
                                    "      EXPR_STMT\n"
                                    "        VALUE: ASSIGN\n"
                                    "          TARGET: NAME 'x'\n"
                                    "          VALUE: INT '1'\n"},
    {"with a as b, c: d\n", "  WITH\n"
                            "    RESOURCE: RESOURCE\n"
                            "      VALUE: NAME 'a'\n"
                            "      TARGET: NAME 'b'\n"
                            "    RESOURCE: RESOURCE\n"
                            "      VALUE: NAME 'c'\n"
                            "    BODY: BLOCK\n"
                            "      EXPR_STMT\n"
                            "        VALUE: NAME 'd'\n"},
    {"{**a, 'b': [c for c in d if e]}\n", "  EXPR_STMT\n"
                                          "    VALUE: DICT\n"
                                          "      SPREAD_KW\n"
                                          "        VALUE: NAME 'a'\n"
                                          "      PAIR\n"
                                          "        KEY: STRING\n"
                                          "          TEXT 'b'\n"
                                          "        VALUE: COMPREHENSION\n"
                                          "          VALUE: NAME 'c'\n"
                                          "          FOR_EACH\n"
                                          "            TARGET: NAME 'c'\n"
                                          "            VALUE: NAME 'd'\n"
                                          "          COND: NAME 'e'\n"},
};

static void lowers_each_construct(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
        struct pv_tree tree = {0};
        assert_ok(pv_lang_parse(&mem, pv_lang_find(PV_STR("python")), pv_str_of(cases[i].code),
                                NULL, &tree, NULL));
        pv_tree_dump(&tree, 0, NULL, &out);
        pv_buf_add_byte(&out, '\0');
        assert_string_equal(out.p + sizeof "FILE", cases[i].dump);
        assert_int_equal(tree.error_bytes, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lowers_each_construct),
    };
    return cmocka_run_group_tests_name("python", tests, NULL, NULL);
}
