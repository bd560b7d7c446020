/* SPDX-License-Identifier: Apache-2.0 */
/*
 * str: text as a view. It owns nothing and has no terminator.
 */
#ifndef PV_BASE_STR_H
#define PV_BASE_STR_H

#include "base/arena.h"
#include "base/err.h"

#include "base/assert.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct pv_str {
    const char *p;
    size_t n;
};

/* For string literals and for text whose terminator is trusted. */
#define PV_STR(literal) ((struct pv_str){(literal), sizeof(literal) - 1})
/* For printf: "%.*s", PV_STR_FMT(s). Cut at what an int can say. */
#define PV_STR_FMT(s) ((s).n > 0x7fffffff ? 0x7fffffff : (int)(s).n), ((s).p ? (s).p : "")

static inline struct pv_str pv_str_of(const char *z)
{
    return z ? (struct pv_str){z, strlen(z)} : (struct pv_str){0};
}

static inline bool pv_str_eq(struct pv_str a, struct pv_str b)
{
    pv_assume(a.n == 0 || a.p);
    pv_assume(b.n == 0 || b.p);
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

/* Below, at or above zero, by bytes; a prefix comes before what it begins. */
int pv_str_cmp(struct pv_str a, struct pv_str b);

bool pv_str_has_prefix(struct pv_str s, struct pv_str prefix);
bool pv_str_has_suffix(struct pv_str s, struct pv_str suffix);

/* The bytes from `start` up to `end`, both cut to the text. */
static inline struct pv_str pv_str_sub(struct pv_str s, size_t start, size_t end)
{
    end = end < s.n ? end : s.n;
    start = start < end ? start : end;
    return (struct pv_str){start ? s.p + start : s.p, end - start}; /* no offset of NULL */
}

/* Position of `needle` at or after `from`; SIZE_MAX when it does not occur. */
size_t pv_str_find(struct pv_str s, struct pv_str needle, size_t from);

/* Position of the last `byte`; SIZE_MAX when it does not occur. */
size_t pv_str_rfind_byte(struct pv_str s, char byte);

/* Where the line that `at` is in begins, and where the next one does; its end may be that of `s`.
 */
size_t pv_str_line_start(struct pv_str s, size_t at);
size_t pv_str_line_end(struct pv_str s, size_t at);

/* Without spaces, tabs and line ends at both ends. */
struct pv_str pv_str_trim(struct pv_str s);

/* Takes the text up to `byte` from the front of `*rest`, which moves past it. False when empty. */
bool pv_str_split(struct pv_str *rest, char byte, struct pv_str *out);

/* Copies in `mem`; live as long as it. */
PV_RESULT pv_str_copy(struct pv_arena *mem, struct pv_str s, struct pv_str *out,
                      struct pv_err *err);

/* Texts one behind the other, as a copy in `mem`. PV_LIMIT when that is more than memory can hold.
 */
PV_RESULT pv_str_join(struct pv_arena *mem, const struct pv_str *parts, size_t n,
                      struct pv_str *out, struct pv_err *err);

/* With a terminator, for the system and for libraries. PV_INVALID when `s` holds a zero byte. */
PV_RESULT pv_str_z(struct pv_arena *mem, struct pv_str s, const char **out, struct pv_err *err);

/* Text as by printf, in `mem`. */
PV_RESULT pv_str_format(struct pv_arena *mem, struct pv_str *out, struct pv_err *err,
                        const char *format, ...) PV_PRINTF(4, 5);

#endif
