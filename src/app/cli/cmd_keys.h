/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cmd_keys: the verbs of `pave keys` that are in files of their own.
 */
#ifndef PV_APP_CLI_CMD_KEYS_H
#define PV_APP_CLI_CMD_KEYS_H

#include "app/cli/command.h"
#include "app/cli/unlocking.h"

/* What keyset files hold; a public key; a policy, signed; the identities of a trust file. */
enum pv_exit pv_keys_list(struct pv_cli *cli, const struct pv_args *args);
enum pv_exit pv_keys_public(struct pv_cli *cli, const struct pv_args *args);
enum pv_exit pv_keys_policy(struct pv_cli *cli, const struct pv_args *args);
enum pv_exit pv_keys_trust(struct pv_cli *cli, const struct pv_args *args);

/* By the unlocking options of the command, or by asking; it is cleared when that fails. */
enum pv_exit pv_keys_unlock(struct pv_cli *cli, const struct pv_args *args, const char *path,
                            bool is_new, struct pv_unlocking *out);

/* The operand at `index` with a terminator, or NULL after saying that `what` was expected. */
const char *pv_keys_operand(struct pv_cli *cli, const struct pv_args *args, size_t index,
                            const char *what);

#endif
