/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libpq: PostgreSQL's library, loaded when a ledger is on a server.
 *
 * It brings two dozen libraries with it, whose loading would take longer than a
 * scan of one file.
 */
#ifndef PV_LEDGER_STORE_LIBPQ_H
#define PV_LEDGER_STORE_LIBPQ_H

#include "base/err.h"

#include <libpq-fe.h>

/* Its functions, by their own names. */
struct pv_libpq {
#define X(name) __typeof__(&(name)) name;
#include "ledger/store/libpq.def"
#undef X
};

/* Stays loaded until the program ends. PV_UNSUPPORTED where it is not installed. */
PV_RESULT pv_libpq_load(struct pv_libpq *out, struct pv_err *err);

#endif
