/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/name_reach.h"

#include "engine/secrets/alphabet.h"
#include "engine/secrets/secret_name.h"

#include <stdint.h>

enum {
    NAME_BYTES = 64, /* shorter than what the finders cut a name to: they see the same one */
    TAG_BYTES = 100, /* longer than what they look back over for the start of a tag */
    NAMES_MAX = 2,   /* a type with its size, or "value" beside the name */
};

enum step {
    STOP,  /* none of the ways leads over it */
    GAP,   /* between the name and its place */
    PLACE, /* a place, and perhaps between the name and another */
    LAST,  /* a place, and nothing leads over it */
};

static const uint8_t steps[256] = {
    [' '] = GAP,  ['\t'] = GAP,  ['\r'] = GAP, ['\n'] = GAP,  [';'] = GAP,   ['-'] = GAP,
    ['*'] = GAP,  ['&'] = GAP,   ['['] = GAP,  [']'] = GAP,   ['\\'] = GAP,  ['!'] = GAP,
    ['"'] = GAP,  ['\''] = GAP,  ['`'] = GAP,  [':'] = PLACE, [','] = PLACE, ['='] = LAST,
    ['|'] = LAST, ['?'] = PLACE, ['('] = LAST, ['{'] = GAP,   [')'] = GAP,   ['>'] = PLACE,
};

static bool is_name_byte(char byte)
{
    return pv_alphabet_has(PV_ALPHABET_URL, byte) || byte == '.';
}

/* The end of the tag whose name ends at `end`. */
static size_t tag_end(struct pv_str text, size_t end)
{
    for (size_t at = end; at < text.n && at - end < TAG_BYTES && text.p[at] != '<'; at++)
        if (text.p[at] == '>')
            return at;
    return SIZE_MAX;
}

/* The end of <string> behind the name and </key>. */
static size_t string_end(struct pv_str text, size_t end)
{
    struct pv_str closer = PV_STR("</key>");
    struct pv_str opener = PV_STR("<string>");
    struct pv_str rest = pv_str_sub(text, end, end + TAG_BYTES);
    if (!pv_str_has_prefix(rest, closer))
        return SIZE_MAX;
    struct pv_str tag = pv_str_trim(pv_str_sub(rest, closer.n, rest.n));
    return pv_str_has_prefix(tag, opener) ? (size_t)(tag.p - text.p) + opener.n - 1 : SIZE_MAX;
}

static bool may_be_secret(struct pv_str name)
{
    return name.n > NAME_BYTES || pv_secret_name_of(name) != PV_SECRET_NAME_NONE;
}

void pv_name_reach_begin(struct pv_name_reach *reach, struct pv_str text, size_t end)
{
    size_t start = end;
    while (start > 0 && is_name_byte(text.p[start - 1]))
        start--;
    struct pv_str name = pv_str_sub(text, start, end);
    *reach = (struct pv_name_reach){.text = text, .at = SIZE_MAX, .aside = SIZE_MAX};
    if (!may_be_secret(name))
        return;
    reach->at = end;
    if (start > 0 && text.p[start - 1] == '<')
        reach->aside = tag_end(text, end);
    else if (pv_str_has_prefix(name, PV_STR("--")))
        reach->aside = start;
    else if (end + 1 < text.n && text.p[end] == ' ' && strchr("\"'", text.p[end + 1]) != NULL)
        reach->aside = end;
    else
        reach->aside = string_end(text, end);
}

/* Past what a name is made of. Dashes alone are none. */
static void pass_name(struct pv_name_reach *reach)
{
    bool is_name = false;
    for (; reach->at < reach->text.n && is_name_byte(reach->text.p[reach->at]); reach->at++)
        is_name = is_name || reach->text.p[reach->at] != '-';
    reach->names += is_name;
}

size_t pv_name_reach_next(struct pv_name_reach *reach)
{
    size_t found = reach->aside;
    reach->aside = SIZE_MAX;
    while (found == SIZE_MAX && reach->at < reach->text.n && reach->names <= NAMES_MAX) {
        char byte = reach->text.p[reach->at];
        if (is_name_byte(byte)) {
            pass_name(reach);
            continue;
        }
        enum step step = (enum step)steps[(unsigned char)byte];
        if (step == PLACE || step == LAST)
            found = reach->at;
        reach->at = step == GAP || step == PLACE ? reach->at + 1 : SIZE_MAX;
    }
    return found;
}
