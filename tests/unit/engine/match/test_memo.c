/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/memo.h"

#include "support/test.h"

struct fixture {
    struct pv_arena mem;
    struct pv_formula formula;
    struct pv_match_file file;
    struct pv_match_memo memo;
};

static void begin(struct fixture *f, uint64_t steps)
{
    *f = (struct fixture){.formula.kind = PV_FORMULA_REGEX};
    assert_ok(pv_regex_compile(PV_STR("b."), (struct pv_regex_options){.multiline = true},
                               &f->formula.regex, NULL));
    f->file.text = PV_STR("a b1 b2");
    f->file.end = (uint32_t)f->file.text.n;
    pv_match_memo_init(&f->memo, 0, steps);
}

static void end(struct fixture *f)
{
    pv_formula_clear(&f->formula);
    pv_match_memo_clear(&f->memo);
    pv_arena_clear(&f->mem);
}

static struct pv_matches find(struct fixture *f)
{
    struct pv_match_budget none = {0};
    struct pv_matches out = {0};
    assert_ok(pv_match_memo_find(&f->mem, &f->formula, &f->file, &none, &out, NULL));
    return out;
}

static void finds_once_what_is_asked_twice(void **state)
{
    struct fixture f;
    (void)state;
    begin(&f, 1000);
    f.file.memo = &f.memo;
    struct pv_matches first = find(&f);
    struct pv_matches again = find(&f);
    assert_int_equal(first.list.n, 2);
    assert_int_equal(first.list.p[1].start, 5);
    assert_ptr_equal(first.list.p, again.list.p);
    assert_int_equal(f.memo.list.n, 1);
    end(&f);
}

static void keeps_nothing_for_a_file_without_one(void **state)
{
    struct fixture f;
    struct pv_match_budget budget = {.steps_left = 1000};
    struct pv_matches out = {0};
    (void)state;
    begin(&f, 1000);
    assert_ok(pv_match_memo_find(&f.mem, &f.formula, &f.file, &budget, &out, NULL));
    assert_int_equal(out.list.n, 2);
    assert_int_equal(f.memo.list.n, 0);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_once_what_is_asked_twice),
        cmocka_unit_test(keeps_nothing_for_a_file_without_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
