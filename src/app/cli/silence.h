/* SPDX-License-Identifier: Apache-2.0 */
/*
 * silence: whether the rules that are too often wrong keep silent, and no others do.
 *
 * What is measured of rules stands in measured.yaml at the top of their folders. A rule whose 95 %
 * interval lies below 0.9 as a whole, on ten cases or more, has to say in its metadata that it is
 * silent; one that says so has to have been measured below 0.9. Between the two its author decides:
 * few cases prove nothing.
 */
#ifndef PV_APP_CLI_SILENCE_H
#define PV_APP_CLI_SILENCE_H

#include "base/buf.h"
#include "engine/rule/rule.h"

struct pv_silence {
    PV_VEC(const struct pv_doc *) measured; /* one for each folder that has some, by rule */
    bool holds_secrets; /* one of them is of a whole set of rules, to which the built-in ones belong
                         */
};

/*
 * Adds what was measured of the rules at `path`: measured.yaml in this folder, or one or two above
 * it. PV_INVALID and kin when there is one that can't be read.
 */
PV_RESULT pv_silence_add(struct pv_arena *mem, struct pv_str path, struct pv_silence *out,
                         struct pv_err *err);

/* Whether `rule` is silent when it should not be, or speaks when it should not: adds why. */
bool pv_silence_is_broken(const struct pv_silence *silence, const struct pv_rule *rule,
                          struct pv_buf *out);

/* Whether so many findings, right and wrong, say that a rule is wrong too often to speak. */
bool pv_silence_is_due(uint64_t right, uint64_t wrong);

#endif
