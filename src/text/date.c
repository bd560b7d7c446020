/* SPDX-License-Identifier: Apache-2.0 */
#include "text/date.h"

#include <stdbool.h>
#include <stdio.h>

enum { DAY_S = 86400, HOUR_S = 3600, MINUTE_S = 60, ERA_DAYS = 146097, EPOCH_DAYS = 719468 };

struct day {
    int64_t year;
    unsigned month;
    unsigned day;
};

/* Years begin in March, so that the leap day is their last: "chrono-Compatible Low-Level Date
 * Algorithms" by Howard Hinnant. */
static int64_t days_of(struct day d)
{
    int64_t year = d.month <= 2 ? d.year - 1 : d.year;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t of_era = year - era * 400;
    int64_t of_year =
        (153 * (int64_t)(d.month > 2 ? d.month - 3 : d.month + 9) + 2) / 5 + d.day - 1;
    return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_DAYS;
}

static struct day day_of(int64_t days)
{
    days += EPOCH_DAYS;
    int64_t era = (days >= 0 ? days : days - (ERA_DAYS - 1)) / ERA_DAYS;
    int64_t of_era = days - era * ERA_DAYS;
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;
    struct day d = {.year = year + era * 400,
                    .day = (unsigned)(of_year - (153 * month + 2) / 5 + 1)};
    d.month = (unsigned)(month < 10 ? month + 3 : month - 9);
    d.year += d.month <= 2;
    return d;
}

static bool read_digits(struct pv_str text, size_t at, size_t n, unsigned *out)
{
    *out = 0;
    for (size_t i = at; i < at + n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
        *out = *out * 10 + (unsigned)(text.p[i] - '0');
    }
    return true;
}

PV_RESULT pv_date_parse(struct pv_str text, int64_t *out, struct pv_err *err)
{
    unsigned year = 0;
    struct day d = {0};
    if (text.n != sizeof "2026-12-01" - 1 || text.p[4] != '-' || text.p[7] != '-' ||
        !read_digits(text, 0, 4, &year) || !read_digits(text, 5, 2, &d.month) ||
        !read_digits(text, 8, 2, &d.day))
        return pv_fail(err, PV_SYNTAX, 0, "'%.*s' is not a date such as 2026-12-01",
                       PV_STR_FMT(text));
    d.year = year;
    struct day again =
        d.month >= 1 && d.month <= 12 && d.day >= 1 ? day_of(days_of(d)) : (struct day){0};
    if (again.year != d.year || again.month != d.month || again.day != d.day)
        return pv_fail(err, PV_RANGE, 0, "there is no day %.*s", PV_STR_FMT(text));
    *out = days_of(d) * DAY_S;
    return PV_SUCCESS;
}

static int64_t floor_days(int64_t time)
{
    return time >= 0 ? time / DAY_S : -((-time + DAY_S - 1) / DAY_S);
}

void pv_date_write(int64_t time, char out[sizeof "2026-12-01"])
{
    struct day d = day_of(floor_days(time));
    (void)snprintf(out, sizeof "2026-12-01", "%04u-%02u-%02u", (unsigned)d.year % 10000,
                   d.month % 100, d.day % 100);
}

void pv_date_write_time(int64_t time, char out[sizeof "2026-12-01T10:20:30Z"])
{
    int64_t of_day = time - floor_days(time) * DAY_S;
    char date[sizeof "2026-12-01"];
    pv_date_write(time, date);
    (void)snprintf(out, sizeof "2026-12-01T10:20:30Z", "%sT%02u:%02u:%02uZ", date,
                   (unsigned)(of_day / HOUR_S) % 100, (unsigned)(of_day % HOUR_S / MINUTE_S) % 100,
                   (unsigned)(of_day % MINUTE_S) % 100);
}
