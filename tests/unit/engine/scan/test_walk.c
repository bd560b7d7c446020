/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/walk.h"

#include "base/buf.h"
#include "support/scratch.h"
#include "support/test.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct scratch scratch;
    char *before; /* the folder that the test program runs in */
};

/* Walks see relative paths, so each test goes into its folder. */
static int begin(void **state)
{
    static struct fixture f;
    scratch_begin(&f.scratch);
    f.before = getcwd(NULL, 0);
    assert_int_equal(chdir(f.scratch.folder), 0);
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

static void add_name(struct pv_buf *buf, struct pv_str path)
{
    if (buf->n > 0)
        pv_buf_add_byte(buf, ' ');
    pv_buf_add(buf, path);
}

/* The walk's files, then "|", what it left out, "|", what it could not read. */
static void check(struct fixture *f, const char *root, const char *expected)
{
    PV_DEFER(pv_buf_clear) struct pv_buf seen = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf out = {0};
    struct pv_targets targets = {0};
    struct pv_str path = pv_str_of(root);
    assert_ok(pv_walk(&f->scratch.mem, &path, 1, &(struct pv_walk_options){0}, &targets, NULL));
    PV_VEC_EACH (const struct pv_target, target, &targets.files)
        add_name(&seen, target->path);
    PV_VEC_EACH (const struct pv_left_out, one, &targets.left_out)
        add_name(&out, one->path);
    pv_buf_format(&seen, "|%.*s|%zu", PV_STR_FMT(pv_buf_str(&out)), targets.unreadable.n);
    pv_buf_add_byte(&seen, '\0');
    assert_string_equal(seen.p, expected);
}

static void write_all(struct fixture *f, const char *const *names)
{
    for (; *names; names++)
        scratch_write(&f->scratch, *names, PV_STR("x\n"));
}

static void gives_paths_as_they_were_given(void **state)
{
    static const char *const names[] = {"b.py", "a/b/c.py", "a/d.py", NULL};
    struct fixture *f = *state;
    write_all(f, names);
    check(f, ".", "a/b/c.py a/d.py b.py||0");
    check(f, "./", "a/b/c.py a/d.py b.py||0");
    check(f, "a", "a/b/c.py a/d.py||0");
    check(f, "a/", "a/b/c.py a/d.py||0");
    check(f, "./a", "a/b/c.py a/d.py||0");
    check(f, "a/../b.py", "a/../b.py||0");
}

static void honours_nested_ignore_files(void **state)
{
    static const char *const names[] = {"a.log",          "keep.log",  "build/x.py",
                                        "sub/build/y.py", "sub/b.log", "sub/z.tmp",
                                        "sub/deep/z.tmp", "a.py",      NULL};
    struct fixture *f = *state;
    write_all(f, names);
    scratch_write(&f->scratch, ".gitignore", PV_STR("*.log\n!keep.log\n/build/\n"));
    scratch_write(&f->scratch, "sub/.gitignore", PV_STR("/z.tmp\n!b.log\n.gitignore\n"));
    check(f, ".",
          ".gitignore a.py keep.log sub/b.log sub/build/y.py sub/deep/z.tmp"
          "|a.log build sub/.gitignore sub/z.tmp|0");
}

static void paveignore_has_the_last_word(void **state)
{
    static const char *const names[] = {"a.gen.py", "b.py", "c.py", NULL};
    struct fixture *f = *state;
    write_all(f, names);
    scratch_write(&f->scratch, ".gitignore", PV_STR("*.gen.py\n.*ignore\n"));
    scratch_write(&f->scratch, ".semgrepignore", PV_STR("c.py\n"));
    scratch_write(&f->scratch, ".paveignore", PV_STR("!a.gen.py\nb.py\n"));
    check(f, ".", "a.gen.py|.gitignore .paveignore .semgrepignore b.py c.py|0");
}

/* Those of the folders above hold too, up to the root of the repository and not beyond. */
static void honours_ignore_files_above(void **state)
{
    static const char *const names[] = {"repo/a/b/x.py", "repo/a/b/y.py", "repo/a/b/z.py",
                                        "repo/a/b/w.py", "repo/a/b/v.py", NULL};
    struct fixture *f = *state;
    write_all(f, names);
    scratch_write(&f->scratch, ".gitignore", PV_STR("v.py\n"));
    scratch_write(&f->scratch, "repo/.gitignore", PV_STR("/a/b/x.py\n/z.py\n"));
    scratch_write(&f->scratch, "repo/a/.gitignore", PV_STR("/b/y.py\n"));
    scratch_write(&f->scratch, "repo/.git/info/exclude", PV_STR("w.py\n"));
    check(f, "repo/a/b", "repo/a/b/v.py repo/a/b/z.py|repo/a/b/w.py repo/a/b/x.py repo/a/b/y.py|0");
    check(f, "repo/a",
          "repo/a/.gitignore repo/a/b/v.py repo/a/b/z.py"
          "|repo/a/b/w.py repo/a/b/x.py repo/a/b/y.py|0");
}

static void never_follows_links_nor_opens_pipes(void **state)
{
    struct fixture *f = *state;
    scratch_write(&f->scratch, "real/a.py", PV_STR("x"));
    scratch_make_link(&f->scratch, "real/loop", "..");
    scratch_make_link(&f->scratch, "link.py", "real/a.py");
    scratch_make_link(&f->scratch, "self", "self");
    scratch_make_fifo(&f->scratch, "pipe.py");
    check(f, ".", "real/a.py|link.py pipe.py real/loop self|0");
    check(f, "pipe.py", "|pipe.py|0");
    scratch_make_link(&f->scratch, "named", "real");
    check(f, "named", "named/a.py|named/loop|0"); /* the user's own link is meant */
}

static void leaves_version_control_alone(void **state)
{
    static const char *const names[] = {".git/x.py",     "sub/.git", ".hg/x.py",
                                        ".github/x.yml", "git.py",   NULL};
    struct fixture *f = *state;
    write_all(f, names);
    check(f, ".", ".github/x.yml git.py||0");
}

static void scans_what_is_named_though_ignored(void **state)
{
    struct fixture *f = *state;
    struct pv_targets targets = {0};
    const struct pv_str paths[] = {PV_STR("a.py"), PV_STR("."), PV_STR("./a.py")};
    scratch_write(&f->scratch, "a.py", PV_STR("x"));
    scratch_write(&f->scratch, ".gitignore", PV_STR("a.py\n.gitignore\n"));
    assert_ok(pv_walk(&f->scratch.mem, paths, PV_COUNT(paths), &(struct pv_walk_options){0},
                      &targets, NULL));
    assert_int_equal(targets.files.n, 1);
    assert_true(targets.files.p[0].is_named);
}

static void says_which_path_is_not_there(void **state)
{
    struct fixture *f = *state;
    struct pv_targets targets = {0};
    struct pv_err err = {0};
    struct pv_str path = PV_STR("no/such");
    assert_code(PV_NOT_FOUND,
                pv_walk(&f->scratch.mem, &path, 1, &(struct pv_walk_options){0}, &targets, &err));
    assert_non_null(strstr(err.text, "no/such"));
    assert_int_equal(targets.files.n, 0);
}

static void goes_on_past_an_unreadable_folder(void **state)
{
    static const char *const names[] = {"a.py", "locked/b.py", NULL};
    struct fixture *f = *state;
    if (geteuid() == 0)
        skip(); /* root may read everything */
    write_all(f, names);
    assert_int_equal(chmod("locked", 0), 0);
    check(f, ".", "a.py||1");
}

static void judges_files_that_need_not_exist(void **state)
{
    static const struct {
        const char *path;
        bool expected;
    } cases[] = {{"a.py", false},       {"a.log", true},    {"sub/a.log", true},
                 {"gone/a.log", false}, {"out/a.py", true}, {"sub/a.py", false}};
    struct fixture *f = *state;
    scratch_make_folder(&f->scratch, ".git");
    scratch_write(&f->scratch, ".paveignore", PV_STR("*.log\n/out/\n"));
    scratch_write(&f->scratch, "sub/x", PV_STR(""));
    scratch_write(&f->scratch, "out/x", PV_STR(""));
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        bool is_out = false;
        assert_ok(pv_walk_leaves_out(&f->scratch.mem, pv_str_of(cases[i].path), &is_out, NULL));
        assert_int_equal(is_out, cases[i].expected);
    }
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(gives_paths_as_they_were_given),      CASE(honours_nested_ignore_files),
        CASE(paveignore_has_the_last_word),        CASE(honours_ignore_files_above),
        CASE(never_follows_links_nor_opens_pipes), CASE(leaves_version_control_alone),
        CASE(scans_what_is_named_though_ignored),  CASE(says_which_path_is_not_there),
        CASE(goes_on_past_an_unreadable_folder),   CASE(judges_files_that_need_not_exist),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
