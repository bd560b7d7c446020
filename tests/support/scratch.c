/* SPDX-License-Identifier: Apache-2.0 */
#include "support/scratch.h"

#include "support/test.h"
#include "sys/file.h"
#include "sys/folder.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPEN_FOLDERS = 16, READ_MAX = 64 << 20 };

void scratch_begin(struct scratch *scratch)
{
    const char *tmp = getenv("TMPDIR");
    *scratch = (struct scratch){0};
    int n = snprintf(scratch->folder, sizeof scratch->folder, "%s/pave-test-XXXXXX",
                     tmp && *tmp ? tmp : "/tmp");
    assert_in_range(n, 1, sizeof scratch->folder - 1);
    assert_non_null(mkdtemp(scratch->folder));
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st;
    (void)kind;
    (void)where;
    return remove(path);
}

/* A test may have taken away the rights that removing needs. */
static int unlock_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)st;
    (void)where;
    return kind == FTW_D || kind == FTW_DNR ? chmod(path, 0700) : 0;
}

void scratch_end(struct scratch *scratch)
{
    (void)nftw(scratch->folder, unlock_one, OPEN_FOLDERS, FTW_PHYS);
    (void)nftw(scratch->folder, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    pv_arena_clear(&scratch->mem);
}

struct pv_str scratch_path(struct scratch *scratch, const char *name)
{
    struct pv_str path = {0};
    struct pv_result made =
        *name ? pv_str_format(&scratch->mem, &path, NULL, "%s/%s", scratch->folder, name)
              : pv_str_format(&scratch->mem, &path, NULL, "%s", scratch->folder);
    assert_true(pv_is_ok(made));
    return path;
}

const char *scratch_path_z(struct scratch *scratch, const char *name)
{
    const char *z = NULL;
    assert_true(pv_is_ok(pv_str_z(&scratch->mem, scratch_path(scratch, name), &z, NULL)));
    return z;
}

static void make_folders_to(struct scratch *scratch, const char *name)
{
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        char part[512] = "";
        assert_in_range(slash - name, 1, sizeof part - 1);
        memcpy(part, name, (size_t)(slash - name));
        (void)mkdir(scratch_path_z(scratch, part), 0700);
    }
}

void scratch_write(struct scratch *scratch, const char *name, struct pv_str text)
{
    make_folders_to(scratch, name);
    FILE *file = fopen(scratch_path_z(scratch, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.p ? text.p : "", 1, text.n, file), text.n);
    assert_int_equal(fclose(file), 0);
}

void scratch_make_folder(struct scratch *scratch, const char *name)
{
    make_folders_to(scratch, name);
    assert_int_equal(mkdir(scratch_path_z(scratch, name), 0700), 0);
}

void scratch_make_link(struct scratch *scratch, const char *name, const char *target)
{
    make_folders_to(scratch, name);
    assert_int_equal(symlink(target, scratch_path_z(scratch, name)), 0);
}

void scratch_make_fifo(struct scratch *scratch, const char *name)
{
    make_folders_to(scratch, name);
    assert_int_equal(mkfifo(scratch_path_z(scratch, name), 0600), 0);
}

struct pv_str scratch_read(struct scratch *scratch, const char *name)
{
    struct pv_str text = {0};
    assert_true(pv_is_ok(
        pv_file_read_text(&scratch->mem, scratch_path(scratch, name), READ_MAX, &text, NULL)));
    return text;
}

size_t scratch_count(struct scratch *scratch, const char *name)
{
    struct pv_folder folder = {0};
    assert_true(
        pv_is_ok(pv_folder_read(&scratch->mem, scratch_path(scratch, name), false, &folder, NULL)));
    return folder.entries.n;
}
