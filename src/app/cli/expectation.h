/* SPDX-License-Identifier: Apache-2.0 */
/*
 * expectation: what the comments in an example say must, and must not, be found.
 *
 *     md5(x)              # pave: expect weak-hash      found on this line
 *     # ruleid: weak-hash                               found on the next line
 *     # ok: weak-hash                                   not found on the next line
 *     # todoruleid: weak-hash, # todook: weak-hash      known to be wrong: not held against the
 * rule
 */
#ifndef PV_APP_CLI_EXPECTATION_H
#define PV_APP_CLI_EXPECTATION_H

#include "base/str.h"
#include "base/vec.h"
#include "engine/rule/rule.h"

#include <stdint.h>

struct pv_expectation {
    struct pv_str rules; /* as written, separated by commas */
    uint32_t line;       /* of the code, 1-based */
    bool is_found;       /* else: must not be, which is so for every other line, too */
    bool is_excused;     /* either will do */
};

struct pv_expectations {
    PV_VEC(struct pv_expectation) list; /* in order of the comments */
};

/* Reads the comments of `text`; the views point into it. */
PV_RESULT pv_expectations_read(struct pv_arena *mem, struct pv_str text,
                               struct pv_expectations *out, struct pv_err *err);

/* Whether `rule` must be found on `line`; `*is_excused` says that it need not matter. */
bool pv_expectations_want(const struct pv_expectations *all, const struct pv_rule *rule,
                          uint32_t line, bool *is_excused);

#endif
