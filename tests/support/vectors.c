/* SPDX-License-Identifier: Apache-2.0 */
#include "support/vectors.h"

#include "base/arena.h"
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>

enum { FILE_MAX = 4 << 20 };

void vectors_or_skip(void)
{
    const char *folder = getenv("PAVE_VECTORS");
    if (folder && folder[0])
        return;
    print_message("skipped: PAVE_VECTORS does not name a folder with published vectors\n");
    skip();
}

struct pv_record *vectors_read(struct pv_arena *mem, const char *name)
{
    char path[4096];
    char *text = NULL;
    struct pv_record *record = NULL;
    struct pave_error err = PAVE_ERROR_INIT;

    (void)snprintf(path, sizeof path, "%s/%s", getenv("PAVE_VECTORS"), name);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be read", path);
    assert_ok(pv_arena_take(mem, FILE_MAX, (void **)&text, NULL));
    size_t n = fread(text, 1, FILE_MAX, file);
    (void)fclose(file);
    if (pv_record_read(mem, (struct pv_str){text, n}, &record, &err) != PAVE_OK)
        fail_msg("%s: byte %zu: %s", path, err.offset, err.text);
    return record;
}

static int hex_of(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

struct pv_str vectors_hex(struct pv_arena *mem, struct pv_str digits)
{
    char *bytes = NULL;
    assert_ok(pv_arena_take(mem, digits.n / 2 + 1, (void **)&bytes, NULL));
    for (size_t i = 0; i + 1 < digits.n; i += 2) {
        int high = hex_of(digits.p[i]);
        int low = hex_of(digits.p[i + 1]);
        assert_true(high >= 0 && low >= 0);
        bytes[i / 2] = (char)(high << 4 | low);
    }
    return (struct pv_str){bytes, digits.n / 2};
}

struct pv_str vectors_text(const struct pv_record *map, const char *name)
{
    const struct pv_record *member = pv_record_get(map, name);
    return member && member->kind == PV_RECORD_TEXT ? member->text : (struct pv_str){0};
}
