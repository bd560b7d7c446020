/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ledger_access: the ledger that a command was given, with its key if it has one.
 *
 * The key is that of the purpose ledger.text. Where it comes from is said by
 * the environment, the same for each command that works with a ledger:
 * PAVE_LEDGER_POLICY and PAVE_LEDGER_TRUST, and PAVE_LEDGER_PASSPHRASE_FILE or
 * PAVE_LEDGER_PROGRAM to unlock it.
 */
#ifndef PV_APP_CLI_LEDGER_ACCESS_H
#define PV_APP_CLI_LEDGER_ACCESS_H

#include "app/cli/sealing.h"
#include "ledger/store/ledger.h"

struct pv_ledger_access {
    struct pv_ledger ledger;
    struct pv_sealing sealing;
};

/* What is wrong was said. Close it in any case. */
enum pv_exit pv_ledger_access_open(struct pv_cli *cli, struct pv_str url,
                                   struct pv_ledger_access *out);

/* The same for who has something to record: a ledger that is not there is made. */
enum pv_exit pv_ledger_access_make(struct pv_cli *cli, struct pv_str url,
                                   struct pv_ledger_access *out);
void pv_ledger_access_close(struct pv_ledger_access *access);

#endif
