/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sscanf(text, format, …): what a text says is taken apart into variables. A number that is read
 * is a number; words and runs of letters are what the text was.
 */
#include "engine/taint/flow_library_internal.h"

static bool is_one_of(char c, const char *set)
{
    while (*set && *set != c)
        set++;
    return *set != '\0';
}

/* Behind the set that begins at `at`: "[^]…]" may hold its own end as its first. */
static size_t set_end(struct pv_str format, size_t at)
{
    at++;
    at += at < format.n && format.p[at] == '^';
    at += at < format.n && format.p[at] == ']';
    while (at < format.n && format.p[at] != ']')
        at++;
    return at;
}

/* The next place of a format that a variable belongs to: whether it takes text. False at the end.
 */
static bool next_place(struct pv_str format, size_t *at, bool *is_text)
{
    while (*at < format.n) {
        if (format.p[(*at)++] != '%')
            continue;
        bool is_skipped = false;
        while (*at < format.n && is_one_of(format.p[*at], "0123456789*mlhLjzt")) {
            is_skipped |= format.p[*at] == '*';
            ++*at;
        }
        if (*at == format.n)
            return false;
        char kind = format.p[*at];
        *at = kind == '[' ? set_end(format, *at) : *at + 1;
        *is_text = is_one_of(kind, "sc[SC");
        if (kind != '%' && !is_skipped)
            return true;
    }
    return false;
}

void pv_flow_scanned(struct pv_flow *f, const struct pv_flow_args *args)
{
    size_t at = 0;
    bool is_text = false;
    if (args->n < 3 || f->rule->options.is_safe_functions || f->rule->options.is_only_assigned ||
        args->values[1]->constant != PV_VALUE_TEXT || !pv_value_is_tainted(args->values[0]))
        return;
    const struct pv_value *from = pv_value_reach(&f->values, args->values[0]);
    for (uint32_t i = 2; i < args->n && next_place(args->values[1]->text, &at, &is_text); i++) {
        struct pv_flow_place place = {0};
        if (is_text && args->nodes[i] != PV_NO_NODE && pv_flow_place(f, args->nodes[i], &place))
            pv_flow_write(f, &place, pv_value_moved(&f->values, from, args->nodes[i]));
    }
}
