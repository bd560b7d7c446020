/* SPDX-License-Identifier: Apache-2.0 */
/*
 * rule_trial: the rules of one file, run on their examples.
 */
#ifndef PV_APP_CLI_RULE_TRIAL_H
#define PV_APP_CLI_RULE_TRIAL_H

#include "app/cli/cli.h"
#include "app/cli/silence.h"
#include "base/buf.h"
#include "engine/rule/rule.h"

struct pv_trial_counts {
    size_t passed; /* rules */
    size_t failed;
    size_t without_examples;
};

struct pv_trial {
    struct pv_arena *mem; /* may be reset between files */
    const struct pv_cli *cli;
    const struct pv_silence *silence; /* that the rules are held to */
    bool is_verbose;
    struct pv_buf *out; /* what to print */
    struct pv_trial_counts counts;
};

/*
 * Runs `rules`, which is all that one rule file holds, and adds what came of it
 * to trial->out and trial->counts. Fails when examples cannot be read.
 */
PV_RESULT pv_trial_run(struct pv_trial *trial, const struct pv_rule_set *rules, struct pv_err *err);

/*
 * Judges a rule that has no examples by what was measured of it. Nothing is said
 * or counted of one that is as it should be.
 */
void pv_trial_hold(struct pv_trial *trial, const struct pv_rule *rule);

#endif
