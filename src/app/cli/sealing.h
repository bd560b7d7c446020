/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sealing: from the options of a command to the key of a purpose.
 *
 * seal, open and reseal begin with the options of sealing.def, in its order.
 */
#ifndef PV_APP_CLI_SEALING_H
#define PV_APP_CLI_SEALING_H

#include "app/cli/command.h"
#include "app/cli/sealing_fail.h"
#include "app/cli/unlocking.h"

#include <pave/pave.h>

#define ABOUT(text)
#define EXAMPLE(line, text)
#define OPTION(id, name, letter, value, kind, heading, help) PV_OPT_SEALING_##id,
enum pv_sealing_option {
#include "app/cli/sealing.def"
    PV_OPT_SEALING_COUNT
};
#undef OPTION
#undef EXAMPLE
#undef ABOUT

struct pv_sealing {
    struct pave_library *library;
    struct pave_key *key;
    struct pave_field *fields;
    size_t n_fields;
    struct pv_unlocking unlocking;
    struct pv_terminal terminal;
    unsigned percent;  /* that the progress line shows */
    bool makes_secret; /* a subject without a secret gets one; set before it is opened */
};

/* Opens policy, keyset and key. What is wrong was said. Close it in any case. */
enum pv_exit pv_sealing_open(struct pv_cli *cli, const struct pv_args *args,
                             struct pv_sealing *out);
void pv_sealing_close(struct pv_sealing *sealing);

/* Only the library, of a policy and the file of the key that it must be signed with. */
enum pv_exit pv_sealing_library(struct pv_cli *cli, struct pv_str policy, struct pv_str trust_path,
                                struct pv_sealing *out);

/* Whether the purpose's keyset is for streams. */
bool pv_sealing_is_stream(const struct pv_sealing *sealing);

/* For pave_file_job: a line on a terminal that says how far it is; `user` is the sealing. */
void pv_sealing_progress(void *user, uint64_t done, uint64_t all);

#endif
