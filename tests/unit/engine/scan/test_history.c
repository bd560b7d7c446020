/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/history.h"

#include "support/test.h"

#define BLOB_A "0123456789012345678901234567890123456789"
#define BLOB_B "abcdefabcdefabcdefabcdefabcdefabcdefabcd"
#define NONE "0000000000000000000000000000000000000000"
#define COMMIT(name) "\1" name "\2Ann B\0022026-01-02T03:04:05Z\0\n"

static void keeps_the_commit_that_brought_a_text_first(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_history history = {0};
    struct pv_str answer =
        PV_STR(COMMIT("first") ":000000 100644 " NONE " " BLOB_A " A\0a.py\0" COMMIT(
            "second") ":100644 100644 " BLOB_A " " BLOB_B " M\0a.py\0"
                      ":000000 100755 " NONE " " BLOB_A " A\0b.py\0");
    (void)state;
    assert_ok(pv_history_read(&mem, answer, &history, NULL));
    assert_int_equal(history.n_commits, 2);
    assert_int_equal(history.texts.n, 2);
    assert_true(pv_str_eq(history.texts.p[0].path, PV_STR("a.py")));
    assert_true(pv_str_eq(history.texts.p[0].origin.commit, PV_STR("first")));
    assert_true(pv_str_eq(history.texts.p[0].origin.author, PV_STR("Ann B")));
    assert_true(pv_str_eq(history.texts.p[0].origin.date, PV_STR("2026-01-02T03:04:05Z")));
    assert_true(pv_str_eq(history.texts.p[1].origin.commit, PV_STR("second")));
    assert_int_equal(history.texts.p[1].origin.order, 1);
}

/* A link's text is a path, and a module's is a commit of elsewhere. */
static void leaves_out_links_and_modules(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_history history = {0};
    struct pv_str answer = PV_STR(COMMIT("first") ":000000 120000 " NONE " " BLOB_A " A\0link\0"
                                                  ":000000 160000 " NONE " " BLOB_B " A\0module\0");
    (void)state;
    assert_ok(pv_history_read(&mem, answer, &history, NULL));
    assert_int_equal(history.texts.n, 0);
}

static void refuses_what_git_would_not_say(void **state)
{
    static const char *const answers[] = {"something else", "\1", ":000000 100644 a b A"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        struct pv_history history = {0};
        assert_code(PV_SYNTAX, pv_history_read(&mem, pv_str_of(answers[i]), &history, NULL));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_the_commit_that_brought_a_text_first),
        cmocka_unit_test(leaves_out_links_and_modules),
        cmocka_unit_test(refuses_what_git_would_not_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
