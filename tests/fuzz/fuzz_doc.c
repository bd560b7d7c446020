/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any bytes: a document within the limits or an error with a place; and each
 * text in it, written as a JSON string, is read back as it was.
 */
#include "support/fuzz.h"

#include "text/doc.h"
#include "text/text_limits.h"

#include <stdio.h>

enum { MEMORY_MAX = 256 << 20 };

struct level {
    const struct pv_doc *doc;
    size_t next;
};

static bool is_ascii(struct pv_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.p[i] >= 0x7f)
            return false;
    }
    return true;
}

static void check_reads_back(struct pv_arena *mem, struct pv_str text)
{
    struct pv_str json = {0};
    char *bytes = NULL;
    size_t n = 0;
    struct pv_doc again = {0};
    if (!is_ascii(text) || text.n > 4096 ||
        !pv_is_ok(pv_arena_take(mem, 6 * text.n + 3, (void **)&bytes, NULL)))
        return;
    bytes[n++] = '"';
    for (size_t i = 0; i < text.n; i++)
        n += (size_t)snprintf(bytes + n, 7, "\\u%04x", (unsigned)text.p[i]);
    bytes[n++] = '"';
    json = (struct pv_str){bytes, n};
    pv_assert(pv_is_ok(pv_doc_read(mem, json, &again, NULL, NULL)));
    pv_assert(pv_str_eq(again.text, text));
}

static void check_value(struct pv_arena *mem, const struct pv_doc *doc)
{
    pv_assert(doc->place.line >= 1 && doc->place.column >= 1);
    pv_assert((doc->kind == PV_DOC_MAP) == (doc->keys != NULL) || doc->n == 0);
    pv_assert(pv_doc_is_scalar(doc) || doc->text.n == 0);
    if (doc->kind == PV_DOC_TEXT)
        check_reads_back(mem, doc->text);
}

static void check_all(struct pv_arena *mem, const struct pv_doc *root)
{
    static struct level levels[PV_DOC_DEPTH_MAX + 2];
    size_t depth = 0;
    levels[0] = (struct level){root, 0};
    for (;;) {
        struct level *top = &levels[depth];
        bool holds = top->doc->kind == PV_DOC_LIST || top->doc->kind == PV_DOC_MAP;
        if (holds && top->next < top->doc->n) {
            const struct pv_doc *item = &top->doc->items[top->next++];
            check_value(mem, item);
            depth++;
            pv_assert(depth < PV_COUNT(levels));
            levels[depth] = (struct level){item, 0};
        } else if (depth-- == 0) {
            return;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_doc root = {0};
    struct pv_doc_error at = {0};
    struct pv_err err = {0};
    if (pv_is_ok(pv_doc_read_all(&mem, fuzz_text(data, size), &root, &at, &err)))
        check_all(&mem, &root);
    else
        pv_assert(err.text[0] != '\0');
    return 0;
}
