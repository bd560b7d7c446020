/* SPDX-License-Identifier: Apache-2.0 */
/* Days and durations in comparisons. */
#include "engine/match/comparison_internal.h"

/* The number at the front of `text`, of at most nine digits; taken off. */
static bool take_number(struct pv_str *text, int64_t *out)
{
    size_t n = 0;
    int64_t number = 0;
    for (; n < text->n && n < 9 && text->p[n] >= '0' && text->p[n] <= '9'; n++)
        number = number * 10 + (text->p[n] - '0');
    *text = pv_str_sub(*text, n, text->n);
    *out = number;
    return n > 0;
}

static bool take_byte(struct pv_str *text, char byte)
{
    if (text->n == 0 || text->p[0] != byte)
        return false;
    *text = pv_str_sub(*text, 1, text->n);
    return true;
}

static bool is_leap(int64_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool pv_comparison_day(struct pv_str text, int64_t *out)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int64_t year = 0;
    int64_t month = 0;
    int64_t day = 0;
    if (!take_number(&text, &year) || !take_byte(&text, '-') || !take_number(&text, &month) ||
        !take_byte(&text, '-') || !take_number(&text, &day) || text.n > 0)
        return false;
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > days[month - 1] + (month == 2 && is_leap(year)))
        return false;
    int64_t before = year - 1; /* whole years since year 1, of the calendar in use */
    *out = before * 365 + before / 4 - before / 100 + before / 400 - 719162 + day - 1;
    for (int64_t m = 1; m < month; m++)
        *out += days[m - 1] + (m == 2 && is_leap(year));
    return true;
}

bool pv_comparison_duration(struct pv_str text, int64_t *out)
{
    static const struct {
        const char *name;
        int64_t ms;
    } units[] = {{"ms", 1},       {"s", 1000},      {"m", 60000},      {"h", 3600000},
                 {"d", 86400000}, {"w", 604800000}, {"y", 31536000000}};
    *out = 0;
    if (text.n == 0)
        return false;
    while (text.n > 0) {
        int64_t number = 0;
        size_t unit = 0;
        if (!take_number(&text, &number))
            return false;
        while (unit < PV_COUNT(units) && !pv_str_has_prefix(text, pv_str_of(units[unit].name)))
            unit++;
        if (unit == PV_COUNT(units))
            return false;
        text = pv_str_sub(text, strlen(units[unit].name), text.n);
        if (__builtin_add_overflow(*out, number * units[unit].ms, out))
            return false;
    }
    return true;
}
