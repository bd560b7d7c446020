/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/finding_fill.h"

#include "base/buf.h"
#include "base/hash.h"
#include "engine/scan/finding_hide.h"
#include "engine/scan/fix_import.h"
#include "engine/scan/fix_text.h"
#include "engine/scan/scan_limits.h"

#include <stdio.h>

static bool is_name_byte(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_';
}

struct pv_str pv_finding_name(struct pv_str rest)
{
    struct pv_str dots = PV_STR("...");
    size_t at = 1;
    if (rest.n < 2 || rest.p[0] != '$')
        return (struct pv_str){0};
    if (pv_str_has_prefix(pv_str_sub(rest, at, rest.n), dots))
        at += dots.n;
    size_t start = at;
    while (at < rest.n && is_name_byte(rest.p[at]))
        at++;
    return at == start ? (struct pv_str){0} : pv_str_sub(rest, 0, at);
}

const struct pv_binding *pv_finding_binding(const struct pv_finding_source *source,
                                            const struct pv_match *match, struct pv_str name)
{
    pv_word word = pv_vocab_find(source->vocab, name);
    return word == 0 ? NULL : pv_bindings_find(match->bindings, word);
}

/* The literal that a bound name stands for; PV_NO_NODE for all else. */
static pv_node value_of(const struct pv_finding_source *source, const struct pv_binding *binding)
{
    const struct pv_constants *constants = source->constants;
    if (!constants || !constants->tree || binding->kind != PV_BIND_NODE)
        return PV_NO_NODE;
    pv_node value = pv_constant_of(constants, binding->first);
    enum pv_kind kind = (enum pv_kind)pv_tree_at(constants->tree, value)->kind;
    bool is_literal = kind >= PV_INT && kind <= PV_STRING;
    return value != binding->first && is_literal ? value : PV_NO_NODE;
}

/* What `name` is bound to, or with `is_value` the literal that this stands for, if it does. */
static bool find_value(const struct pv_finding_source *source, const struct pv_match *match,
                       struct pv_str name, bool is_value, struct pv_str *out)
{
    const struct pv_binding *binding = pv_finding_binding(source, match, name);
    if (!binding)
        return false;
    pv_node value = is_value ? value_of(source, binding) : PV_NO_NODE;
    *out = value == PV_NO_NODE ? pv_str_sub(source->lines->text, binding->start, binding->end)
                               : pv_tree_text(source->constants->tree, value);
    return true;
}

/* How much of `rest` is one metavariable with a value, "value(…)" included; 0 for none. */
static size_t take_reference(const struct pv_finding_source *source, const struct pv_match *match,
                             struct pv_str rest, struct pv_str *value)
{
    struct pv_str call = PV_STR("value(");
    size_t before = pv_str_has_prefix(rest, call) ? call.n : 0;
    struct pv_str name = pv_finding_name(pv_str_sub(rest, before, rest.n));
    size_t end = before + name.n;
    if (name.n == 0 || (before > 0 && (end >= rest.n || rest.p[end] != ')')))
        return 0;
    if (!find_value(source, match, name, before > 0, value))
        return 0;
    return before > 0 ? end + 1 : end;
}

struct pv_result pv_finding_interpolate(struct pv_arena *mem,
                                        const struct pv_finding_source *source, struct pv_str text,
                                        const struct pv_match *match, struct pv_str *out,
                                        struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {.max = PV_SCAN_MESSAGE_BYTES};
    size_t plain = 0; /* start of what has not been copied yet */
    for (size_t at = 0; at < text.n;) {
        struct pv_str value = {0};
        size_t n = 0;
        if (text.p[at] == '$' || text.p[at] == 'v')
            n = take_reference(source, match, pv_str_sub(text, at, text.n), &value);
        if (n > 0) {
            pv_buf_add(&buf, pv_str_sub(text, plain, at));
            size_t before = buf.n;
            pv_buf_add(&buf, value);
            if (buf.n == before + value.n)
                pv_finding_hide(source, value, buf.p + before);
            plain = at + n;
        }
        at += n > 0 ? n : 1;
    }
    pv_buf_add(&buf, pv_str_sub(text, plain, text.n));
    PV_TRY(pv_buf_result(&buf, err));
    return pv_str_copy(mem, pv_buf_str(&buf), out, err);
}

static struct pv_place place_at(const struct pv_finding_source *source, uint32_t offset)
{
    struct pv_place place = pv_line_index_place(source->lines, offset);
    place.offset += source->shift;
    return place;
}

static PV_RESULT fill_value(struct pv_arena *mem, const struct pv_finding_source *source,
                            const struct pv_binding *binding, struct pv_finding_var *var,
                            struct pv_err *err)
{
    pv_node value = value_of(source, binding);
    if (value == PV_NO_NODE)
        return PV_SUCCESS;
    const struct pv_tree_node *node = pv_tree_at(source->constants->tree, value);
    var->value_start = place_at(source, node->start);
    var->value_end = place_at(source, node->end);
    return pv_finding_copy(mem, source, pv_tree_text(source->constants->tree, value), &var->value,
                           err);
}

