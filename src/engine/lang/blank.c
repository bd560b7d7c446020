/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words that grammars do not know, and without which code says the same to them.
 */
#include "engine/lang/lang_internal.h"

#include <string.h>

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

void pv_lang_blank_word(char *text, size_t n, struct pv_str word, struct pv_str next)
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
