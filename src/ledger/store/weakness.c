/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/weakness.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

PV_RESULT pv_weakness_find(struct pv_arena *mem, struct pv_str text, struct pv_str *out,
                           struct pv_err *err)
{
    struct pv_str mark = PV_STR("cwe-");
    for (size_t at = 0; at + mark.n < text.n; at++) {
        size_t same = 0;
        while (same < mark.n && lower(text.p[at + same]) == mark.p[same])
            same++;
        size_t start = at + mark.n;
        size_t end = start;
        while (end < text.n && is_digit(text.p[end]))
            end++;
        while (start + 1 < end && text.p[start] == '0')
            start++;
        if (same == mark.n && end > start)
            return pv_str_format(mem, out, err, "CWE-%.*s",
                                 PV_STR_FMT(pv_str_sub(text, start, end)));
    }
    return PV_SUCCESS;
}
