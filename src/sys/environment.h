/* SPDX-License-Identifier: Apache-2.0 */
/*
 * environment: what the caller's environment says.
 */
#ifndef PV_SYS_ENVIRONMENT_H
#define PV_SYS_ENVIRONMENT_H

#include "base/str.h"

/* The value of a variable; empty when it is not set. Lives as long as the program. */
struct pv_str pv_environment(const char *name);

/* Who runs the program, as far as the environment says: USER or LOGNAME. */
struct pv_str pv_environment_user(void);

#endif
