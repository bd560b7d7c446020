/* SPDX-License-Identifier: Apache-2.0 */
#include "base/num.h"
#include "engine/match/match_limits.h"
#include "engine/rule/rule_image_internal.h"
#include "engine/rule/rule_internal.h"
#include "text/glob.h"
#include "text/text_limits.h"

/* A formula's, and those of a pattern or condition in it. */
enum { NEEDS_DEPTH_MAX = PV_FORMULA_DEPTH_MAX + 4 };

/* An image from front to back. What is not there reads as zero, and `is_bad` says so. */
struct input {
    struct pv_rule_set *set;
    struct pv_str bytes;
    size_t at;
    bool is_bad;
    pv_word *words; /* that needs speak of, by their number in the image */
    size_t n_words;
    struct pv_err *err;
};

static PV_RESULT refuse(struct input *in)
{
    in->is_bad = true;
    return pv_fail(in->err, PV_INVALID, in->at, "an image of these rules");
}

static struct pv_str take_bytes(struct input *in, size_t n)
{
    if (in->is_bad || n > in->bytes.n - in->at) {
        in->is_bad = true;
        return (struct pv_str){0};
    }
    struct pv_str bytes = pv_str_sub(in->bytes, in->at, in->at + n);
    in->at += n;
    return bytes;
}

static void take_into(struct input *in, void *out, size_t n)
{
    struct pv_str bytes = take_bytes(in, n);
    if (bytes.n == n)
        memcpy(out, bytes.p, n);
}

static unsigned take_byte(struct input *in)
{
    unsigned char byte = 0;
    take_into(in, &byte, sizeof byte);
    return byte;
}

static uint64_t take_number(struct input *in)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        unsigned byte = take_byte(in);
        number |= (uint64_t)(byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
    in->is_bad = true;
    return 0;
}

static struct pv_str take_text(struct input *in)
{
    return take_bytes(in, take_number(in));
}

/* A number of things that take at least a byte each. */
static size_t take_count(struct input *in)
{
    uint64_t n = take_number(in);
    if (n > in->bytes.n - in->at)
        in->is_bad = true;
    return in->is_bad ? 0 : (size_t)n;
}

static struct pv_doc_place take_place(struct input *in)
{
    uint32_t line = (uint32_t)take_number(in);
    return (struct pv_doc_place){line, (uint32_t)take_number(in)};
}

