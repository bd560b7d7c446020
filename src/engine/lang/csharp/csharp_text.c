/* SPDX-License-Identifier: Apache-2.0 */
/*
 * `a?.b = c`: the grammar knows no writing to what may not be there.
 */
#include "engine/lang/csharp/csharp_internal.h"

#include <string.h>

/* How far what is written to may reach. */
enum { TARGET_BYTES_MAX = 256 };

static bool is_of_target(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("_.[]?\"", c)) || (unsigned char)c >= 0x80;
}

/* Whether what begins at `at` is written to: `.b = `, `[0] += `, and not `.b == c` or `.b => c`. */
static bool is_written(const char *text, size_t n, size_t at)
{
    size_t end = n - at > TARGET_BYTES_MAX ? at + TARGET_BYTES_MAX : n;
    while (at < end && is_of_target(text[at]))
        at++;
    while (at < end && (text[at] == ' ' || text[at] == '\t'))
        at++;
    if (at < end && text[at] && strchr("+-*/|&", text[at]))
        at++;
    return at + 1 < end && text[at] == '=' && text[at + 1] != '=' && text[at + 1] != '>';
}

void pv_csharp_blank(char *text, size_t n)
{
    for (size_t at = 1; at + 1 < n; at++) {
        bool is_access = text[at] == '?' && (text[at + 1] == '.' || text[at + 1] == '[');
        if (is_access && is_of_target(text[at - 1]) && is_written(text, n, at + 1))
            text[at] = ' ';
    }
}
