/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/need_part.h"

#include "base/buf.h"
#include "engine/match/match_limits.h"
#include "engine/match/need_internal.h"

enum { LEAST = 2 }; /* bytes: one is in any text */

struct pv_need_part pv_need_part_of(struct pv_str text)
{
    struct pv_need_part part = {0};
    if (text.n < 1 + LEAST || text.p[0] != '~')
        return part;
    part.is_first = text.p[1] == '<';
    part.is_last = text.p[text.n - 1] == '>';
    part.bytes = pv_str_sub(text, 1 + (size_t)part.is_first, text.n - (size_t)part.is_last);
    return part;
}

static char to_lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

static bool is_plain(char byte)
{
    return pv_need_is_word_byte((unsigned char)byte) && byte != '$' && (unsigned char)byte < 0x80;
}

static bool is_edge(struct pv_str form, size_t at)
{
    return at < form.n && form.p[at] == PV_NEED_EDGE;
}

bool pv_need_take_part(struct pv_str *form, struct pv_need_part *out)
{
    size_t at = 0;
    while (at < form->n) {
        size_t start = at;
        while (at < form->n && is_plain(form->p[at]))
            at++;
        if (at - start < LEAST) {
            at += at == start;
            continue;
        }
        *out = (struct pv_need_part){.bytes = pv_str_sub(*form, start, at),
                                     .is_first = start > 0 && is_edge(*form, start - 1),
                                     .is_last = is_edge(*form, at)};
        /* The edge behind one is before the next. */
        *form = pv_str_sub(*form, at, form->n);
        return true;
    }
    return false;
}

struct pv_result pv_need_part_write(struct pv_arena *mem, const struct pv_need_part *part,
                                    struct pv_str *out, struct pv_err *err)
{
    struct pv_buf lower = {.max = PV_NEED_FORM_BYTES_MAX};
    for (size_t i = 0; i < part->bytes.n; i++)
        pv_buf_add_byte(&lower, to_lower(part->bytes.p[i]));
    struct pv_result result = pv_buf_result(&lower, err);
    if (pv_is_ok(result))
        result = pv_str_format(mem, out, err, "~%s%.*s%s", part->is_first ? "<" : "",
                               PV_STR_FMT(pv_buf_str(&lower)), part->is_last ? ">" : "");
    pv_buf_clear(&lower);
    return result;
}

bool pv_need_part_is_at(const struct pv_need_part *part, struct pv_str text, size_t at)
{
    size_t end = at + part->bytes.n;
    if (end > text.n || (part->is_first && at > 0 && is_plain(text.p[at - 1])) ||
        (part->is_last && end < text.n && is_plain(text.p[end])))
        return false;
    for (size_t i = 0; i < part->bytes.n; i++)
        if (to_lower(text.p[at + i]) != part->bytes.p[i])
            return false;
    return true;
}

bool pv_need_has_other_case(struct pv_str text)
{
    return pv_str_find(text, PV_STR("\xe2\x84\xaa"), 0) != SIZE_MAX ||
           pv_str_find(text, PV_STR("\xc5\xbf"), 0) != SIZE_MAX;
}
