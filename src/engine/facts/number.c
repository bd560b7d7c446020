/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/number.h"

static int digit_of(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'z')
        return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'Z')
        return byte - 'A' + 10;
    return -1;
}

static uint64_t take_base(struct pv_str *text)
{
    if (text->n < 2 || text->p[0] != '0')
        return 10;
    char mark = (char)(text->p[1] | 0x20);
    uint64_t base = mark == 'x' ? 16 : mark == 'b' ? 2 : mark == 'o' ? 8 : 0;
    if (base == 0)
        return text->p[1] >= '0' && text->p[1] <= '7' ? 8 : 10;
    *text = pv_str_sub(*text, 2, text->n);
    return base;
}

bool pv_number_read_int(struct pv_str text, uint64_t *out)
{
    while (text.n > 1 && strchr("lLuUnN", text.p[text.n - 1]))
        text.n--;
    uint64_t base = take_base(&text);
    uint64_t value = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '_')
            continue;
        int digit = digit_of(text.p[i]);
        if (digit < 0 || (uint64_t)digit >= base || __builtin_mul_overflow(value, base, &value) ||
            __builtin_add_overflow(value, (uint64_t)digit, &value))
            return false;
    }
    *out = value;
    return text.n > 0;
}

enum { FLOAT_TEXT_MAX = 64 };

bool pv_number_read_float(struct pv_str text, double *out)
{
    char digits[FLOAT_TEXT_MAX];
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '_')
            continue;
        if (n == FLOAT_TEXT_MAX - 1)
            return false;
        digits[n++] = text.p[i];
    }
    digits[n] = '\0';
    char *end = NULL;
    *out = strtod(digits, &end);
    return end != digits && (*end == '\0' || strchr("fFdD", *end));
}
