/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the bytes of Kotlin say that its grammar does not know: functions without
 * a name that may wait, and interfaces of one function.
 */
#include "engine/lang/kotlin/kotlin_internal.h"

#include <string.h>

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* Blanks each `word` that `next` stands behind, with nothing but space between. */
static void blank_before(char *text, size_t n, struct pv_str word, struct pv_str next)
{
    struct pv_str all = {text, n};
    size_t at = 0;
    while ((at = pv_str_find(all, word, at)) != SIZE_MAX) {
        size_t end = at + word.n;
        size_t behind = end;
        while (behind < n && (text[behind] == ' ' || text[behind] == '\t'))
            behind++;
        bool is_word = at == 0 || !is_name_byte(text[at - 1]);
        if (is_word && (behind > end || !is_name_byte(next.p[0])) &&
            pv_str_has_prefix(pv_str_sub(all, behind, n), next))
            memset(text + at, ' ', word.n);
        at = end;
    }
}

void pv_kotlin_blank(char *text, size_t n)
{
    blank_before(text, n, PV_STR("suspend"), PV_STR("{"));
    blank_before(text, n, PV_STR("fun"), PV_STR("interface "));
}
