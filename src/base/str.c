/* SPDX-License-Identifier: Apache-2.0 */
#include "base/str.h"

#include "base/num.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

int pv_str_cmp(struct pv_str a, struct pv_str b)
{
    size_t n = pv_min(a.n, b.n);
    int order = n ? memcmp(a.p, b.p, n) : 0;
    if (order != 0)
        return order;
    return (a.n > b.n) - (a.n < b.n);
}

bool pv_str_has_prefix(struct pv_str s, struct pv_str prefix)
{
    return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool pv_str_has_suffix(struct pv_str s, struct pv_str suffix)
{
    return s.n >= suffix.n &&
           (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

size_t pv_str_find(struct pv_str s, struct pv_str needle, size_t from)
{
    if (needle.n == 0)
        return from <= s.n ? from : SIZE_MAX;
    while (from < s.n && s.n - from >= needle.n) {
        const char *at = memchr(s.p + from, needle.p[0], s.n - from - needle.n + 1);
        if (!at)
            return SIZE_MAX;
        if (memcmp(at, needle.p, needle.n) == 0)
            return (size_t)(at - s.p);
        from = (size_t)(at - s.p) + 1;
    }
    return SIZE_MAX;
}

size_t pv_str_rfind_byte(struct pv_str s, char byte)
{
    for (size_t i = s.n; i > 0; i--) {
        if (s.p[i - 1] == byte)
            return i - 1;
    }
    return SIZE_MAX;
}

size_t pv_str_line_start(struct pv_str s, size_t at)
{
    while (at > 0 && s.p[at - 1] != '\n')
        at--;
    return at;
}

size_t pv_str_line_end(struct pv_str s, size_t at)
{
    const char *end = at < s.n ? memchr(s.p + at, '\n', s.n - at) : NULL;
    return end ? (size_t)(end - s.p) + 1 : s.n;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct pv_str pv_str_trim(struct pv_str s)
{
    size_t start = 0;
    size_t end = s.n;
    while (start < end && is_blank(s.p[start]))
        start++;
    while (end > start && is_blank(s.p[end - 1]))
        end--;
    return pv_str_sub(s, start, end);
}

bool pv_str_split(struct pv_str *rest, char byte, struct pv_str *out)
{
    if (rest->n == 0)
        return false;
    const char *at = memchr(rest->p, byte, rest->n);
    size_t end = at ? (size_t)(at - rest->p) : rest->n;
    *out = pv_str_sub(*rest, 0, end);
    *rest = pv_str_sub(*rest, at ? end + 1 : end, rest->n);
    return true;
}

struct pv_result pv_str_copy(struct pv_arena *mem, struct pv_str s, struct pv_str *out,
                             struct pv_err *err)
{
    void *block = NULL;
    PV_TRY(pv_arena_take(mem, s.n, &block, err));
    if (s.n)
        memcpy(block, s.p, s.n);
    *out = (struct pv_str){block, s.n};
    return PV_SUCCESS;
}

struct pv_result pv_str_join(struct pv_arena *mem, const struct pv_str *parts, size_t n,
                             struct pv_str *out, struct pv_err *err)
{
    size_t size = 0;
    char *bytes = NULL;
    for (size_t i = 0; i < n; i++)
        if (!pv_add(size, parts[i].n, &size))
            return pv_fail(err, PV_LIMIT, 0, "a text that is too long");
    PV_TRY(PV_NEW_ARRAY(mem, size, &bytes, err));
    *out = (struct pv_str){bytes, size};
    for (size_t i = 0; i < n; i++) {
        if (parts[i].n)
            memcpy(bytes, parts[i].p, parts[i].n);
        bytes += parts[i].n;
    }
    return PV_SUCCESS;
}

struct pv_result pv_str_z(struct pv_arena *mem, struct pv_str s, const char **out,
                          struct pv_err *err)
{
    size_t size = 0;
    void *block = NULL;
    const char *zero = s.n ? memchr(s.p, '\0', s.n) : NULL;
    if (zero)
        return pv_fail(err, PV_INVALID, (size_t)(zero - s.p), "text must not hold a zero byte");
    if (!pv_add(s.n, 1, &size))
        return pv_fail(err, PV_LIMIT, 0, "text is too long");
    PV_TRY(pv_arena_take(mem, size, &block, err));
    if (s.n)
        memcpy(block, s.p, s.n);
    *out = block;
    return PV_SUCCESS;
}

struct pv_result pv_str_format(struct pv_arena *mem, struct pv_str *out, struct pv_err *err,
                               const char *format, ...)
{
    va_list args;
    void *block = NULL;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0)
        return pv_fail(err, PV_INVALID, 0, "text cannot be formatted");
    PV_TRY(pv_arena_take(mem, (size_t)n + 1, &block, err));
    va_start(args, format);
    (void)vsnprintf(block, (size_t)n + 1, format, args);
    va_end(args);
    *out = (struct pv_str){block, (size_t)n};
    return PV_SUCCESS;
}
