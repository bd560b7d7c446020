/* SPDX-License-Identifier: Apache-2.0 */
/*
 * example: the files that show what the rules of a rule file must find.
 */
#ifndef PV_APP_CLI_EXAMPLE_H
#define PV_APP_CLI_EXAMPLE_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

struct pv_examples {
    PV_VEC(struct pv_str) paths; /* sorted */
    bool is_folder;              /* bad.* and good.* of a rule.yaml */
    bool has_bad;
    bool has_good;
};

/* Looks beside `rule_file`. Paths live in `mem`. Failures as pv_folder_read. */
PV_RESULT pv_examples_find(struct pv_arena *mem, struct pv_str rule_file, struct pv_examples *out,
                           struct pv_err *err);

#endif
