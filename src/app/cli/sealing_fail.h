/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sealing_fail: what libpave refused, in words that say what to do about it.
 */
#ifndef PV_APP_CLI_SEALING_FAIL_H
#define PV_APP_CLI_SEALING_FAIL_H

#include "app/cli/command.h"

#include <pave/pave.h>

/* Says what a status means for `what`, and gives the exit for it. `err` may be NULL. */
enum pv_exit pv_sealing_fail(struct pv_str what, enum pave_status status,
                             const struct pave_error *err);

/* The same for something that was to be sealed with the purpose's key. */
enum pv_exit pv_sealing_fail_seal(const struct pave_key *key, struct pv_str what,
                                  enum pave_status status, const struct pave_error *err);

/* The same for something sealed, of which `head` is at least the first six bytes. */
enum pv_exit pv_sealing_fail_open(const struct pave_key *key, struct pv_str what,
                                  struct pv_str head, enum pave_status status,
                                  const struct pave_error *err);

/* The same for a purpose that the policy has not. */
enum pv_exit pv_sealing_fail_purpose(const struct pave_library *library, struct pv_str purpose);

#endif
