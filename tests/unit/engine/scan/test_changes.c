/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/changes.h"

#include "base/buf.h"
#include "support/scratch.h"
#include "support/test.h"
#include "sys/process.h"

#include <stdlib.h>
#include <unistd.h>

struct fixture {
    struct scratch scratch;
    char *before; /* the folder that the test program runs in */
};

static void run(struct fixture *f, const char *script)
{
    PV_DEFER(pv_buf_clear) struct pv_buf output = {0};
    /* No configuration but our own, and no clock: the same commits each time. */
    static const char *const set[] = {"GIT_CONFIG_GLOBAL=/dev/null",
                                      "GIT_CONFIG_NOSYSTEM=1",
                                      "GIT_AUTHOR_NAME=a",
                                      "GIT_AUTHOR_EMAIL=a@example.org",
                                      "GIT_COMMITTER_NAME=a",
                                      "GIT_COMMITTER_EMAIL=a@example.org",
                                      "GIT_AUTHOR_DATE=2026-01-01T00:00:00Z",
                                      "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z",
                                      NULL};
    const char *argv[] = {"sh", "-ec", script, NULL};
    struct pv_process process = {.argv = argv, .set = set, .timeout_ms = 60000};
    struct pv_process_end end_of = {0};
    assert_ok(pv_process_run(&f->scratch.mem, &process, &output, &end_of, NULL));
    if (end_of.exit_code != 0)
        print_message("%.*s\n", PV_STR_FMT(end_of.error_text));
    assert_int_equal(end_of.exit_code, 0);
}

static int begin(void **state)
{
    static struct fixture f;
    scratch_begin(&f.scratch);
    f.before = getcwd(NULL, 0);
    assert_int_equal(chdir(f.scratch.folder), 0);
    scratch_write(&f.scratch, "a.py", PV_STR("1\n2\n3\n4\n5\n"));
    scratch_write(&f.scratch, "sub/b.py", PV_STR("1\n2\n3\n"));
    scratch_write(&f.scratch, "gone.py", PV_STR("1\n"));
    run(&f, "git init -q -b main .; git add .; git commit -qm one");
    *state = &f;
    return 0;
}

static int end(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(chdir(f->before), 0);
    free(f->before);
    scratch_end(&f->scratch);
    return 0;
}

static void list(struct pv_buf *out, const struct pv_changes *changes)
{
    PV_VEC_EACH (const struct pv_changed_file, file, &changes->files) {
        pv_buf_format(out, "%.*s%s", PV_STR_FMT(file->path), file->is_new ? " new" : "");
        PV_VEC_EACH (const struct pv_line_range, range, &file->lines)
            if (!file->is_new)
                pv_buf_format(out, " %u-%u", range->first, range->last);
        PV_BUF_LIT(out, ";");
    }
    pv_buf_add_byte(out, '\0');
}

static void check_since(struct fixture *f, const char *base, const char *path, const char *expected)
{
    PV_DEFER(pv_buf_clear) struct pv_buf seen = {0};
    struct pv_changes changes = {0};
    struct pv_err err = {0};
    struct pv_str root = pv_str_of(path);
    struct pv_result result =
        pv_changes_since(&f->scratch.mem, pv_str_of(base), &root, 1, &changes, &err);
    assert_string_equal(err.text, "");
    assert_ok(result);
    list(&seen, &changes);
    assert_string_equal(seen.p, expected);
}

static void tells_which_lines_are_new(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "a.py", PV_STR("1\n2x\n3\n4\n5\n6\n7"));
    scratch_write(&f->scratch, "sub/b.py", PV_STR("1\n3\n"));
    scratch_write(&f->scratch, "sub/new \"one\".py", PV_STR("++ b/a.py\n@@ -1 +1 @@\n"));
    assert_int_equal(unlink("gone.py"), 0);
    check_since(f, "main", ".", "a.py 2-2 6-7;sub/b.py;sub/new \"one\".py new;");
    check_since(f, "main", "sub", "sub/b.py;sub/new \"one\".py new;");
    check_since(f, "main", "./a.py", "./a.py 2-2 6-7;");
    run(f, "git checkout -q -b topic; git add -A; git commit -qm two;"
           "git checkout -q main; echo x >> a.py; git commit -qam three; git checkout -q topic");
    /* Since the branches parted: what main did later is not the topic's. */
    check_since(f, "main", ".", "a.py 2-2 6-7;sub/b.py;sub/new \"one\".py new;");
    check_since(f, "HEAD", ".", "");
}

static void is_not_fooled_by_code_that_looks_like_a_difference(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "a.py",
                  PV_STR("1\n++ b/sub/b.py\n@@ -1 +99 @@\ndiff --git a/x b/x\n3\n4\n5\n"));
    check_since(f, "HEAD", ".", "a.py 2-4;");
}

static void reads_what_is_staged_and_not_the_work_tree(void **state)
{
    struct fixture *f = *state;
    PV_DEFER(pv_buf_clear) struct pv_buf seen = {0};
    struct pv_changes changes = {0};
    struct pv_targets targets = {0};
    struct pv_str root = PV_STR(".");
    scratch_write(&f->scratch, "a.py", PV_STR("1\nstaged\n3\n4\n5\n"));
    scratch_write(&f->scratch, "sub/n.py", PV_STR("new"));
    scratch_write(&f->scratch, "skipped.py", PV_STR("new"));
    scratch_write(&f->scratch, ".paveignore", PV_STR("skipped.py\n"));
    run(f, "git add a.py sub/n.py skipped.py");
    scratch_write(&f->scratch, "a.py", PV_STR("work tree\n"));
    assert_int_equal(unlink("sub/n.py"), 0);
    assert_ok(pv_changes_staged(&f->scratch.mem, &root, 1, &changes, NULL));
    list(&seen, &changes);
    assert_string_equal(seen.p, "a.py 2-2;skipped.py new;sub/n.py new;");
    assert_ok(pv_changes_load_staged(&f->scratch.mem, &changes, &targets, NULL));
    assert_int_equal(targets.files.n, 2);
    assert_true(pv_str_eq(targets.files.p[0].path, PV_STR("a.py")));
    assert_true(pv_str_eq(targets.files.p[0].text, PV_STR("1\nstaged\n3\n4\n5\n")));
    assert_true(pv_str_eq(targets.files.p[1].text, PV_STR("new")));
    assert_int_equal(targets.left_out.n, 1);
}

