/* SPDX-License-Identifier: Apache-2.0 */
/* What a document is written as is JSON that reads back as the same values, pretty or not. */
#include "support/fuzz.h"

#include "text/json.h"

enum {
    MEMORY_MAX = 256 << 20,
    KEY_MAX = 150, /* YAML ends a key after 1,024 bytes; a byte may need six */
};

struct pair {
    const struct pv_doc *a, *b;
    size_t next;
};

static bool is_number(const struct pv_doc *doc)
{
    return doc->kind == PV_DOC_INT || doc->kind == PV_DOC_FLOAT;
}

static void check_same(const struct pv_doc *a, const struct pv_doc *b)
{
    if (is_number(a) && is_number(b)) { /* 5e0 is written as 5 */
        pv_assert(a->real <= b->real && a->real >= b->real);
        return;
    }
    pv_assert(a->kind == b->kind && a->n == b->n);
    pv_assert(a->kind != PV_DOC_TEXT || pv_str_eq(a->text, b->text));
    pv_assert(a->kind != PV_DOC_BOOL || a->number == b->number);
    for (size_t i = 0; a->kind == PV_DOC_MAP && i < a->n; i++)
        pv_assert(pv_str_eq(a->keys[i].text, b->keys[i].text));
}

static bool has_long_keys(const struct pv_doc *doc)
{
    for (size_t i = 0; doc->kind == PV_DOC_MAP && i < doc->n; i++) {
        if (doc->keys[i].text.n > KEY_MAX)
            return true;
    }
    return false;
}

/* Whether YAML can read all keys. */
static bool is_readable(const struct pv_doc *root)
{
    struct pair levels[PV_DOC_DEPTH_MAX + 1] = {{.a = root}};
    size_t depth = 1;
    while (depth > 0) {
        struct pair *top = &levels[depth - 1];
        if (has_long_keys(top->a))
            return false;
        if (pv_doc_is_scalar(top->a) || top->next == top->a->n) {
            depth--;
            continue;
        }
        pv_assert(depth < PV_COUNT(levels));
        levels[depth++] = (struct pair){.a = &top->a->items[top->next++]};
    }
    return true;
}

static void check_all_same(const struct pv_doc *a, const struct pv_doc *b)
{
    struct pair levels[PV_DOC_DEPTH_MAX + 1] = {{a, b, 0}};
    size_t depth = 1;
    while (depth > 0) {
        struct pair *top = &levels[depth - 1];
        if (top->next == 0)
            check_same(top->a, top->b);
        if (pv_doc_is_scalar(top->a) || top->next == top->a->n) {
            depth--;
            continue;
        }
        levels[depth++] = (struct pair){&top->a->items[top->next], &top->b->items[top->next], 0};
        top->next++;
    }
}

static void check_writing(struct pv_arena *mem, const struct pv_doc *root, bool is_pretty)
{
    PV_DEFER(pv_buf_clear) struct pv_buf out = {.max = MEMORY_MAX};
    struct pv_json json = {.out = &out, .is_pretty = is_pretty};
    struct pv_doc again = {0};
    pv_json_doc(&json, root);
    if (out.n > PV_DOC_BYTES_MAX || !pv_is_ok(pv_buf_result(&out, NULL)))
        return;
    pv_assert(pv_is_ok(pv_doc_read(mem, pv_buf_str(&out), &again, NULL, NULL)));
    check_all_same(root, &again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {.limit_bytes = MEMORY_MAX};
    struct pv_doc root = {0};
    if (size > 1 << 16 || !pv_is_ok(pv_doc_read(&mem, fuzz_text(data, size), &root, NULL, NULL)) ||
        !is_readable(&root))
        return 0;
    check_writing(&mem, &root, false);
    check_writing(&mem, &root, true);
    return 0;
}
