/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/fix_proof.h"

#include "engine/rule/rule.h"
#include "engine/scan/mended.h"
#include "engine/scan/scan_limits.h"

#include <stdint.h>
#include <string.h>

/* What is known of the fix of one finding. */
struct trial {
    bool is_open; /* not proved yet */
    bool fails;   /* the rule still finds something where it was made */
};

struct attempt {
    struct pv_arena *mem;
    const struct pv_fix_proof *proof;
    struct pv_finding *findings;
    struct trial *trials;
    bool *is_made; /* which of them are in the text at hand */
    size_t n;
    struct pv_mended mended;
    size_t n_made;
};

/* Which of the open fixes are made: the first that do not overlap, at most `max`. */
static void choose(struct attempt *a, size_t max)
{
    size_t done = 0;
    a->n_made = 0;
    for (size_t i = 0; i < a->n; i++) {
        const struct pv_finding *finding = &a->findings[i];
        bool overlaps = a->n_made > 0 && finding->start.offset <= done;
        a->is_made[i] = a->trials[i].is_open && !overlaps && a->n_made < max;
        if (!a->is_made[i])
            continue;
        a->n_made++;
        done = finding->end.offset;
    }
}

static PV_RESULT make(struct attempt *a, size_t max, struct pv_err *err)
{
    const struct pv_mending mending = {.text = a->proof->text,
                                       .shift = a->proof->shift,
                                       .findings = a->findings,
                                       .is_made = a->is_made,
                                       .n = a->n};
    choose(a, max);
    return pv_mended_make(a->mem, &mending, &a->mended, err);
}

/* Bytes that could not be read before may be more or fewer by what the fixes add. */
static bool is_as_readable(const struct attempt *a, const struct pv_tree *tree)
{
    size_t before = a->proof->error_bytes;
    size_t more = a->mended.text.n > a->proof->text.n ? a->mended.text.n - a->proof->text.n : 0;
    return tree->error_bytes <= (before ? before + more : 0) && !tree->is_cut;
}

static void note_match(struct attempt *a, const struct pv_rule *rule, const struct pv_match *match)
{
    PV_VEC_EACH (const struct pv_mended_place, place, &a->mended.places) {
        if (place->finding != SIZE_MAX && a->findings[place->finding].rule == rule &&
            match->start <= place->new_end && match->end >= place->new_start)
            a->trials[place->finding].fails = true;
    }
}

/* A search that does not end proves nothing. */
static PV_RESULT search(struct attempt *a, const struct pv_rule *rule,
                        const struct pv_rule_part *part, const struct pv_match_file *file,
                        struct pv_err *err)
{
    struct pv_match_budget budget = {.steps_left = a->proof->steps};
    struct pv_taint_findings flows = {0};
    struct pv_matches matches = {0};
    if (part->taint)
        PV_TRY(pv_taint_find(a->mem, part->taint, file, &budget, &flows, err));
    else if (part->formula)
        PV_TRY(pv_formula_find(a->mem, part->formula, file, &budget, &matches, err));
    PV_VEC_EACH (const struct pv_taint_finding, flow, &flows.list)
        note_match(a, rule, &flow->match);
    PV_VEC_EACH (const struct pv_match, match, &matches.list)
        note_match(a, rule, match);
    return PV_SUCCESS;
}

static bool follows_values(const struct attempt *a)
{
    for (size_t i = 0; i < a->n; i++)
        for (size_t part = 0; a->is_made[i] && part < a->findings[i].rule->n_parts; part++)
            if (a->findings[i].rule->parts[part].taint)
                return true;
    return false;
}

static PV_RESULT search_all(struct attempt *a, struct pv_match_file *file, struct pv_err *err)
{
    struct pv_functions *functions = NULL;
    if (file->tree && follows_values(a))
        PV_TRY(pv_functions_read(a->mem, file->tree, &functions, err));
    file->functions = functions;
    for (size_t i = 0; i < a->n; i++) {
        const struct pv_rule *rule = a->findings[i].rule;
        bool is_first = a->is_made[i] && pv_rule_class(rule).n > 0;
        for (size_t before = 0; before < i && is_first; before++)
            is_first = !a->is_made[before] || a->findings[before].rule != rule;
        for (size_t part = 0; part < rule->n_parts && is_first; part++)
            if (!rule->parts[part].lang || rule->parts[part].lang == a->proof->lang)
                PV_TRY(search(a, rule, &rule->parts[part], file, err));
    }
    return PV_SUCCESS;
}