static PV_RESULT fill_vars(struct pv_arena *mem, const struct pv_finding_source *source,
                           const struct pv_match *match, struct pv_finding *out, struct pv_err *err)
{
    if (match->bindings.n == 0)
        return PV_SUCCESS;
    PV_TRY(PV_NEW_ARRAY(mem, match->bindings.n, &out->vars, err));
    for (size_t i = 0; i < match->bindings.n; i++) {
        const struct pv_binding *binding = &match->bindings.p[i];
        struct pv_str text = pv_str_sub(source->lines->text, binding->start, binding->end);
        struct pv_finding_var *var = &out->vars[i];
        var->name = pv_vocab_text(source->vocab, binding->name);
        var->start = place_at(source, binding->start);
        var->end = place_at(source, binding->end);
        PV_TRY(pv_finding_copy(mem, source, text, &var->text, err));
        PV_TRY(fill_value(mem, source, binding, var, err));
    }
    out->n_vars = match->bindings.n;
    return PV_SUCCESS;
}

/* The line that the match's last byte is on: its end may be the start of the next one. */
static uint32_t last_line(const struct pv_finding_source *source, const struct pv_match *match)
{
    uint32_t last = match->end > match->start ? match->end - 1 : match->start;
    return pv_line_index_place(source->lines, last).line;
}

/* Adds a replacement, with \1 and \g<1> for what the groups have matched. */
static void add_replacement(struct pv_buf *out, struct pv_str replacement, struct pv_str text,
                            const struct pv_regex_match *groups)
{
    for (size_t i = 0; i < replacement.n; i++) {
        char next = i + 1 < replacement.n ? replacement.p[i + 1] : '\0';
        size_t digit = i + 1;
        if (replacement.p[i] == '\\' && next == 'g' && i + 4 < replacement.n &&
            replacement.p[i + 2] == '<' && replacement.p[i + 4] == '>')
            digit = i + 3;
        char byte = digit < replacement.n ? replacement.p[digit] : '\0';
        if (replacement.p[i] != '\\' || byte < '0' || byte > '9') {
            pv_buf_add_byte(out, replacement.p[i]);
            continue;
        }
        size_t group = (size_t)(byte - '0');
        if (group < groups->n && groups->groups[group].start != SIZE_MAX)
            pv_buf_add(out,
                       pv_str_sub(text, groups->groups[group].start, groups->groups[group].end));
        i = digit == i + 1 ? digit : digit + 1;
    }
}

/* The matched text with what the expression finds in it replaced; *out stays when it finds nothing
 * or changes nothing. */
static PV_RESULT replace(struct pv_arena *mem, const struct pv_fix_regex *fix, struct pv_str text,
                         struct pv_str *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {.max = PV_SCAN_MESSAGE_BYTES};
    size_t at = 0;
    size_t plain = 0;
    for (size_t n = 0; at <= text.n && (fix->count == 0 || n < fix->count); n++) {
        struct pv_regex_match groups;
        struct pv_result result = pv_regex_find(fix->regex, text, at, &groups);
        if (result.code == PV_NOT_FOUND)
            break;
        PV_TRY(result);
        pv_buf_add(&buf, pv_str_sub(text, plain, groups.groups[0].start));
        add_replacement(&buf, fix->replacement, text, &groups);
        plain = groups.groups[0].end;
        at = plain + (groups.groups[0].start == plain);
    }
    pv_buf_add(&buf, pv_str_sub(text, plain, text.n));
    PV_TRY(pv_buf_result(&buf, err));
    return pv_str_eq(pv_buf_str(&buf), text) ? PV_SUCCESS
                                             : pv_str_copy(mem, pv_buf_str(&buf), out, err);
}

/* A fix holds the code that it keeps. Where that is a secret there is none: reports show fixes. */
static PV_RESULT fill_fix(struct pv_arena *mem, const struct pv_finding_source *source,
                          const struct pv_match *match, struct pv_finding *out, struct pv_err *err)
{
    const struct pv_rule *rule = out->rule;
    struct pv_str fix = match->fix.p ? match->fix : rule->fix;
    struct pv_str matched = pv_str_sub(source->lines->text, match->start, match->end);
    if (source->is_transcoded || pv_finding_has_secret(source, matched))
        return PV_SUCCESS;
    struct pv_str import = rule->fix_import;
    for (size_t i = 0; i < rule->n_fix_regexes && !match->fix.p && !out->fix.p; i++) {
        const struct pv_fix_regex *one = &rule->fix_regexes[i];
        PV_TRY(replace(mem, one, matched, &out->fix, err));
        import = out->fix.p && one->import.p ? one->import : import;
    }
    if (fix.p && !out->fix.p)
        PV_TRY(pv_fix_text(mem, source, fix, match, &out->fix, err));
    return out->fix.p && import.n ? pv_fix_import(mem, source, import, out, err) : PV_SUCCESS;
}

