/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/pattern_shelf.h"

#include "base/hash.h"

uint64_t pv_pattern_code_hash(struct pv_pattern_code code)
{
    return pv_hash_end(pv_hash_str(code.text) ^ pv_lang_number(code.lang));
}

static const struct pv_shelved_pattern *find(const struct pv_pattern_shelf *shelf,
                                             struct pv_pattern_code code)
{
    uint32_t number = 0;
    (void)pv_map_find(&shelf->numbers, code.text, &number);
    while (number && shelf->list.p[number - 1].lang != code.lang)
        number = shelf->list.p[number - 1].next;
    return number ? &shelf->list.p[number - 1] : NULL;
}

static PV_RESULT put(struct pv_arena *mem, struct pv_pattern_code code,
                     const struct pv_pattern_source *source, struct pv_err *err)
{
    struct pv_pattern_shelf *shelf = code.shelf;
    struct pv_shelved_pattern *slot = NULL;
    uint32_t next = 0;
    (void)pv_map_find(&shelf->numbers, code.text, &next);
    PV_TRY(PV_VEC_PUSH(mem, &shelf->list, &slot, err));
    *slot = (struct pv_shelved_pattern){code.lang, code.text, *source, next};
    return pv_map_put(mem, &shelf->numbers, code.text, (uint32_t)shelf->list.n, err);
}

struct pv_result pv_pattern_shelf_parse(struct pv_arena *mem, struct pv_pattern_code code,
                                        struct pv_vocab *vocab, struct pv_pattern_source *out,
                                        struct pv_err *err)
{
    const struct pv_shelved_pattern *known = find(code.shelf, code);
    struct pv_pattern_source source = {0};
    bool is_packed = false;
    if (known) {
        *out = known->source;
        return PV_SUCCESS;
    }
    PV_TRY(pv_packed_shelf_find(mem, code, vocab, &source, &is_packed, err));
    if (!is_packed)
        PV_TRY(pv_lang_parse_pattern(mem, code.lang, code.text, vocab, &source, err));
    PV_TRY(put(mem, code, &source, err));
    *out = source;
    return PV_SUCCESS;
}
