/* SPDX-License-Identifier: Apache-2.0 */
#include "text/regex_front.h"

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* What stands for itself, whatever comes before it. */
static bool is_plain(char byte)
{
    static const char plain[] = "\"'_/<>,:;=@%&~`!- ";
    return is_letter(byte) || (byte >= '0' && byte <= '9') ||
           (byte && memchr(plain, byte, sizeof plain - 1));
}

/* What may say that there need be none of what is before it. */
static bool is_repeat(char byte)
{
    return byte == '*' || byte == '?' || byte == '{';
}

/* The place behind a class that begins at `at`. */
static size_t skip_class(struct pv_str pattern, size_t at)
{
    at++;
    if (at < pattern.n && pattern.p[at] == '^')
        at++;
    if (at < pattern.n && pattern.p[at] == ']')
        at++;
    while (at < pattern.n && pattern.p[at] != ']')
        at += pattern.p[at] == '\\' ? 2 : 1;
    return at + 1;
}

/* Whether it has alternatives, or what could hide or change the meaning of a bar. */
static bool may_choose(struct pv_str pattern)
{
    static const char *const strange[] = {"\\Q", "(?#", "(*", "(?x", "(?|", "[[:"};
    size_t depth = 0;
    for (size_t i = 0; i < sizeof strange / sizeof *strange; i++)
        if (pv_str_find(pattern, pv_str_of(strange[i]), 0) != SIZE_MAX)
            return true;
    for (size_t at = 0; at < pattern.n;) {
        char byte = pattern.p[at];
        if (byte == '[') {
            at = skip_class(pattern, at);
            continue;
        }
        if ((byte == '|' && depth == 0) || (byte == ')' && depth == 0))
            return true;
        depth += byte == '(';
        depth -= byte == ')';
        at += byte == '\\' ? 2 : 1;
    }
    return depth > 0;
}

/* Some letters have more than two cases: K is also the sign of kelvin, S the long s. */
static bool has_two_cases(char letter)
{
    char lower = (char)(letter | 0x20);
    return lower != 'k' && lower != 's';
}

struct pv_regex_front pv_regex_front_of(struct pv_str pattern, bool is_caseless)
{
    struct pv_regex_front front = {0};
    if (may_choose(pattern))
        return front;
    if (pv_str_has_prefix(pattern, PV_STR("(?i)"))) {
        is_caseless = true;
        pattern = pv_str_sub(pattern, 4, pattern.n);
    }
    /* Without it a match may also begin behind bytes that are not UTF-8. */
    if (!pv_str_has_prefix(pattern, PV_STR("^")))
        return front;
    pattern = pv_str_sub(pattern, 1, pattern.n);
    if (pattern.n == 0 || !is_plain(pattern.p[0]) || (pattern.n > 1 && is_repeat(pattern.p[1])))
        return front;
    char byte = pattern.p[0];
    bool is_either = is_caseless && is_letter(byte);
    if (is_either && !has_two_cases(byte))
        return front;
    return (struct pv_regex_front){
        .is_known = true, .byte = byte, .other = is_either ? (char)(byte ^ 0x20) : byte};
}
