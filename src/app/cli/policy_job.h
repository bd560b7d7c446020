/* SPDX-License-Identifier: Apache-2.0 */
/*
 * policy_job: one run of `pave policy`, shared by the files of its verbs.
 */
#ifndef PV_APP_CLI_POLICY_JOB_H
#define PV_APP_CLI_POLICY_JOB_H

#include "app/cli/command.h"
#include "engine/report/paint.h"
#include "risk/explanation.h"
#include "risk/priority.h"

enum pv_policy_form { PV_POLICY_TEXT, PV_POLICY_MARKDOWN, PV_POLICY_JSON };

struct pv_policy_job {
    struct pv_cli *cli;
    const struct pv_args *args;
    struct pv_buf out;
    enum pv_policy_form form;
};

/* Reads the policy of the folder that is the operand `number`, the shipped one when there is none.
 */
PV_RESULT pv_policy_job_read(const struct pv_policy_job *job, size_t number, struct pv_policy *out,
                             struct pv_err *err);

struct pv_paint pv_policy_job_paint(struct pv_policy_job *job);

enum pv_exit pv_policy_test(struct pv_policy_job *job);
enum pv_exit pv_policy_replay(struct pv_policy_job *job);

#endif
