/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/suppress.h"

#include "engine/scan/scan_limits.h"

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

static bool is_blank(struct pv_str s)
{
    return pv_str_trim(s).n == 0;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool has_prefix_in_any_case(struct pv_str s, struct pv_str prefix)
{
    for (size_t i = 0; i < prefix.n; i++)
        if (i >= s.n || lower(s.p[i]) != prefix.p[i])
            return false;
    return true;
}

static const struct pv_str openers[] = {{"#", 1},  {"//", 2}, {"/*", 2}, {"<!--", 4},
                                        {"--", 2}, {";", 1},  {"%", 1},  {"*", 1}};

/*
 * Where the comment that `before` (the line up to the marker) ends in begins;
 * SIZE_MAX when there is none. Any language's opener will do: who can write the
 * code can write the comment too, so nothing is gained by being strict.
 */
static size_t find_opener(struct pv_str before)
{
    for (size_t at = 0; at < before.n; at++)
        for (size_t i = 0; i < PV_COUNT(openers); i++)
            if (pv_str_has_prefix(pv_str_sub(before, at, before.n), openers[i]))
                return at;
    return SIZE_MAX;
}

/* Cuts what closes a comment, and what follows it. */
static struct pv_str cut_closer(struct pv_str rest, bool *has_code_after)
{
    static const struct pv_str closers[] = {{"*/", 2}, {"-->", 3}};
    for (size_t i = 0; i < PV_COUNT(closers); i++) {
        size_t at = pv_str_find(rest, closers[i], 0);
        if (at == SIZE_MAX)
            continue;
        *has_code_after = !is_blank(pv_str_sub(rest, at + closers[i].n, rest.n));
        rest = pv_str_sub(rest, 0, at);
    }
    return rest;
}

/* Where the reason's mark is: dashes that are not within a name, or a colon; SIZE_MAX for none. */
static size_t find_mark(struct pv_str rest, size_t *length)
{
    struct pv_str dashes = PV_STR("--");
    for (size_t at = 0; at < rest.n; at++) {
        bool is_within = at > 0 && is_word_byte(rest.p[at - 1]);
        bool is_dashes = pv_str_has_prefix(pv_str_sub(rest, at, rest.n), dashes);
        *length = is_dashes ? dashes.n : 1;
        if (rest.p[at] == ':' || (is_dashes && !is_within))
            return at;
    }
    return SIZE_MAX;
}

/* "RULE, RULE -- REASON", or "RULE: REASON" */
static void read_rules_and_reason(struct pv_str rest, struct pv_suppression *out)
{
    size_t length = 0;
    size_t at = find_mark(rest, &length);
    out->rules = pv_str_trim(pv_str_sub(rest, 0, at));
    if (at != SIZE_MAX)
        out->reason = pv_str_trim(pv_str_sub(rest, at + length, rest.n));
    if (out->rules.n == 0)
        out->flaw = PV_SUPPRESS_NO_RULE;
    else if (out->reason.n == 0)
        out->flaw = PV_SUPPRESS_NO_REASON;
}

/* What follows "pave:"; false when it is not a suppression. */
static bool read_pave(struct pv_str after, struct pv_suppression *out)
{
    struct pv_str word = PV_STR("ignore");
    struct pv_str rest = pv_str_trim(after);
    if (!pv_str_has_prefix(rest, word) || (rest.n > word.n && is_word_byte(rest.p[word.n])))
        return false;
    read_rules_and_reason(pv_str_sub(rest, word.n, rest.n), out);
    return true;
}

/* The longest list of rule names at the front of `rest`: names, commas and spaces after commas. */
static struct pv_str take_names(struct pv_str rest)
{
    size_t at = 0;
    size_t end = 0;
    while (at < rest.n) {
        while (at < rest.n && (rest.p[at] == ' ' || rest.p[at] == '\t'))
            at++;
        size_t start = at;
        while (at < rest.n && (is_word_byte(rest.p[at]) || rest.p[at] == '.' || rest.p[at] == '/'))
            at++;
        if (at == start)
            break;
        end = at;
        if (at >= rest.n || rest.p[at] != ',')
            break;
        at++;
    }
    return pv_str_trim(pv_str_sub(rest, 0, end));
}

/* "nosem", "nosemgrep", "noopengrep", and perhaps ": RULE, RULE"; false when it is another word. */
static bool read_nosem(struct pv_str at_word, struct pv_suppression *out)
{
    static const struct pv_str words[] = {{"nosemgrep", 9}, {"noopengrep", 10}, {"nosem", 5}};
    for (size_t i = 0; i < PV_COUNT(words); i++) {
        if (!has_prefix_in_any_case(at_word, words[i]))
            continue;
        struct pv_str rest = pv_str_sub(at_word, words[i].n, at_word.n);
        if (rest.n > 0 && is_word_byte(rest.p[0]))
            continue;
        if (rest.n > 0 && rest.p[0] == ':')
            out->rules = take_names(pv_str_sub(rest, 1, rest.n));
        out->reason = pv_str_sub(at_word, 0, words[i].n);
        return true;
    }
    return false;
}

static bool may_be_marker(struct pv_str at_word)
{
    return pv_str_has_prefix(at_word, PV_STR("pave:")) ||
           has_prefix_in_any_case(at_word, PV_STR("nosem")) ||
           has_prefix_in_any_case(at_word, PV_STR("noopengrep"));
}

/* A marker at `at` in `line`, if there is one. */
static bool read_at(struct pv_str line, size_t at, struct pv_suppression *out)
{
    struct pv_str marker = PV_STR("pave:");
    struct pv_str before = pv_str_sub(line, 0, at);
    bool has_code_after = false;
    if (at == 0 || is_word_byte(line.p[at - 1]))
        return false;
    struct pv_str rest = cut_closer(pv_str_sub(line, at, line.n), &has_code_after);
    bool is_marker = pv_str_has_prefix(rest, marker)
                         ? read_pave(pv_str_sub(rest, marker.n, rest.n), out)
                         : read_nosem(rest, out);
    if (!is_marker)
        return false;
    size_t opener = find_opener(before);
    if (opener == SIZE_MAX)
        return false;
    out->is_alone = is_blank(pv_str_sub(line, 0, opener)) && !has_code_after;
    return true;
}

static PV_RESULT read_line(struct pv_arena *mem, struct pv_str line, uint32_t number,
                           struct pv_suppressions *out, struct pv_err *err)
{
    size_t tries = 0;                             /* each may look at all of the line */
    for (size_t at = 0; at + 5 <= line.n; at++) { /* 5: "nosem" and "pave:" are the shortest */
        char byte = line.p[at];
        if (byte != 'p' && byte != 'n' && byte != 'N')
            continue;
        if (!may_be_marker(pv_str_sub(line, at, line.n)))
            continue;
        if (tries++ >= PV_SCAN_SUPPRESSION_TRIES)
            break;
        struct pv_suppression found = {.line = number, .last = number};
        if (!read_at(line, at, &found))
            continue;
        if (out->list.n >= PV_SCAN_SUPPRESSIONS_MAX)
            return pv_fail(err, PV_LIMIT, 0, "more than %d suppression comments",
                           PV_SCAN_SUPPRESSIONS_MAX);
        struct pv_suppression *item = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &item, err));
        *item = found;
        break;
    }
    return PV_SUCCESS;
}