struct pv_result pv_finding_fill(struct pv_arena *mem, const struct pv_finding_source *source,
                                 const struct pv_rule *rule, const struct pv_match *match,
                                 struct pv_finding *out, struct pv_err *err)
{
    struct pv_finding finding = {
        .rule = rule,
        .path = source->path,
        .start = place_at(source, match->start),
        .end = place_at(source, match->end),
    };
    struct pv_str lines =
        pv_line_index_lines(source->lines, finding.start.line, last_line(source, match));
    lines = pv_str_sub(lines, 0, PV_SCAN_LINES_BYTES);
    PV_TRY(pv_finding_copy(mem, source, lines, &finding.lines, err));
    PV_TRY(pv_finding_interpolate(mem, source, rule->message, match, &finding.message, err));
    PV_TRY(fill_fix(mem, source, match, &finding, err));
    PV_TRY(fill_vars(mem, source, match, &finding, err));
    struct pv_str matched = {0};
    PV_TRY(pv_finding_signed_text(mem, source, &finding, &matched, err));
    pv_finding_sign(&finding, matched, 0);
    *out = finding;
    return PV_SUCCESS;
}

struct pv_result pv_finding_fill_secret(struct pv_arena *mem,
                                        const struct pv_finding_source *source,
                                        const struct pv_rule *rule, const struct pv_secret *secret,
                                        struct pv_finding *out, struct pv_err *err)
{
    const struct pv_match match = {.start = secret->start, .end = secret->end};
    return pv_finding_fill(mem, source, rule, &match, out, err);
}

struct pv_result pv_finding_fill_step(struct pv_arena *mem, const struct pv_finding_source *source,
                                      struct pv_taint_step at, struct pv_finding_step *out,
                                      struct pv_err *err)
{
    struct pv_match place = {.start = at.start, .end = at.end};
    struct pv_str text = pv_str_sub(source->lines->text, at.start, at.end);
    out->start = place_at(source, at.start);
    out->end = place_at(source, at.end);
    struct pv_str lines =
        pv_line_index_lines(source->lines, out->start.line, last_line(source, &place));
    text = pv_str_sub(text, 0, PV_SCAN_LINES_BYTES);
    lines = pv_str_sub(lines, 0, PV_SCAN_LINES_BYTES);
    PV_TRY(pv_finding_copy(mem, source, text, &out->text, err));
    return pv_finding_copy(mem, source, lines, &out->lines, err);
}

struct pv_result pv_finding_fill_steps(struct pv_arena *mem, const struct pv_finding_source *source,
                                       const struct pv_taint_finding *flow,
                                       struct pv_finding *finding, struct pv_err *err)
{
    struct pv_finding_step *steps = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, flow->n_steps, &steps, err));
    for (size_t i = 0; i < flow->n_steps; i++)
        PV_TRY(pv_finding_fill_step(mem, source, flow->steps[i], &steps[i], err));
    finding->steps = steps;
    finding->n_steps = flow->n_steps;
    finding->ending = flow->ending;
    finding->is_sent = flow->is_sent;
    return PV_SUCCESS;
}

struct pv_str pv_finding_step_path(const struct pv_finding *finding, size_t step)
{
    struct pv_str path = finding->steps[step].path;
    return path.p ? path : finding->path;
}

static uint64_t hash_part(uint64_t hash, struct pv_str part)
{
    for (size_t i = 0; i < part.n; i++)
        hash = pv_hash_byte(hash, (unsigned char)part.p[i]);
    return pv_hash_byte(hash, 0); /* so that "ab", "c" is not "a", "bc" */
}

void pv_finding_sign(struct pv_finding *finding, struct pv_str matched, size_t twin)
{
    /* Two hashes with different starts: 128 bits, which is for telling apart, not for security. */
    static const uint64_t starts[] = {PV_HASH_START, UINT64_C(0x6c62272e07bb0142)};
    char *out = finding->fingerprint;
    size_t room = sizeof finding->fingerprint;
    for (size_t i = 0; i < PV_COUNT(starts); i++) {
        uint64_t hash = hash_part(starts[i], finding->rule->id);
        hash = hash_part(hash, finding->path);
        hash = hash_part(hash, matched);
        for (size_t n = twin; n > 0; n >>= 8)
            hash = pv_hash_byte(hash, (unsigned char)n);
        (void)snprintf(out + i * 16, room - i * 16, "%016llx",
                       (unsigned long long)pv_hash_end(hash));
    }
}
