/* SPDX-License-Identifier: Apache-2.0 */
/*
 * findings_job: one run of `pave findings`, shared by the files of its verbs.
 */
#ifndef PV_APP_CLI_FINDINGS_JOB_H
#define PV_APP_CLI_FINDINGS_JOB_H

#include "app/cli/command.h"
#include "app/cli/ledger_access.h"
#include "ledger/store/entry.h"

struct pv_findings_job {
    struct pv_cli *cli;
    const struct pv_args *args;
    struct pv_ledger_access access;
    struct pv_ledger *ledger; /* of it */
    struct pv_str asset;      /* --asset, or the repository's name */
    int64_t now;
    struct pv_buf out;
    bool is_json;
    size_t n; /* findings that were listed */
};

/* Takes in each file that is named after the verb. */
enum pv_exit pv_findings_import(struct pv_findings_job *job);

#endif
