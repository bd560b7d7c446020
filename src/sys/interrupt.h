/* SPDX-License-Identifier: Apache-2.0 */
/*
 * interrupt: whether someone asked us to stop.
 */
#ifndef PV_SYS_INTERRUPT_H
#define PV_SYS_INTERRUPT_H

#include <stdatomic.h>
#include <stdbool.h>

/*
 * From now on SIGINT, SIGTERM and SIGHUP set the flag instead of ending the
 * program; a second one ends it. SIGPIPE and SIGXFSZ are ignored: writing reports them.
 */
void pv_interrupt_watch(void);

/* The flag, for those who poll it; lives for ever. */
const atomic_bool *pv_interrupt_flag(void);

#endif
