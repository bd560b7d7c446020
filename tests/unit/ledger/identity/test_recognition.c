/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/identity/recognition.h"

#include "support/test.h"

enum { MAX = 8 };

/* A state of the code: files as texts, and the lines that a rule finds in them. */
struct state_of_code {
    struct pv_observation list[MAX];
    struct pv_observed_file files[MAX];
    struct pv_observations all;
};

static void see(struct state_of_code *at, const char *path, const char *text, const char *scope,
                uint32_t line)
{
    uint32_t file = 0;
    while (file < at->all.n_files && !pv_str_eq(at->files[file].path, pv_str_of(path)))
        file++;
    if (file == at->all.n_files) {
        at->files[file].path = pv_str_of(path);
        pv_sketch_take(pv_str_of(text), &at->files[file].sketch);
        at->all.n_files++;
    }
    struct pv_observation *seen = &at->list[at->all.n++];
    *seen = (struct pv_observation){.rule = PV_STR("r"),
                                    .path = pv_str_of(path),
                                    .scope = pv_str_of(scope),
                                    .line = line,
                                    .file = file};
    pv_footprint_take(pv_str_of(text), line, line, &seen->footprint);
    at->all.p = at->list;
    at->all.files = at->files;
}

/* What each of the later ones is: the number of an earlier one, or -1. */
static void check(struct state_of_code *earlier, struct state_of_code *later, const int *wanted,
                  size_t n)
{
    struct pv_arena mem = {0};
    struct pv_recognition *found = NULL;
    earlier->all.p = earlier->list;
    earlier->all.files = earlier->files;
    assert_ok(pv_recognition_match(&mem, &earlier->all, &later->all, &found, NULL));
    assert_int_equal(later->all.n, n);
    for (size_t i = 0; i < n; i++)
        assert_int_equal(found[i].earlier == PV_RECOGNITION_NONE ? -1 : (int)found[i].earlier,
                         wanted[i]);
    pv_arena_clear(&mem);
}

static void twins_keep_their_order(void **state)
{
    struct state_of_code a = {0};
    struct state_of_code b = {0};
    (void)state;
    see(&a, "a", "md5(x)\n1\nmd5(x)\n2\nmd5(x)\n", "f", 1);
    see(&a, "a", "md5(x)\n1\nmd5(x)\n2\nmd5(x)\n", "f", 3);
    see(&a, "a", "md5(x)\n1\nmd5(x)\n2\nmd5(x)\n", "f", 5);
    /* The last is gone; those before it stay who they are. */
    see(&b, "a", "md5(x)\n1\nmd5(x)\n2\nend\n", "f", 1);
    see(&b, "a", "md5(x)\n1\nmd5(x)\n2\nend\n", "f", 3);
    check(&a, &b, (const int[]){0, 1}, 2);
}

static void an_edited_line_is_known_by_its_scope(void **state)
{
    struct state_of_code a = {0};
    struct state_of_code b = {0};
    (void)state;
    see(&a, "a", "d = md5(x).hexdigest()\n", "f", 1);
    see(&b, "a", "\nd = md5(x + y).hexdigest()\n", "f", 2);
    see(&b, "a", "\nd = md5(x + y).hexdigest()\n\nother(things)\n", "f", 4);
    check(&a, &b, (const int[]){0, -1}, 2);
}

static void a_renamed_file_is_known_by_its_lines(void **state)
{
    static const char text[] =
        "import os\nimport sys\ndef one(a):\n  return a\nmd5(x)\nlast line\n";
    struct state_of_code a = {0};
    struct state_of_code b = {0};
    (void)state;
    see(&a, "old", text, "f", 5);
    see(&b, "new", text, "f", 5);
    a.files[0].is_gone = true;
    check(&a, &b, (const int[]){0}, 1);
}

static void a_move_must_be_unique(void **state)
{
    struct state_of_code a = {0};
    struct state_of_code b = {0};
    (void)state;
    see(&a, "a", "md5(x)\n", "f", 1);
    see(&b, "b", "long\nother\nmd5(x)\n", "f", 3);
    check(&a, &b, (const int[]){0}, 1);
    see(&b, "c", "some\nthing\nmd5(x)\n", "f", 3);
    check(&a, &b, (const int[]){-1, -1}, 2);
}

static void rules_do_not_mix(void **state)
{
    struct state_of_code a = {0};
    struct state_of_code b = {0};
    (void)state;
    see(&a, "a", "md5(x)\n", "f", 1);
    see(&b, "a", "md5(x)\n", "f", 1);
    b.list[0].rule = PV_STR("other");
    check(&a, &b, (const int[]){-1}, 1);
}

static void one_is_matched_once(void **state)
{
    struct state_of_code a = {0};
    struct state_of_code b = {0};
    (void)state;
    see(&a, "a", "md5(x)\n", "f", 1);
    see(&b, "a", "md5(x)\nmd5(x)\n", "f", 1);
    see(&b, "a", "md5(x)\nmd5(x)\n", "f", 2);
    check(&a, &b, (const int[]){0, -1}, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twins_keep_their_order),
        cmocka_unit_test(an_edited_line_is_known_by_its_scope),
        cmocka_unit_test(a_renamed_file_is_known_by_its_lines),
        cmocka_unit_test(a_move_must_be_unique),
        cmocka_unit_test(rules_do_not_mix),
        cmocka_unit_test(one_is_matched_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
