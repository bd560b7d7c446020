/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/front.h"

#include "engine/secrets/alphabet.h"
#include "engine/secrets/named_parts.h"

#include <string.h>

enum { BETWEEN = 7 }; /* from one dot of a token to the next */

void pv_fronts_add(struct pv_fronts *fronts, unsigned char first, unsigned char second)
{
    pv_bits_set(fronts->pairs, (size_t)first << 8 | second);
}

/* The second part of a Terraform token, and the host of a Teams webhook, which has a name before.
 */
static bool goes_on_after_dot(struct pv_str rest)
{
    return pv_str_has_prefix(rest, PV_STR("atlasv1.")) ||
           pv_str_has_prefix(rest, PV_STR("webhook.office.com/"));
}

/*
 * A word begins at `at`: after anything but a letter, a digit or _; and after "\n" in a text. What
 * follows the dot of a name goes on with it.
 */
static bool is_word_start(struct pv_str text, size_t at)
{
    if (at > 1 && text.p[at - 1] == '.' && pv_alphabet_has(PV_ALPHABET_WORD, text.p[at - 2]))
        return goes_on_after_dot(pv_str_sub(text, at, text.n));
    if (at == 0 || !pv_alphabet_has(PV_ALPHABET_WORD, text.p[at - 1]))
        return true;
    return at > 1 && text.p[at - 2] == '\\' && strchr("nrt", text.p[at - 1]) != NULL;
}

bool pv_front_is_at(const struct pv_fronts *fronts, struct pv_str text, size_t at)
{
    if (at + 1 >= text.n || !pv_bits_has(fronts->pairs, (size_t)(unsigned char)text.p[at] << 8 |
                                                            (unsigned char)text.p[at + 1]))
        return false;
    if (pv_alphabet_has(PV_ALPHABET_ALNUM, text.p[at]))
        return is_word_start(text, at);
    if (text.p[at] == ',')
        return at > 0 && pv_named_is_quote(text.p[at - 1]);
    return text.p[at] != '.' || (at + BETWEEN < text.n && text.p[at + BETWEEN] == '.');
}
