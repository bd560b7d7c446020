/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "engine/match/match_limits.h"
#include "engine/rule/rule_image_internal.h"
#include "engine/rule/rule_internal.h"
#include "text/glob.h"
#include "text/text_limits.h"

/* A formula's, and those of a pattern or condition in it. */
enum { NEEDS_DEPTH_MAX = PV_FORMULA_DEPTH_MAX + 4 };

/* An image from front to back. */
struct input {
    struct pv_rule_set *set;
    struct pv_unpack from;
    pv_word *words; /* that needs speak of, by their number in the image */
    size_t n_words;
    struct pv_err *err;
};

static PV_RESULT refuse(struct input *in)
{
    in->from.is_bad = true;
    return pv_fail(in->err, PV_INVALID, in->from.at, "an image of these rules");
}

static struct pv_doc_place take_place(struct input *in)
{
    uint32_t line = (uint32_t)pv_unpack_number(&in->from);
    return (struct pv_doc_place){line, (uint32_t)pv_unpack_number(&in->from)};
}

static void take_scalar(struct input *in, struct pv_doc *out)
{
    out->text = pv_unpack_text(&in->from);
    if (out->kind == PV_DOC_TEXT || out->kind == PV_DOC_NULL)
        return;
    pv_unpack_into(&in->from, &out->number, sizeof out->number);
    pv_unpack_into(&in->from, &out->real, sizeof out->real);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_DOC_DEPTH_MAX at most */
static PV_RESULT take_doc(struct input *in, struct pv_doc *out, size_t depth)
{
    struct pv_arena *mem = &in->set->mem;
    unsigned kind = pv_unpack_byte(&in->from);
    unsigned style = pv_unpack_byte(&in->from);
    out->place = take_place(in);
    if (in->from.is_bad || kind > PV_DOC_MAP || style > PV_DOC_BLOCK || depth > PV_DOC_DEPTH_MAX)
        return refuse(in);
    out->kind = (enum pv_doc_kind)kind;
    out->style = (enum pv_doc_style)style;
    if (kind != PV_DOC_LIST && kind != PV_DOC_MAP) {
        take_scalar(in, out);
        return PV_SUCCESS;
    }
    out->n = pv_unpack_count(&in->from);
    PV_TRY(PV_NEW_ARRAY(mem, out->n, &out->items, in->err));
    if (kind == PV_DOC_MAP)
        PV_TRY(PV_NEW_ARRAY(mem, out->n, &out->keys, in->err));
    for (size_t i = 0; i < out->n; i++) {
        if (kind == PV_DOC_MAP) {
            out->keys[i].text = pv_unpack_text(&in->from);
            out->keys[i].place = take_place(in);
        }
        PV_TRY(take_doc(in, &out->items[i], depth + 1));
    }
    return PV_SUCCESS;
}

static PV_RESULT take_lang(struct input *in, const struct pv_lang **out)
{
    uint64_t number = pv_unpack_number(&in->from);
    *out = number && number < UINT8_MAX ? pv_lang_at((size_t)number - 1) : NULL;
    return in->from.is_bad || (number && !*out) ? refuse(in) : PV_SUCCESS;
}

static PV_RESULT take_words(struct input *in)
{
    struct pv_arena *mem = &in->set->mem;
    in->n_words = pv_unpack_count(&in->from);
    PV_TRY(PV_NEW_ARRAY(mem, in->n_words, &in->words, in->err));
    for (size_t i = 0; i < in->n_words; i++)
        PV_TRY(
            pv_vocab_add(mem, &in->set->vocab, pv_unpack_text(&in->from), &in->words[i], in->err));
    return PV_SUCCESS;
}

/* Where the needs around the next one end, the outermost first. */
struct nest {
    uint64_t ends[NEEDS_DEPTH_MAX];
    size_t depth;
};

/* Each need ends within the one around it, as pv_need_is_met relies on. */
static bool enter(struct nest *nest, uint64_t at, uint64_t after)
{
    while (nest->depth > 0 && nest->ends[nest->depth - 1] <= at)
        nest->depth--;
    if (after <= at || nest->depth == NEEDS_DEPTH_MAX ||
        (nest->depth > 0 && after > nest->ends[nest->depth - 1]))
        return false;
    nest->ends[nest->depth++] = after;
    return true;
}

static PV_RESULT take_needs(struct input *in, struct pv_needs *out)
{
    struct nest nest = {0};
    size_t n = pv_unpack_count(&in->from);
    PV_TRY(PV_NEW_ARRAY(&in->set->mem, n, &out->list.p, in->err));
    for (size_t i = 0; i < n; i++) {
        struct pv_need *need = &out->list.p[i];
        unsigned kind = pv_unpack_byte(&in->from);
        uint64_t number = pv_unpack_number(&in->from);
        bool is_word = kind == PV_NEED_WORD || kind == PV_NEED_PART;
        uint64_t after = is_word ? i + 1 : number;
        if (in->from.is_bad || kind > PV_NEED_ANY || after > n || !enter(&nest, i, after) ||
            (is_word && number >= in->n_words))
            return refuse(in);
        *need = (struct pv_need){.kind = (uint8_t)kind, .after = (uint32_t)after};
        if (is_word)
            need->word = in->words[number];
    }
    out->list.n = n;
    out->list.capacity = n;
    pv_needs_weigh(out);
    return PV_SUCCESS;
}

static PV_RESULT take_part(struct input *in, struct pv_rule_part *out)
{
    PV_TRY(take_lang(in, &out->lang));
    out->is_deferred = pv_unpack_byte(&in->from) != 0;
    out->sinks_need = (uint32_t)pv_unpack_number(&in->from);
    PV_TRY(take_needs(in, &out->needs));
    return out->sinks_need < pv_max(out->needs.list.n, 1) ? PV_SUCCESS : refuse(in);
}

static PV_RESULT take_globs(struct input *in, const struct pv_glob **out, size_t *n_out)
{
    struct pv_glob *globs = NULL;
    size_t n = pv_unpack_count(&in->from);
    PV_TRY(PV_NEW_ARRAY(&in->set->mem, n, &globs, in->err));
    for (size_t i = 0; i < n; i++)
        globs[i] = pv_glob_of(pv_unpack_text(&in->from));
    *out = globs;
    *n_out = n;
    return PV_SUCCESS;
}

static PV_RESULT take_rule(struct input *in, struct pv_rule *rule)
{
    rule->file = pv_unpack_text(&in->from);
    rule->id = pv_unpack_text(&in->from);
    rule->check_id = pv_unpack_text(&in->from);
    rule->severity_text = pv_unpack_text(&in->from);
    rule->silent = pv_unpack_text(&in->from);
    rule->line = (size_t)pv_unpack_number(&in->from);
    if (in->from.is_bad || !pv_severity_of(rule->severity_text, &rule->severity))
        return refuse(in);
    PV_TRY(take_globs(in, &rule->include, &rule->n_include));
    PV_TRY(take_globs(in, &rule->exclude, &rule->n_exclude));
    size_t n_parts = pv_unpack_count(&in->from);
    PV_TRY(PV_NEW_ARRAY(&in->set->mem, n_parts, &rule->parts, in->err));
    for (; rule->n_parts < n_parts; rule->n_parts++)
        PV_TRY(take_part(in, &rule->parts[rule->n_parts]));
    rule->packed = pv_unpack_text(&in->from);
    /* What is to be compiled has to be there, and what is not has nothing to say. */
    for (size_t i = 0; i < n_parts; i++)
        if (rule->parts[i].is_deferred && rule->packed.n == 0)
            return refuse(in);
    return in->from.is_bad ? refuse(in) : PV_SUCCESS;
}

static PV_RESULT take_rules(struct input *in)
{
    struct pv_rule_set *set = in->set;
    size_t n = pv_unpack_count(&in->from);
    struct pv_rule *rules = NULL;
    PV_TRY(PV_NEW_ARRAY(&set->mem, n, &rules, in->err));
    for (size_t i = 0; i < n; i++) {
        struct pv_rule **slot = NULL;
        PV_TRY(take_rule(in, &rules[i]));
        PV_TRY(PV_VEC_PUSH(&set->mem, &set->rules, &slot, in->err));
        *slot = &rules[i];
    }
    return PV_SUCCESS;
}

static PV_RESULT take_problems(struct input *in, struct pv_rule_set *counted)
{
    counted->n_unsupported = (size_t)pv_unpack_number(&in->from);
    counted->n_broken = (size_t)pv_unpack_number(&in->from);
    size_t n = pv_unpack_count(&in->from);
    for (size_t i = 0; i < n; i++) {
        struct pv_rule_problem *problem = NULL;
        PV_TRY(PV_VEC_PUSH(&in->set->mem, &counted->problems, &problem, in->err));
        problem->file = pv_unpack_text(&in->from);
        problem->rule_id = pv_unpack_text(&in->from);
        problem->line = (size_t)pv_unpack_number(&in->from);
        problem->column = (size_t)pv_unpack_number(&in->from);
        problem->code = (enum pv_code)pv_unpack_number(&in->from);
        problem->text = pv_unpack_text(&in->from);
    }
    return PV_SUCCESS;
}

static PV_RESULT take_metavariables(struct input *in)
{
    size_t n = pv_unpack_count(&in->from);
    for (size_t i = 0; i < n; i++) {
        pv_word word = 0;
        PV_TRY(pv_vocab_add(&in->set->mem, &in->set->vocab, pv_unpack_text(&in->from), &word,
                            in->err));
    }
    return PV_SUCCESS;
}

static PV_RESULT take_entries(struct input *in)
{
    size_t n = pv_unpack_count(&in->from);
    for (size_t i = 0; i < n; i++) {
        struct pv_deferred_entry *slot = NULL;
        PV_TRY(PV_VEC_PUSH(&in->set->mem, &in->set->deferred_entries, &slot, in->err));
        slot->file = (size_t)pv_unpack_number(&in->from);
        slot->index = (size_t)pv_unpack_number(&in->from);
        PV_TRY(take_lang(in, &slot->lang));
        if (!slot->lang)
            return refuse(in);
        PV_TRY(take_needs(in, &slot->needs));
    }
    return PV_SUCCESS;
}

static PV_RESULT check_origin(struct input *in, const struct pv_rule_origin *origin)
{
    struct pv_buf wish = {0};
    pv_rule_image_add_wish(&wish, &in->set->wish);
    bool is_same = pv_str_eq(pv_unpack_text(&in->from), origin->engine);
    is_same = pv_str_eq(pv_unpack_text(&in->from), pv_buf_str(&wish)) && is_same;
    pv_buf_clear(&wish);
    is_same = pv_unpack_number(&in->from) == origin->sources.list.n && is_same;
    PV_VEC_EACH (const struct pv_rule_source, source, &origin->sources.list) {
        is_same = is_same && pv_str_eq(pv_unpack_text(&in->from), source->path);
        is_same = is_same && pv_str_eq(pv_unpack_text(&in->from), source->text);
    }
    return is_same && !in->from.is_bad ? PV_SUCCESS : refuse(in);
}

static PV_RESULT check_frame(struct input *in)
{
    struct pv_str magic = PV_RULE_IMAGE_MAGIC;
    if (!pv_str_eq(pv_unpack_bytes(&in->from, magic.n), magic))
        return refuse(in);
    uint64_t hash = 0;
    pv_unpack_into(&in->from, &hash, sizeof hash);
    struct pv_str body = pv_str_sub(in->from.bytes, in->from.at, in->from.bytes.n);
    return in->from.is_bad || pv_rule_image_hash(body) != hash ? refuse(in) : PV_SUCCESS;
}

struct pv_result pv_rule_unpack(struct pv_rule_set *set, struct pv_str packed,
                                const struct pv_doc **out, struct pv_err *err)
{
    struct input in = {.set = set, .from = {.bytes = packed}, .err = err};
    struct pv_doc *doc = NULL;
    PV_TRY(PV_NEW(&set->mem, &doc, err));
    PV_TRY(take_doc(&in, doc, 0));
    if (in.from.is_bad || in.from.at != packed.n)
        return refuse(&in);
    *out = doc;
    return PV_SUCCESS;
}

struct pv_result pv_rule_image_read(struct pv_rule_set *set, const struct pv_rule_origin *origin,
                                    struct pv_str image, struct pv_err *err)
{
    struct input in = {.set = set, .from = {.bytes = image}, .err = err};
    struct pv_rule_set counted = {0};
    PV_TRY(check_frame(&in));
    PV_TRY(check_origin(&in, origin));
    PV_TRY(take_problems(&in, &counted));
    PV_TRY(take_metavariables(&in));
    PV_TRY(take_words(&in));
    PV_TRY(take_rules(&in));
    PV_TRY(take_entries(&in));
    PV_TRY(pv_pattern_shelf_unpack(&set->mem, pv_unpack_text(&in.from), &set->shelf, err));
    if (in.from.is_bad || in.from.at != image.n)
        return refuse(&in);
    set->problems.p = counted.problems.p;
    set->problems.n = counted.problems.n;
    set->problems.capacity = counted.problems.capacity;
    set->n_unsupported = counted.n_unsupported;
    set->n_broken = counted.n_broken;
    return origin->sources.list.n ? PV_SUCCESS : pv_rule_set_add_secrets(set, err);
}
