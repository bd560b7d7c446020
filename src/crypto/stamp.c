/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/stamp.h"

#include <stdio.h>
#include <time.h>

static const int64_t stamp_max = 253402300799; /* the last second of 9999 */

int64_t pv_stamp_now(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec;
}

int64_t pv_stamp_now_ms(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void pv_stamp_write(int64_t seconds, char out[PV_STAMP_TEXT])
{
    struct tm parts = {0};
    time_t time = (time_t)(seconds < 0 ? 0 : seconds > stamp_max ? stamp_max : seconds);
    (void)gmtime_r(&time, &parts);
    if (strftime(out, PV_STAMP_TEXT, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
        out[0] = 0;
}

/* `n` digits; false for anything else. */
static bool digits(const char *at, size_t n, int *out)
{
    int number = 0;
    for (size_t i = 0; i < n; i++) {
        if (at[i] < '0' || at[i] > '9')
            return false;
        number = number * 10 + (at[i] - '0');
    }
    *out = number;
    return true;
}

bool pv_stamp_read(struct pv_str text, int64_t *out)
{
    char padded[PV_STAMP_TEXT] = "0000-00-00T00:00:00Z";
    char again[PV_STAMP_TEXT];
    struct tm parts = {0};

    if (text.n != PV_STAMP_TEXT - 1 && text.n != sizeof "2026-11-23" - 1)
        return false;
    memcpy(padded, text.p, text.n);
    if (!digits(padded, 4, &parts.tm_year) || !digits(padded + 5, 2, &parts.tm_mon) ||
        !digits(padded + 8, 2, &parts.tm_mday) || !digits(padded + 11, 2, &parts.tm_hour) ||
        !digits(padded + 14, 2, &parts.tm_min) || !digits(padded + 17, 2, &parts.tm_sec))
        return false;
    parts.tm_year -= 1900;
    parts.tm_mon -= 1;
    int64_t seconds = timegm(&parts);
    /* Written back it must be the same: this refuses the 31st of June and wrong separators. */
    pv_stamp_write(seconds, again);
    if (memcmp(again, padded, sizeof again) != 0)
        return false;
    *out = seconds;
    return true;
}
