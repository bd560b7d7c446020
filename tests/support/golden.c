/* SPDX-License-Identifier: Apache-2.0 */
#include "support/golden.h"

#include "support/test.h"
#include "sys/file.h"

#include <stdio.h>
#include <stdlib.h>

enum { GOLDEN_BYTES_MAX = 1 << 20 };

static struct pv_str path_of(struct pv_arena *mem, const char *name)
{
    struct pv_str path = {0};
    const char *source = getenv("PAVE_SOURCE_DIR");
    assert_ok(pv_str_format(mem, &path, NULL, "%s/tests/golden/%s", source ? source : ".", name));
    return path;
}

static void write_golden(struct pv_arena *mem, struct pv_str path, struct pv_str text)
{
    const char *z = NULL;
    assert_ok(pv_str_z(mem, path, &z, NULL));
    FILE *file = fopen(z, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.p, 1, text.n, file), text.n);
    assert_int_equal(fclose(file), 0);
}

static void show_difference(const char *name, struct pv_str expected, struct pv_str actual)
{
    struct pv_str want = {0};
    struct pv_str is = {0};
    for (size_t line = 1;; line++) {
        bool has_want = pv_str_split(&expected, '\n', &want);
        bool has_is = pv_str_split(&actual, '\n', &is);
        if (has_want == has_is && pv_str_eq(want, is) && has_is)
            continue;
        fail_msg("tests/golden/%s:%zu\n  expected: %.*s\n  is:       %.*s", name, line,
                 PV_STR_FMT(has_want ? want : PV_STR("(the end)")),
                 PV_STR_FMT(has_is ? is : PV_STR("(the end)")));
        return;
    }
}

void golden_check(const char *name, struct pv_str actual)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_str path = path_of(&mem, name);
    const char *mode = getenv("PAVE_GOLDEN");
    struct pv_str expected = {0};
    if (mode && strcmp(mode, "write") == 0)
        write_golden(&mem, path, actual);
    assert_ok(pv_file_read_text(&mem, path, GOLDEN_BYTES_MAX, &expected, NULL));
    if (!pv_str_eq(expected, actual))
        show_difference(name, expected, actual);
}
