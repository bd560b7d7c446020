/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever an image holds, in a frame that is right: rules come of it that can be asked and
 * compiled. */
#include "engine/rule/rule_image.h"

#include "base/bits.h"
#include "engine/rule/rule_image_internal.h"
#include "support/fuzz.h"

enum { MEMORY_MAX = 64 << 20, RULES_MAX = 1024, WORDS_MAX = 4096 };

static void add_frame(struct pv_buf *out, struct pv_str rest)
{
    struct pv_buf body = {0};
    /* No engine, all languages wished for, no sources. */
    pv_buf_add(&body, (struct pv_str){"\0\2a*\0", 5});
    pv_buf_add(&body, rest);
    uint64_t hash = pv_rule_image_hash(pv_buf_str(&body));
    pv_buf_add(out, PV_RULE_IMAGE_MAGIC);
    pv_buf_add(out, (struct pv_str){(const char *)&hash, sizeof hash});
    pv_buf_add(out, pv_buf_str(&body));
    pv_buf_clear(&body);
}

static void ask(const struct pv_rule_set *set)
{
    uint64_t words[WORDS_MAX / PV_BITS_WORD] = {0};
    if (set->vocab.words.n > WORDS_MAX)
        return;
    for (size_t i = 0; i < set->rules.n; i++)
        for (size_t k = 0; k < set->rules.p[i]->n_parts; k++)
            if (set->rules.p[i]->parts[k].needs.list.n)
                (void)pv_need_is_met(&set->rules.p[i]->parts[k].needs, 0, words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_rule_set set = {.mem = {.limit_bytes = MEMORY_MAX}};
    struct pv_rule_origin origin = {0};
    struct pv_buf image = {0};
    uint64_t wanted[RULES_MAX / PV_BITS_WORD] = {0};
    add_frame(&image, fuzz_text(data, size));
    if (pv_is_ok(pv_rule_image_read(&set, &origin, pv_buf_str(&image), NULL))) {
        ask(&set);
        memset(wanted, 0xff, sizeof wanted);
        if (pv_rule_set_n_wanted(&set) <= RULES_MAX)
            pv_ignore(pv_rule_set_compile(&set, wanted, NULL));
    }
    pv_rule_set_clear(&set);
    pv_buf_clear(&image);
    return 0;
}
