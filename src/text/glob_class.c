/* SPDX-License-Identifier: Apache-2.0 */
#include "text/glob_class.h"

#include "base/attr.h"

#include <ctype.h>
#include <stdint.h>

/* "[:name:]" as in POSIX; of ASCII, since a byte beyond is a part of a character. */
static const struct {
    const char *name;
    int (*is_member)(int byte);
} named[] = {
    {"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl},
    {"digit", isdigit}, {"graph", isgraph}, {"lower", islower}, {"print", isprint},
    {"punct", ispunct}, {"space", isspace}, {"upper", isupper}, {"xdigit", isxdigit},
};

static bool is_named_member(struct pv_str name, unsigned char byte)
{
    for (size_t i = 0; i < PV_COUNT(named); i++) {
        if (pv_str_eq(name, pv_str_of(named[i].name)))
            return byte < 0x80 && named[i].is_member(byte);
    }
    return false;
}

/* The name in "[:name:]" at `at`; SIZE_MAX as its end when there is none. */
static size_t find_name_end(struct pv_str pattern, size_t at, struct pv_str *name)
{
    if (!pv_str_has_prefix(pv_str_sub(pattern, at, pattern.n), PV_STR("[:")))
        return SIZE_MAX;
    size_t end = at + 2;
    while (end < pattern.n && islower((unsigned char)pattern.p[end]))
        end++;
    *name = pv_str_sub(pattern, at + 2, end);
    if (!pv_str_has_prefix(pv_str_sub(pattern, end, pattern.n), PV_STR(":]")))
        return SIZE_MAX;
    return end + 2;
}

size_t pv_glob_class_end(struct pv_str pattern, size_t start)
{
    struct pv_str name = {0};
    size_t at = start + 1;
    if (at < pattern.n && (pattern.p[at] == '!' || pattern.p[at] == '^'))
        at++;
    if (at < pattern.n && pattern.p[at] == ']') /* the first one is a member */
        at++;
    while (at < pattern.n && pattern.p[at] != ']') {
        size_t name_end = find_name_end(pattern, at, &name);
        if (name_end != SIZE_MAX)
            at = name_end;
        else
            at += pattern.p[at] == '\\' ? 2 : 1;
    }
    return at < pattern.n ? at + 1 : SIZE_MAX;
}

static unsigned char take_member(struct pv_str pattern, size_t *at, size_t end)
{
    if (pattern.p[*at] == '\\' && *at + 1 < end)
        (*at)++;
    return (unsigned char)pattern.p[(*at)++];
}

bool pv_glob_class_has(struct pv_str pattern, size_t start, size_t end, unsigned char byte)
{
    struct pv_str name = {0};
    size_t at = start + 1;
    size_t last = end - 1;
    bool is_negated = pattern.p[at] == '!' || pattern.p[at] == '^';
    bool is_in = false;
    at += is_negated;
    while (at < last) {
        size_t name_end = find_name_end(pattern, at, &name);
        if (name_end != SIZE_MAX) {
            is_in |= is_named_member(name, byte);
            at = name_end;
            continue;
        }
        unsigned char low = take_member(pattern, &at, last);
        unsigned char high = low;
        if (at + 1 < last && pattern.p[at] == '-') {
            at++;
            high = take_member(pattern, &at, last);
        }
        /* As git: a range that runs backwards still has its first member. */
        is_in |= byte == low || (byte >= low && byte <= high);
    }
    return is_in != is_negated;
}