/* A comment alone on its line holds for the next line, or the one after more such comments. */
static void extend(struct pv_suppressions *all)
{
    for (size_t i = all->list.n; i-- > 0;) {
        struct pv_suppression *one = &all->list.p[i];
        if (!one->is_alone)
            continue;
        one->last = one->line + 1;
        const struct pv_suppression *next = i + 1 < all->list.n ? one + 1 : NULL;
        if (next && next->is_alone && next->line == one->last)
            one->last = next->last;
    }
}

struct pv_result pv_suppressions_read(struct pv_arena *mem, struct pv_str text,
                                      struct pv_suppressions *out, struct pv_err *err)
{
    struct pv_suppressions all = {0};
    struct pv_str rest = text;
    struct pv_str line = {0};
    for (uint32_t number = 1; pv_str_split(&rest, '\n', &line); number++)
        PV_TRY(read_line(mem, line, number, &all, err));
    extend(&all);
    *out = all;
    return PV_SUCCESS;
}

/* "python/weak-hash" for the rule weak-hash of that language. */
static bool is_language_and_id(struct pv_str name, const struct pv_rule *rule)
{
    size_t slash = pv_str_rfind_byte(name, '/');
    if (slash == SIZE_MAX || !pv_str_eq(pv_str_sub(name, slash + 1, name.n), rule->id))
        return false;
    for (size_t i = 0; i < rule->n_parts; i++)
        if (rule->parts[i].lang &&
            pv_str_eq(pv_lang_name(rule->parts[i].lang), pv_str_sub(name, 0, slash)))
            return true;
    return false;
}

static bool is_name_of(struct pv_str name, const struct pv_rule *rule)
{
    struct pv_str path = rule->check_id;
    if (name.n == 0)
        return false;
    if (pv_str_eq(name, rule->id) || pv_str_eq(name, path))
        return true;
    /* The end of a dotted path, beginning after a dot. */
    if (pv_str_has_suffix(path, name) && path.p[path.n - name.n - 1] == '.')
        return true;
    return is_language_and_id(name, rule);
}

bool pv_suppression_names(struct pv_str rules, const struct pv_rule *rule)
{
    struct pv_str name = {0};
    while (pv_str_split(&rules, ',', &name))
        if (is_name_of(pv_str_trim(name), rule))
            return true;
    return false;
}

const struct pv_suppression *pv_suppressions_use(struct pv_suppressions *suppressions,
                                                 const struct pv_rule *rule, uint32_t line)
{
    PV_VEC_EACH (struct pv_suppression, one, &suppressions->list) {
        if (line < one->line || line > one->last || one->flaw != PV_SUPPRESS_GOOD)
            continue;
        if (one->rules.n > 0 && !pv_suppression_names(one->rules, rule))
            continue;
        one->is_used = true;
        return one;
    }
    return NULL;
}

struct pv_str pv_suppress_flaw_meaning(enum pv_suppress_flaw flaw)
{
    switch (flaw) {
    case PV_SUPPRESS_GOOD: break;
    case PV_SUPPRESS_NO_RULE:
        return PV_STR("the comment names no rule, so it suppresses nothing: "
                      "write \"pave: ignore RULE -- reason\"");
    case PV_SUPPRESS_NO_REASON:
        return PV_STR("the comment gives no reason, so it suppresses nothing: "
                      "write \"pave: ignore RULE -- reason\"");
    }
    return PV_STR("");
}
