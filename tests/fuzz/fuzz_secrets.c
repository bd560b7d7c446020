/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets lie in the text, in order, none inside of another; a look at every byte finds no more. */
#include "support/fuzz.h"

#include "base/assert.h"
#include "engine/secrets/secrets.h"

static void check(struct pv_str text, const struct pv_secrets *secrets)
{
    size_t before = 0;
    PV_VEC_EACH (const struct pv_secret, secret, &secrets->list) {
        pv_assert(secret->kind > PV_SECRET_NONE && secret->kind < PV_SECRET_COUNT);
        pv_assert(secret->start >= before && secret->start < secret->end);
        pv_assert(secret->end <= text.n);
        before = secret->end;
    }
}

/* The input's first line is the path; the rest is the text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_str text = fuzz_text(data, size);
    struct pv_str path = {0};
    struct pv_secrets few = {0};
    struct pv_secrets all = {0};
    const struct pv_secret_finder *finder = NULL;
    pv_assert(pv_is_ok(pv_secret_finder_new(&mem, &finder, NULL)));
    (void)pv_str_split(&text, '\n', &path);
    struct pv_result result = pv_secrets_find(&mem, finder, path, text, &few, NULL);
    check(text, &few);
    /* At the limit what was found first is there, and the two go different ways. */
    if (!pv_is_ok(result) ||
        !pv_is_ok(pv_secrets_find_everywhere(&mem, finder, path, text, &all, NULL)))
        return 0;
    pv_assert(few.list.n == all.list.n);
    for (size_t i = 0; i < all.list.n; i++)
        pv_assert(few.list.p[i].kind == all.list.p[i].kind &&
                  few.list.p[i].start == all.list.p[i].start &&
                  few.list.p[i].end == all.list.p[i].end);
    return 0;
}