/* Whether the file can be read with the fixes that are made; marks those that fail in it. */
static PV_RESULT try(struct attempt *a, bool *is_readable, struct pv_err *err)
{
    struct pv_tree tree = {0};
    struct pv_match_file file = {0};
    struct pv_str text = pv_buf_str(&a->mended.text);
    *is_readable = true;
    if (a->proof->lang) {
        PV_TRY(pv_lang_parse(a->mem, a->proof->lang, text, a->proof->parsing, &tree, err));
        *is_readable = is_as_readable(a, &tree);
    }
    if (!*is_readable)
        return PV_SUCCESS;
    PV_TRY(pv_match_file_read(a->mem, a->proof->lang ? &tree : NULL, text, a->proof->parsing->vocab,
                              &file, err));
    file.constants.properties = a->proof->properties;
    return search_all(a, &file, err);
}

static void take_back(struct pv_finding *finding)
{
    finding->fix = (struct pv_str){0};
    finding->import = (struct pv_str){0};
}

/* What was made is settled, unless it failed together with others. */
static void settle(struct attempt *a, bool is_readable)
{
    bool is_settled = is_readable || a->n_made == 1;
    for (size_t i = 0; i < a->n && is_settled; i++) {
        struct trial *trial = &a->trials[i];
        if (!a->is_made[i])
            continue;
        trial->is_open = false;
        if (trial->fails || !is_readable)
            take_back(&a->findings[i]);
    }
}

static bool has_open(const struct attempt *a)
{
    for (size_t i = 0; i < a->n; i++)
        if (a->trials[i].is_open)
            return true;
    return false;
}

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_';
}

/* Takes a word, a text or a sign off `rest`: 'w', a quote, or the sign; 0 at the end. */
static char take_token(struct pv_str *rest)
{
    size_t end = 1;
    *rest = pv_str_trim(*rest);
    if (rest->n == 0)
        return 0;
    char first = *rest->p;
    if (is_word_byte(first)) {
        while (end < rest->n && is_word_byte(rest->p[end]))
            end++;
    } else if (strchr("\"'`", first)) {
        while (end < rest->n && rest->p[end] != first)
            end += rest->p[end] == '\\' ? 2 : 1;
        end = end < rest->n ? end + 1 : rest->n;
    }
    *rest = pv_str_sub(*rest, end, rest->n);
    return is_word_byte(first) ? 'w' : first;
}

/* Whether words and texts alone differ: then what could be read can still be read. */
static bool has_one_shape(struct pv_str a, struct pv_str b)
{
    char token = 0;
    do {
        token = take_token(&a);
        if (token != take_token(&b))
            return false;
    } while (token);
    return true;
}

static bool is_to_prove(const struct pv_fix_proof *proof, const struct pv_finding *finding)
{
    struct pv_str before = pv_str_sub(proof->text, finding->start.offset - proof->shift,
                                      finding->end.offset - proof->shift);
    return finding->fix.p && !finding->is_suppressed &&
           (proof->is_strict || !has_one_shape(before, finding->fix));
}

PV_RESULT pv_fix_prove(struct pv_arena *mem, const struct pv_fix_proof *proof,
                       struct pv_finding *findings, size_t n, struct pv_err *err)
{
    struct attempt attempt = {.mem = mem, .proof = proof, .findings = findings, .n = n};
    struct pv_arena_mark mark = pv_arena_mark(mem);
    size_t max = PV_SCAN_FIX_AT_ONCE;
    PV_TRY(PV_NEW_ARRAY(mem, n + 1, &attempt.trials, err));
    PV_TRY(PV_NEW_ARRAY(mem, n + 1, &attempt.is_made, err));
    for (size_t i = 0; i < n; i++)
        attempt.trials[i].is_open = is_to_prove(proof, &findings[i]);
    for (size_t turn = 0; turn < PV_SCAN_FIX_TRIES && has_open(&attempt); turn++) {
        bool is_readable = false;
        struct pv_arena_mark before = pv_arena_mark(mem);
        struct pv_result result = make(&attempt, max, NULL);
        if (pv_is_ok(result))
            result = try(&attempt, &is_readable, NULL);
        is_readable = is_readable && pv_is_ok(result);
        settle(&attempt, is_readable);
        /* The more go well together, the more are tried at once. */
        max = is_readable ? 2 * max : 1;
        attempt.mended = (struct pv_mended){.text = attempt.mended.text};
        pv_arena_rewind(mem, before);
    }
    pv_buf_clear(&attempt.mended.text);
    for (size_t i = 0; i < n; i++)
        if (attempt.trials[i].is_open)
            take_back(&findings[i]);
    pv_arena_rewind(mem, mark);
    return PV_SUCCESS;
}
