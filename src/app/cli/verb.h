/* SPDX-License-Identifier: Apache-2.0 */
/*
 * verb: the word behind a command that says which of its jobs is meant: `pave keys rotate`.
 *
 *     #define VERBS(X) X("list", list) X("show", show)
 *     static const char *const names[] = {VERBS(PV_VERB_NAME)};
 *     static job *const runs[] = {VERBS(PV_VERB_RUN)};
 */
#ifndef PV_APP_CLI_VERB_H
#define PV_APP_CLI_VERB_H

#include "base/str.h"

#define PV_VERB_NAME(name, run) name,
#define PV_VERB_RUN(name, run) run,

/*
 * Which of the `n` names was written; SIZE_MAX for none, and the one that was meant, or all that
 * there are, were said.
 */
size_t pv_verb_find(const char *command, const char *const *names, size_t n, struct pv_str written);

#endif
