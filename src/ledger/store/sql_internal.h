/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sql_internal: the two kinds of database.
 */
#ifndef PV_LEDGER_STORE_SQL_INTERNAL_H
#define PV_LEDGER_STORE_SQL_INTERNAL_H

#include "ledger/store/sql.h"

PV_RESULT pv_sqlite_open(struct pv_arena *mem, struct pv_str path, struct pv_sql **out,
                         struct pv_err *err);

PV_RESULT pv_postgres_open(struct pv_arena *mem, struct pv_str url, struct pv_sql **out,
                           struct pv_err *err);

#endif
