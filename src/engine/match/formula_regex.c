/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/formula_internal.h"

/* The number of "$1" or, where the group has a name, "$NAME"; 0 when no rule speaks of it. */
static PV_RESULT name_group(struct pv_evaluation *e, struct pv_str name, size_t index, pv_word *out)
{
    struct pv_str text = {0};
    if (name.n > 0)
        PV_TRY(pv_str_format(e->algebra.mem, &text, e->algebra.err, "$%.*s", PV_STR_FMT(name)));
    else
        PV_TRY(pv_str_format(e->algebra.mem, &text, e->algebra.err, "$%zu", index));
    *out = pv_vocab_find(e->algebra.file->vocab, text);
    return PV_SUCCESS;
}

static PV_RESULT bind_group(struct pv_evaluation *e, struct pv_str name, size_t index,
                            const struct pv_regex_match *groups, size_t base,
                            struct pv_bindings *bound)
{
    pv_word word = 0;
    PV_TRY(name_group(e, name, index, &word));
    if (word == 0 || groups->groups[index].start == SIZE_MAX || pv_bindings_find(*bound, word))
        return PV_SUCCESS;
    bound->p[bound->n++] =
        (struct pv_binding){.name = word,
                            .kind = name.n > 0 ? PV_BIND_TEXT : PV_BIND_GROUP,
                            .first = PV_NO_NODE,
                            .last = PV_NO_NODE,
                            .start = (uint32_t)(base + groups->groups[index].start),
                            .end = (uint32_t)(base + groups->groups[index].end)};
    return PV_SUCCESS;
}

PV_RESULT pv_formula_groups(struct pv_evaluation *e, const struct pv_regex *regex,
                            const struct pv_regex_match *groups, size_t base,
                            struct pv_bindings *bindings)
{
    struct pv_bindings bound = {0};
    if (groups->n < 2)
        return PV_SUCCESS;
    PV_TRY(PV_NEW_ARRAY(e->algebra.mem, 2 * groups->n, &bound.p, e->algebra.err));
    for (size_t i = 1; i < groups->n; i++) {
        struct pv_str name = pv_regex_group_name(regex, i);
        PV_TRY(bind_group(e, (struct pv_str){0}, i, groups, base, &bound));
        if (name.n > 0)
            PV_TRY(bind_group(e, name, i, groups, base, &bound));
    }
    pv_bindings_sort(bound);
    return pv_bindings_join(e->algebra.mem, *bindings, bound, bindings, e->algebra.err);
}

PV_RESULT pv_formula_regex(struct pv_evaluation *e, const struct pv_regex *regex,
                           struct pv_ranges *out)
{
    const struct pv_match_file *file = e->algebra.file;
    struct pv_str text = pv_str_sub(file->text, file->start, file->end);
    struct pv_regex_match groups;
    size_t from = 0;
    while (from <= text.n) {
        struct pv_result result = pv_regex_find(regex, text, from, &groups);
        if (result.code == PV_NOT_FOUND)
            return PV_SUCCESS;
        PV_TRY(result);
        size_t start = groups.groups[0].start;
        size_t end = groups.groups[0].end;
        struct pv_range range = {.kind = PV_RANGE_REGEX};
        range.match = (struct pv_match){.start = file->start + (uint32_t)start,
                                        .end = file->start + (uint32_t)end,
                                        .node = PV_NO_NODE};
        PV_TRY(pv_formula_groups(e, regex, &groups, file->start, &range.match.bindings));
        if (end > start)
            PV_TRY(pv_ranges_add(&e->algebra, out, range));
        from = end > start ? end : end + 1;
    }
    return PV_SUCCESS;
}
