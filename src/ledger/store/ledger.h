/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ledger: findings over time, and every event that changed one.
 *
 * Three states of a finding are kept, each with an owner of its own: what
 * machines observe (present, absent, unobservable), what people think of it
 * (new, confirmed, false-positive, not-affected, accepted), and how far its
 * mending has been verified. What follows from them, such as open or fixed, is
 * worked out when it is asked for and kept nowhere. Events are added, never
 * changed; the database itself refuses anything else.
 */
#ifndef PV_LEDGER_STORE_LEDGER_H
#define PV_LEDGER_STORE_LEDGER_H

#include "ledger/identity/recognition.h"
#include "ledger/store/sql.h"

enum { PV_LEDGER_VERSION = 2 }; /* of the schema */

struct pave_key;

struct pv_ledger {
    struct pv_sql *sql;
    struct pv_arena *mem;
    struct pave_key *key; /* for sealed texts (envelope.h); NULL: none; not the ledger's to close */
    bool is_sealed;
};

/*
 * Opens the ledger at `url` (see pv_sql_open) and brings it to this program's
 * schema, in one transaction. A new one is sealed if there is a key; one that
 * is sealed can be read without it, but for its texts. PV_UNSUPPORTED for one
 * that a newer program wrote; PV_INVALID for a database of something else.
 */
PV_RESULT pv_ledger_open(struct pv_arena *mem, struct pv_str url, struct pave_key *key,
                         struct pv_ledger *out, struct pv_err *err);
void pv_ledger_close(struct pv_ledger *ledger);

/* The number of the asset (a repository, by name); made when it is not there. */
PV_RESULT pv_ledger_asset(struct pv_ledger *ledger, struct pv_str name, int64_t *out,
                          struct pv_err *err);

/* One line of the log. */
struct pv_ledger_event {
    int64_t at; /* seconds since 1970 */
    int64_t finding;
    int64_t run;          /* 0: none */
    struct pv_str actor;  /* who or what */
    struct pv_str kind;   /* observed, disposed, verified, moved, clustered */
    struct pv_str value;  /* the new state */
    struct pv_str reason; /* may be empty */
};

/* Adds it; within a transaction. */
PV_RESULT pv_ledger_log(struct pv_ledger *ledger, const struct pv_ledger_event *event,
                        struct pv_err *err);

/*
 * Plays the log back and compares: `*out` is how many findings are in a state
 * that no event gave them, 0 for a sound ledger.
 */
PV_RESULT pv_ledger_check(struct pv_ledger *ledger, int64_t *out, struct pv_err *err);

#endif
