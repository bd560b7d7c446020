/* SPDX-License-Identifier: Apache-2.0 */
/*
 * entry: a finding as the ledger shows it, with what follows from its states.
 */
#ifndef PV_LEDGER_STORE_ENTRY_H
#define PV_LEDGER_STORE_ENTRY_H

#include "ledger/store/ledger.h"

enum pv_entry_state {
    PV_ENTRY_OPEN,         /* present; new or confirmed */
    PV_ENTRY_FIXED,        /* absent, and the code has changed */
    PV_ENTRY_WITHDRAWN,    /* absent, since the rule has changed */
    PV_ENTRY_UNOBSERVABLE, /* the last run could not tell */
    PV_ENTRY_SETTLED,      /* present; false-positive, not-affected or accepted */
    PV_ENTRY_STATES
};

/* "open", "fixed" … */
struct pv_str pv_entry_state_word(enum pv_entry_state state);

struct pv_entry {
    int64_t id;
    int64_t issue; /* the same for findings of several tools that are one concern */
    struct pv_str asset;
    struct pv_str tool;
    struct pv_str rule;
    struct pv_str class;
    struct pv_str path;
    struct pv_str scope;
    uint32_t line;
    struct pv_str message;
    struct pv_str severity;
    struct pv_str priority;
    struct pv_str record; /* JSON: how it was decided; may be empty */
    struct pv_str service;
    struct pv_str owner;
    struct pv_str observation;
    struct pv_str observation_reason;
    struct pv_str disposition;
    struct pv_str disposition_reason;
    struct pv_str disposition_by;
    struct pv_str verification;
    int64_t until; /* 0: none */
    int64_t first_seen;
    int64_t last_seen;
    int64_t first_run; /* of the runs that saw it */
    int64_t last_run;
    uint64_t content; /* pave/content/v1 */
    uint64_t context; /* pave/context/v1 */
    enum pv_entry_state state;
    bool is_open; /* false: texts are sealed and could not be opened; `record` is empty then */
};

struct pv_entry_filter {
    struct pv_str asset; /* empty: all */
    struct pv_str tool;
    struct pv_str rule;
    struct pv_str path; /* this file, or what is below this folder */
    struct pv_str owner;
    int64_t id;        /* 0: all */
    bool is_any_state; /* else only `state` */
    enum pv_entry_state state;
    int64_t max; /* 0: all */
};

/* Called for each, the weightiest first; texts live until it returns. */
typedef PV_RESULT pv_entry_take(void *context, const struct pv_entry *entry, struct pv_err *err);

PV_RESULT pv_entry_each(struct pv_ledger *ledger, const struct pv_entry_filter *filter,
                        pv_entry_take *take, void *context, struct pv_err *err);

/* The log of one finding, the oldest event first. */
typedef PV_RESULT pv_entry_take_event(void *context, const struct pv_ledger_event *event,
                                      struct pv_err *err);
PV_RESULT pv_entry_events(struct pv_ledger *ledger, int64_t finding, pv_entry_take_event *take,
                          void *context, struct pv_err *err);

#endif
