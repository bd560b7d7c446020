/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/verb.h"

#include "app/cli/cli.h"
#include "base/buf.h"
#include "text/nearest.h"

#include <stdint.h>

/* "list, show or check". */
static void add_all(struct pv_buf *out, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        pv_buf_format(out, "%s%s", i == 0 ? "" : i + 1 < n ? ", " : " or ", names[i]);
}

static void say_unknown(const char *command, const char *const *names, size_t n,
                        struct pv_str written)
{
    PV_DEFER(pv_buf_clear) struct pv_buf all = {0};
    struct pv_nearest nearest = pv_nearest_of(written);
    for (size_t i = 0; i < n; i++)
        pv_nearest_offer(&nearest, pv_str_of(names[i]));
    add_all(&all, names, n);
    struct pv_str list = pv_buf_str(&all);
    if (!written.n)
        pv_cli_say("%s: expected %.*s", command, PV_STR_FMT(list));
    else if (nearest.best.p)
        pv_cli_say("%s: %.*s: unknown; did you mean %.*s?", command, PV_STR_FMT(written),
                   PV_STR_FMT(nearest.best));
    else
        pv_cli_say("%s: %.*s: unknown; expected %.*s", command, PV_STR_FMT(written),
                   PV_STR_FMT(list));
}

size_t pv_verb_find(const char *command, const char *const *names, size_t n, struct pv_str written)
{
    for (size_t i = 0; i < n; i++)
        if (pv_str_eq(written, pv_str_of(names[i])))
            return i;
    say_unknown(command, names, n, written);
    return SIZE_MAX;
}
