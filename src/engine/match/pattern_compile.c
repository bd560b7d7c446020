/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/pattern_shelf.h"

PV_RESULT pv_pattern_compile(struct pv_arena *mem, struct pv_pattern_code code,
                             const struct pv_match_options *options, struct pv_vocab *vocab,
                             struct pv_pattern *out, struct pv_err *err)
{
    struct pv_pattern_source source = {0};
    PV_TRY(code.shelf ? pv_pattern_shelf_parse(mem, code, vocab, &source, err)
                      : pv_lang_parse_pattern(mem, code.lang, code.text, vocab, &source, err));
    return pv_pattern_prepare(mem, source, options, vocab, out, err);
}