static void works_before_the_first_commit(void **state)
{
    struct fixture *f = *state;
    struct pv_changes changes = {0};
    struct pv_err err = {0};
    struct pv_str root = PV_STR("fresh");
    run(f, "mkdir fresh; git init -q -b main fresh; echo x > fresh/a.py; git -C fresh add .");
    assert_ok(pv_changes_staged(&f->scratch.mem, &root, 1, &changes, NULL));
    assert_int_equal(changes.files.n, 1);
    assert_true(pv_str_eq(changes.files.p[0].path, PV_STR("fresh/a.py")));
    assert_code(PV_NOT_FOUND,
                pv_changes_since(&f->scratch.mem, PV_STR("main"), &root, 1, &changes, &err));
}

static void touches_by_range(void **state)
{
    static const struct {
        const char *path;
        uint32_t first, last;
        bool expected;
    } cases[] = {{"a.py", 1, 1, false}, {"a.py", 1, 2, true}, {"a.py", 2, 9, true},
                 {"a.py", 3, 9, false}, {"n.py", 7, 7, true}, {"sub/b.py", 1, 1, false}};
    struct fixture *f = *state;
    struct pv_changes changes = {0};
    struct pv_targets targets = {0};
    struct pv_str root = PV_STR(".");
    scratch_write(&f->scratch, "a.py", PV_STR("1\n2x\n3\n4\n5\n"));
    scratch_write(&f->scratch, "n.py", PV_STR("new"));
    assert_ok(pv_changes_since(&f->scratch.mem, PV_STR("HEAD"), &root, 1, &changes, NULL));
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(
            pv_changes_touch(&changes, pv_str_of(cases[i].path), cases[i].first, cases[i].last),
            cases[i].expected);
    assert_ok(pv_targets_add_text(&f->scratch.mem, &targets, PV_STR("a.py"), PV_STR(""), NULL));
    assert_ok(pv_targets_add_text(&f->scratch.mem, &targets, PV_STR("b.py"), PV_STR(""), NULL));
    pv_changes_narrow(&changes, &targets);
    assert_int_equal(targets.files.n, 1);
}

static void says_what_git_can_not_tell(void **state)
{
    static const struct {
        const char *base;
        const char *said;
    } cases[] = {
        {"no-such", "no-such: git knows no such revision; a shallow clone has to fetch it first"},
        {"--output=x",
         "--output=x: git knows no such revision; a shallow clone has to fetch it first"},
        {"", ": git knows no such revision; a shallow clone has to fetch it first"},
    };
    struct fixture *f = *state;
    struct pv_changes changes = {0};
    struct pv_err err = {0};
    struct pv_str root = PV_STR(".");
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        assert_code(PV_NOT_FOUND, pv_changes_since(&f->scratch.mem, pv_str_of(cases[i].base), &root,
                                                   1, &changes, &err));
        assert_string_equal(err.text, cases[i].said);
    }
    run(f, "rm -rf .git");
    assert_code(PV_NOT_FOUND, pv_changes_staged(&f->scratch.mem, &root, 1, &changes, &err));
    assert_non_null(strstr(err.text, "not a git repository"));
    const char *path = getenv("PATH");
    char *kept = strdup(path ? path : "");
    setenv("PATH", "/nowhere", 1);
    assert_code(PV_NOT_FOUND, pv_changes_staged(&f->scratch.mem, &root, 1, &changes, &err));
    setenv("PATH", kept, 1);
    free(kept);
    assert_non_null(strstr(err.text, "git is not installed"));
}

static void refuses_answers_in_another_form(void **state)
{
    static const struct {
        struct pv_str answer;
        bool is_good;
    } cases[] = {
        {{"", 0}, true},
        {{":100644 100644 a b M\0x\0\0diff --git a/x b/x\n@@ -1 +1 @@\n-a\n+b\n", 62}, true},
        {{":100644 100644 a b M", 20}, false},
        {{":100644 b M\0x\0", 14}, false},
        {{"@@ -1 +1 @@\n", 12}, false},
        {{":100644 100644 a b M\0x\0\0diff --git a/x b/x\n@@ -1 +z @@\n", 57}, false},
        {{":100644 100644 a b M\0x\0\0diff --git a/x b/x\n@@ -1 +99999999999 @@\n", 67}, false},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_changes changes = {0};
        assert_int_equal(
            pv_is_ok(pv_changes_read(&f->scratch.mem, cases[i].answer, &changes, NULL)),
            cases[i].is_good);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(tells_which_lines_are_new),
        CASE(is_not_fooled_by_code_that_looks_like_a_difference),
        CASE(reads_what_is_staged_and_not_the_work_tree),
        CASE(works_before_the_first_commit),
        CASE(touches_by_range),
        CASE(says_what_git_can_not_tell),
        CASE(refuses_answers_in_another_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
