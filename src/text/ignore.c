/* SPDX-License-Identifier: Apache-2.0 */
#include "text/ignore.h"

#include "text/text_limits.h"

/* Spaces at the end do not count unless a backslash keeps them. */
static struct pv_str cut_end(struct pv_str line)
{
    if (line.n > 0 && line.p[line.n - 1] == '\r')
        line.n--;
    while (line.n > 0 && (line.p[line.n - 1] == ' ' || line.p[line.n - 1] == '\t')) {
        if (line.n > 1 && line.p[line.n - 2] == '\\')
            break;
        line.n--;
    }
    return line;
}

/* A line that says something: neither empty nor a comment. */
static bool read_line(struct pv_str line, struct pv_ignore_rule *out)
{
    line = cut_end(line);
    if (line.n == 0 || line.p[0] == '#')
        return false;
    *out = (struct pv_ignore_rule){.is_negated = line.p[0] == '!'};
    out->glob = pv_glob_of(pv_str_sub(line, out->is_negated, line.n));
    return out->glob.pattern.n > 0;
}

struct pv_result pv_ignore_read(struct pv_arena *mem, struct pv_str text, struct pv_ignore *out,
                                struct pv_err *err)
{
    struct pv_str line = {0};
    while (pv_str_split(&text, '\n', &line)) {
        struct pv_ignore_rule rule = {0};
        struct pv_ignore_rule *slot = NULL;
        if (!read_line(line, &rule))
            continue;
        if (out->rules.n >= PV_IGNORE_RULES_MAX)
            return pv_fail(err, PV_LIMIT, 0, "more than %d lines", PV_IGNORE_RULES_MAX);
        PV_TRY(PV_VEC_PUSH(mem, &out->rules, &slot, err));
        *slot = rule;
    }
    return PV_SUCCESS;
}

enum pv_ignore_verdict pv_ignore_judge(const struct pv_ignore *ignore, struct pv_str path,
                                       bool is_folder)
{
    for (size_t i = ignore->rules.n; i-- > 0;) {
        const struct pv_ignore_rule *rule = &ignore->rules.p[i];
        if (pv_glob_is_match(&rule->glob, path, is_folder))
            return rule->is_negated ? PV_IGNORE_IN : PV_IGNORE_OUT;
    }
    return PV_IGNORE_SILENT;
}
