/* SPDX-License-Identifier: Apache-2.0 */
/*
 * envelope: the texts of a ledger at rest, sealed with libpave.
 *
 * What people wrote as reasons, what rules say of the code, and what decisions
 * rest on are evidence. In a ledger that is sealed they are kept as sealed
 * values, each bound to its place: one that was moved to another finding, or
 * changed, does not open. States, places and numbers are not sealed, so that a
 * ledger can be counted and searched without its key.
 */
#ifndef PV_LEDGER_STORE_ENVELOPE_H
#define PV_LEDGER_STORE_ENVELOPE_H

#include "ledger/store/ledger.h"

/* The purpose that a policy must have for it. */
#define PV_ENVELOPE_PURPOSE "ledger.text"

/* The columns that hold such texts. */
#define PV_ENVELOPE_MESSAGE "finding.message"
#define PV_ENVELOPE_RECORD "finding.record"
#define PV_ENVELOPE_REASON "finding.disposition_reason"

/* Where a text stands. */
struct pv_envelope_place {
    const char *column; /* "finding.message" */
    int64_t finding;
    int64_t at;          /* of an event: its time; else 0 */
    struct pv_str value; /* of an event: what it says; else empty */
};

/*
 * `*out` is the text as it is kept: itself in a ledger that is not sealed, and
 * when it is empty; else a sealed one, in `mem`. PV_DENIED when the ledger is
 * sealed and no key was given.
 */
PV_RESULT pv_envelope_seal(struct pv_arena *mem, const struct pv_ledger *ledger,
                           const struct pv_envelope_place *place, struct pv_str text,
                           struct pv_str *out, struct pv_err *err);

struct pv_envelope_text {
    struct pv_str text;
    bool is_open; /* else `text` says in brackets why not */
};

/* The text that was kept, in `mem` if it was sealed. One that can't be opened is no failure. */
PV_RESULT pv_envelope_open(struct pv_arena *mem, const struct pv_ledger *ledger,
                           const struct pv_envelope_place *place, struct pv_str kept,
                           struct pv_envelope_text *out, struct pv_err *err);

static inline struct pv_envelope_place pv_envelope_of(const char *column, int64_t finding)
{
    return (struct pv_envelope_place){.column = column, .finding = finding};
}

struct pv_envelope_place pv_envelope_of_event(const struct pv_ledger_event *event);

/* Whether the ledger says that its texts are sealed, into `is_sealed`; and lets it say so. */
PV_RESULT pv_envelope_find(struct pv_ledger *ledger, struct pv_err *err);
PV_RESULT pv_envelope_require(struct pv_ledger *ledger, struct pv_err *err);

/*
 * Seals all texts of the ledger in one transaction, and what is written from
 * then on; `*out` is how many. The database is then made anew, so that nothing
 * of the clear texts stays in it; what fails there is told, with `*out` set.
 * PV_INVALID without a key, PV_EXISTS when it is sealed already.
 */
PV_RESULT pv_ledger_seal(struct pv_ledger *ledger, int64_t *out, struct pv_err *err);

/* How many texts don't open with the key: changed, moved, or sealed with another key. 0 without. */
PV_RESULT pv_ledger_check_seals(struct pv_ledger *ledger, int64_t *out, struct pv_err *err);

#endif