static void take_scalar(struct input *in, struct pv_doc *out)
{
    out->text = take_text(in);
    if (out->kind == PV_DOC_TEXT || out->kind == PV_DOC_NULL)
        return;
    take_into(in, &out->number, sizeof out->number);
    take_into(in, &out->real, sizeof out->real);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_DOC_DEPTH_MAX at most */
static PV_RESULT take_doc(struct input *in, struct pv_doc *out, size_t depth)
{
    struct pv_arena *mem = &in->set->mem;
    unsigned kind = take_byte(in);
    unsigned style = take_byte(in);
    out->place = take_place(in);
    if (in->is_bad || kind > PV_DOC_MAP || style > PV_DOC_BLOCK || depth > PV_DOC_DEPTH_MAX)
        return refuse(in);
    out->kind = (enum pv_doc_kind)kind;
    out->style = (enum pv_doc_style)style;
    if (kind != PV_DOC_LIST && kind != PV_DOC_MAP) {
        take_scalar(in, out);
        return PV_SUCCESS;
    }
    out->n = take_count(in);
    PV_TRY(PV_NEW_ARRAY(mem, out->n, &out->items, in->err));
    if (kind == PV_DOC_MAP)
        PV_TRY(PV_NEW_ARRAY(mem, out->n, &out->keys, in->err));
    for (size_t i = 0; i < out->n; i++) {
        if (kind == PV_DOC_MAP) {
            out->keys[i].text = take_text(in);
            out->keys[i].place = take_place(in);
        }
        PV_TRY(take_doc(in, &out->items[i], depth + 1));
    }
    return PV_SUCCESS;
}

static PV_RESULT take_lang(struct input *in, const struct pv_lang **out)
{
    uint64_t number = take_number(in);
    *out = number && number < UINT8_MAX ? pv_lang_at((size_t)number - 1) : NULL;
    return in->is_bad || (number && !*out) ? refuse(in) : PV_SUCCESS;
}

static PV_RESULT take_words(struct input *in)
{
    struct pv_arena *mem = &in->set->mem;
    in->n_words = take_count(in);
    PV_TRY(PV_NEW_ARRAY(mem, in->n_words, &in->words, in->err));
    for (size_t i = 0; i < in->n_words; i++)
        PV_TRY(pv_vocab_add(mem, &in->set->vocab, take_text(in), &in->words[i], in->err));
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
    size_t n = take_count(in);
    PV_TRY(PV_NEW_ARRAY(&in->set->mem, n, &out->list.p, in->err));
    for (size_t i = 0; i < n; i++) {
        struct pv_need *need = &out->list.p[i];
        unsigned kind = take_byte(in);
        uint64_t number = take_number(in);
        bool is_word = kind == PV_NEED_WORD;
        uint64_t after = is_word ? i + 1 : number;
        if (in->is_bad || kind > PV_NEED_ANY || after > n || !enter(&nest, i, after) ||
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
    out->is_deferred = take_byte(in) != 0;
    out->sinks_need = (uint32_t)take_number(in);
    PV_TRY(take_needs(in, &out->needs));
    return out->sinks_need < pv_max(out->needs.list.n, 1) ? PV_SUCCESS : refuse(in);
}

static PV_RESULT take_globs(struct input *in, const struct pv_glob **out, size_t *n_out)
{
    struct pv_glob *globs = NULL;
    size_t n = take_count(in);
    PV_TRY(PV_NEW_ARRAY(&in->set->mem, n, &globs, in->err));
    for (size_t i = 0; i < n; i++)
        globs[i] = pv_glob_of(take_text(in));
    *out = globs;
    *n_out = n;
    return PV_SUCCESS;
}

static PV_RESULT take_rule(struct input *in, struct pv_rule *rule)
{
    rule->file = take_text(in);
    rule->id = take_text(in);
    rule->check_id = take_text(in);
    rule->severity_text = take_text(in);
    rule->silent = take_text(in);
    rule->line = (size_t)take_number(in);
    if (in->is_bad || !pv_severity_of(rule->severity_text, &rule->severity))
        return refuse(in);
    PV_TRY(take_globs(in, &rule->include, &rule->n_include));
    PV_TRY(take_globs(in, &rule->exclude, &rule->n_exclude));
    size_t n_parts = take_count(in);
    PV_TRY(PV_NEW_ARRAY(&in->set->mem, n_parts, &rule->parts, in->err));
    for (; rule->n_parts < n_parts; rule->n_parts++)
        PV_TRY(take_part(in, &rule->parts[rule->n_parts]));
    rule->packed = take_text(in);
    /* What is to be compiled has to be there, and what is not has nothing to say. */
    for (size_t i = 0; i < n_parts; i++)
        if (rule->parts[i].is_deferred && rule->packed.n == 0)
            return refuse(in);
    return in->is_bad ? refuse(in) : PV_SUCCESS;
}

static PV_RESULT take_rules(struct input *in)
{
    struct pv_rule_set *set = in->set;
    size_t n = take_count(in);
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
    counted->n_unsupported = (size_t)take_number(in);
    counted->n_broken = (size_t)take_number(in);
    size_t n = take_count(in);
    for (size_t i = 0; i < n; i++) {
        struct pv_rule_problem *problem = NULL;
        PV_TRY(PV_VEC_PUSH(&in->set->mem, &counted->problems, &problem, in->err));
        problem->file = take_text(in);
        problem->rule_id = take_text(in);
        problem->line = (size_t)take_number(in);
        problem->column = (size_t)take_number(in);
        problem->code = (enum pv_code)take_number(in);
        problem->text = take_text(in);
    }
    return PV_SUCCESS;
}

static PV_RESULT take_metavariables(struct input *in)
{
    size_t n = take_count(in);
    for (size_t i = 0; i < n; i++) {
        pv_word word = 0;
        PV_TRY(pv_vocab_add(&in->set->mem, &in->set->vocab, take_text(in), &word, in->err));
    }
    return PV_SUCCESS;
}

static PV_RESULT take_entries(struct input *in)
{
    size_t n = take_count(in);
    for (size_t i = 0; i < n; i++) {
        struct pv_deferred_entry *slot = NULL;
        PV_TRY(PV_VEC_PUSH(&in->set->mem, &in->set->deferred_entries, &slot, in->err));
        slot->file = (size_t)take_number(in);
        slot->index = (size_t)take_number(in);
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
    bool is_same = pv_str_eq(take_text(in), origin->engine);
    is_same = pv_str_eq(take_text(in), pv_buf_str(&wish)) && is_same;
    pv_buf_clear(&wish);
    is_same = take_number(in) == origin->sources.list.n && is_same;
    PV_VEC_EACH (const struct pv_rule_source, source, &origin->sources.list) {
        is_same = is_same && pv_str_eq(take_text(in), source->path);
        is_same = is_same && pv_str_eq(take_text(in), source->text);
    }
    return is_same && !in->is_bad ? PV_SUCCESS : refuse(in);
}

static PV_RESULT check_frame(struct input *in)
{
    struct pv_str magic = PV_RULE_IMAGE_MAGIC;
    if (!pv_str_eq(take_bytes(in, magic.n), magic))
        return refuse(in);
    uint64_t hash = 0;
    take_into(in, &hash, sizeof hash);
    struct pv_str body = pv_str_sub(in->bytes, in->at, in->bytes.n);
    return in->is_bad || pv_rule_image_hash(body) != hash ? refuse(in) : PV_SUCCESS;
}

struct pv_result pv_rule_unpack(struct pv_rule_set *set, struct pv_str packed,
                                const struct pv_doc **out, struct pv_err *err)
{
    struct input in = {.set = set, .bytes = packed, .err = err};
    struct pv_doc *doc = NULL;
    PV_TRY(PV_NEW(&set->mem, &doc, err));
    PV_TRY(take_doc(&in, doc, 0));
    if (in.is_bad || in.at != packed.n)
        return refuse(&in);
    *out = doc;
    return PV_SUCCESS;
}

struct pv_result pv_rule_image_read(struct pv_rule_set *set, const struct pv_rule_origin *origin,
                                    struct pv_str image, struct pv_err *err)
{
    struct input in = {.set = set, .bytes = image, .err = err};
    struct pv_rule_set counted = {0};
    PV_TRY(check_frame(&in));
    PV_TRY(check_origin(&in, origin));
    PV_TRY(take_problems(&in, &counted));
    PV_TRY(take_metavariables(&in));
    PV_TRY(take_words(&in));
    PV_TRY(take_rules(&in));
    PV_TRY(take_entries(&in));
    if (in.is_bad || in.at != image.n)
        return refuse(&in);
    set->problems.p = counted.problems.p;
    set->problems.n = counted.problems.n;
    set->problems.capacity = counted.problems.capacity;
    set->n_unsupported = counted.n_unsupported;
    set->n_broken = counted.n_broken;
    return origin->sources.list.n ? PV_SUCCESS : pv_rule_set_add_secrets(set, err);
}
