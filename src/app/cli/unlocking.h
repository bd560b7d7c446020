/* SPDX-License-Identifier: Apache-2.0 */
/*
 * unlocking: what unlocks a keyset, from options, files and whoever sits at the terminal.
 */
#ifndef PV_APP_CLI_UNLOCKING_H
#define PV_APP_CLI_UNLOCKING_H

#include "app/cli/command.h"

#include <pave/pave.h>

struct pv_unlocking {
    struct pave_unlock unlock;
    struct pave_unlock parent;
    struct pave_secret *passphrase;
    struct pave_secret *parent_passphrase;
};

/* Which options say how to unlock; SIZE_MAX: the command has none for it. */
struct pv_unlocking_options {
    size_t passphrase_file;
    size_t parent;
    size_t parent_passphrase_file;
    size_t program;
};

/*
 * PV_EXIT_USAGE when a file cannot be read, or when no way is given and nobody can be asked for a
 * passphrase; it was said. Where somebody can be, pv_unlocking_has_way is false. Clear it in any
 * case.
 */
enum pv_exit pv_unlocking_read(struct pv_cli *cli, const struct pv_args *args,
                               struct pv_unlocking_options options, struct pv_unlocking *out);
/* The same from texts that are not options; each may be empty. */
enum pv_exit pv_unlocking_take(struct pv_cli *cli, struct pv_str passphrase_file,
                               struct pv_str program, struct pv_unlocking *out);

bool pv_unlocking_has_way(const struct pv_unlocking *unlocking);

/* Asks for the passphrase of `keyset`: twice for one that `is_new`. What is wrong was said. */
enum pv_exit pv_unlocking_ask(struct pv_unlocking *unlocking, struct pv_str keyset, bool is_new);

void pv_unlocking_clear(struct pv_unlocking *unlocking);

/* What an option holds, with a terminator; `*out` stays when the option was not given. */
enum pv_exit pv_option_path(struct pv_cli *cli, const struct pv_args *args, size_t option,
                            const char **out);

#endif
