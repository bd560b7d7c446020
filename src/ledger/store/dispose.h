/* SPDX-License-Identifier: Apache-2.0 */
/*
 * dispose: what people decide about a finding, with a reason and a name to it.
 */
#ifndef PV_LEDGER_STORE_DISPOSE_H
#define PV_LEDGER_STORE_DISPOSE_H

#include "ledger/store/ledger.h"

enum pv_disposition {
#define X(name, word, meaning) PV_DISPOSITION_##name,
#include "ledger/store/disposition.def"
#undef X
    PV_DISPOSITION_COUNT
};

/* As it is written in the ledger and on the command line. */
struct pv_str pv_disposition_word(enum pv_disposition disposition);

struct pv_disposal {
    int64_t finding;
    enum pv_disposition disposition;
    struct pv_str reason; /* must say something, but for PV_DISPOSITION_NEW and CONFIRMED */
    struct pv_str by;
    int64_t at;    /* seconds since 1970 */
    int64_t until; /* ACCEPTED: when it ends; 0: the longest that its priority allows */
};

/*
 * One transaction. An acceptance rests on the priority as it is now, and ends
 * by itself when that rises. PV_NOT_FOUND; PV_INVALID, with what to do, for a
 * reason that is missing or a time that is too long for the priority.
 */
PV_RESULT pv_ledger_dispose(struct pv_ledger *ledger, const struct pv_disposal *disposal,
                            struct pv_err *err);

/* How far the mending has been verified: "none", "fix-merged", "retest-passed" … */
PV_RESULT pv_ledger_verify(struct pv_ledger *ledger, int64_t finding, struct pv_str value,
                           struct pv_str by, int64_t at, struct pv_err *err);

/* Ends acceptances whose time is over at `now`, each with an event. */
PV_RESULT pv_ledger_expire(struct pv_ledger *ledger, int64_t now, struct pv_err *err);

#endif
