/* SPDX-License-Identifier: Apache-2.0 */
/* Secrets lie in the text, in order, none inside of another; finding them twice finds the same. */
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
    struct pv_secrets once = {0};
    struct pv_secrets twice = {0};
    const struct pv_secret_finder *finder = NULL;
    pv_assert(pv_is_ok(pv_secret_finder_new(&mem, &finder, NULL)));
    (void)pv_str_split(&text, '\n', &path);
    struct pv_result result = pv_secrets_find(&mem, finder, path, text, &once, NULL);
    struct pv_result again = pv_secrets_find(&mem, finder, path, text, &twice, NULL);
    pv_assert(result.code == again.code && once.list.n == twice.list.n);
    check(text, &once);
    return 0;
}
