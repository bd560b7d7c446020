/* SPDX-License-Identifier: Apache-2.0 */
/*
 * explain_finding: `pave explain` for a finding: FILE:LINE, which is scanned
 * again, or PV-12, which a ledger has.
 */
#ifndef PV_APP_CLI_EXPLAIN_FINDING_H
#define PV_APP_CLI_EXPLAIN_FINDING_H

#include "app/cli/command.h"

/* Whether an operand means a finding, not a rule. */
bool pv_explain_is_finding(struct pv_str operand);

/* Adds what there is to say of it, or says why there is nothing. */
enum pv_exit pv_explain_finding(struct pv_cli *cli, const struct pv_args *args,
                                struct pv_str operand, struct pv_buf *out);

#endif
