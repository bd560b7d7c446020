/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/taint/prefix.h"

#include <stdio.h>
#include <string.h>

void pv_prefix_add_text(struct pv_prefix *prefix, struct pv_str text)
{
    size_t room = sizeof prefix->text - prefix->n;
    if (prefix->is_ended)
        return;
    if (text.n > room) {
        text.n = room;
        prefix->is_ended = true;
    }
    if (text.n > 0)
        memcpy(prefix->text + prefix->n, text.p, text.n);
    prefix->n += text.n;
}

void pv_prefix_add_value(struct pv_prefix *prefix, const struct pv_value *value)
{
    static const char unknown[] = {PV_PREFIX_UNKNOWN};
    char digits[24];
    bool is_tainted = pv_value_is_tainted(value);
    if (value->prefix.p) {
        pv_prefix_add_text(prefix, value->prefix);
    } else if (!is_tainted && value->constant == PV_VALUE_TEXT) {
        pv_prefix_add_text(prefix, value->text);
    } else if (!is_tainted && value->constant == PV_VALUE_INT) {
        (void)snprintf(digits, sizeof digits, "%lld", (long long)value->number);
        pv_prefix_add_text(prefix, pv_str_of(digits));
    } else if (!is_tainted) {
        pv_prefix_add_text(prefix, (struct pv_str){unknown, sizeof unknown});
    }
    prefix->is_ended |= is_tainted;
}

bool pv_prefix_is_known(const struct pv_value *value)
{
    return value->prefix.p || (value->constant == PV_VALUE_TEXT && value->n_taints == 0);
}
