/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/codeowners.h"

#include "risk/risk_limits.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The next word; a backslash takes a space into it. Empty at the end and at a comment. */
static struct pv_str take_word(struct pv_str *rest)
{
    size_t start = 0;
    while (start < rest->n && is_space(rest->p[start]))
        start++;
    size_t end = start;
    while (end < rest->n && !is_space(rest->p[end]))
        end += rest->p[end] == '\\' && end + 1 < rest->n ? 2 : 1;
    struct pv_str word = pv_str_sub(*rest, start, end);
    *rest = pv_str_sub(*rest, end, rest->n);
    if (word.n && word.p[0] == '#') {
        *rest = (struct pv_str){0};
        return (struct pv_str){0};
    }
    return word;
}

/* "@user", "@org/team", or an address. */
static bool is_owner(struct pv_str word)
{
    size_t at = pv_str_find(word, PV_STR("@"), 0);
    return at != SIZE_MAX && at + 1 < word.n && pv_str_find(word, PV_STR("@"), at + 1) == SIZE_MAX;
}

/* All owners of a line as they stand there, without the comment behind them. */
static bool read_owners(struct pv_str rest, struct pv_str *out)
{
    const char *start = NULL;
    const char *end = NULL;
    for (struct pv_str word = take_word(&rest); word.n; word = take_word(&rest)) {
        if (!is_owner(word))
            return false;
        start = start ? start : word.p;
        end = word.p + word.n;
    }
    *out = start ? (struct pv_str){start, (size_t)(end - start)} : (struct pv_str){0};
    return true;
}

/* What is wrong with a pattern; empty when nothing is. */
static struct pv_str flaw_of(struct pv_str pattern)
{
    if (pattern.p[0] == '!')
        return PV_STR("'!' has no meaning here; the line is skipped");
    if (pv_str_find(pattern, PV_STR("["), 0) != SIZE_MAX)
        return PV_STR("brackets have no meaning here; the line is skipped");
    return (struct pv_str){0};
}

static PV_RESULT add_flaw(struct pv_arena *mem, uint32_t line, struct pv_str text,
                          struct pv_codeowners *out, struct pv_err *err)
{
    struct pv_codeowners_flaw *flaw = NULL;
    if (out->flaws.n == PV_RISK_CODEOWNERS_FLAWS_MAX)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(mem, &out->flaws, &flaw, err));
    *flaw = (struct pv_codeowners_flaw){line, text};
    return PV_SUCCESS;
}

static PV_RESULT read_line(struct pv_arena *mem, struct pv_str text, uint32_t line,
                           struct pv_codeowners *out, struct pv_err *err)
{
    struct pv_codeowners_rule rule = {.line = line};
    struct pv_codeowners_rule *slot = NULL;
    struct pv_str pattern = take_word(&text);
    if (pattern.n == 0)
        return PV_SUCCESS;
    struct pv_str flaw = flaw_of(pattern);
    if (!flaw.n && !read_owners(text, &rule.owners))
        flaw = PV_STR("an owner is @user, @org/team or an address; the line is skipped");
    if (flaw.n)
        return add_flaw(mem, line, flaw, out, err);
    if (out->rules.n == PV_RISK_CODEOWNERS_RULES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "more than %d lines of owners",
                       PV_RISK_CODEOWNERS_RULES_MAX);
    rule.glob = pv_glob_of(pattern);
    rule.is_direct = pv_str_has_suffix(pattern, PV_STR("/*"));
    PV_TRY(PV_VEC_PUSH(mem, &out->rules, &slot, err));
    *slot = rule;
    return PV_SUCCESS;
}

PV_RESULT pv_codeowners_read(struct pv_arena *mem, struct pv_str text, struct pv_codeowners *out,
                             struct pv_err *err)
{
    struct pv_str line = {0};
    uint32_t number = 0;
    while (pv_str_split(&text, '\n', &line))
        PV_TRY(read_line(mem, line, ++number, out, err));
    return PV_SUCCESS;
}

const struct pv_codeowners_rule *pv_codeowners_find(const struct pv_codeowners *codeowners,
                                                    struct pv_str path)
{
    for (size_t i = codeowners->rules.n; i > 0; i--) {
        const struct pv_codeowners_rule *rule = &codeowners->rules.p[i - 1];
        if (rule->is_direct ? pv_glob_is_match(&rule->glob, path, false)
                            : pv_glob_is_match_within(&rule->glob, path))
            return rule;
    }
    return NULL;
}
