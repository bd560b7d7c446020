/* SPDX-License-Identifier: Apache-2.0 */
/*
 * policy: five tables that say what a finding means, given facts, an overlay of
 * obligations that can only raise it, and a table of its own for published
 * vulnerabilities.
 *
 *     data, sealing ──residual──┐
 *     tier, technical impact ───┴─stakes────┐
 *     exposure, gate ──exposure─┐           ├─priority──obligations──► final
 *     automatable ──────────────┴─ease──────┤
 *     evidence ─────────────────────────────┘
 *
 * One fact feeds exactly one table, so evaluating with sets of values gives
 * exactly the priorities that are possible, no more. Exposure, automatable and
 * the outcomes follow SSVC (CERT/CC), decision points EXP and DSOI.
 */
#ifndef PV_RISK_POLICY_H
#define PV_RISK_POLICY_H

#include "crypto/digest.h"
#include "risk/data_item.h"
#include "risk/fact.h"
#include "risk/overlay.h"
#include "risk/risk_limits.h"
#include "risk/table.h"

enum pv_policy_step {
    PV_STEP_RESIDUAL,
    PV_STEP_STAKES,
    PV_STEP_EXPOSURE,
    PV_STEP_EASE,
    PV_STEP_PRIORITY,
    PV_STEP_COUNT,
};

enum { PV_POLICY_NAME = 64 };

struct pv_policy {
    struct pv_table steps[PV_STEP_COUNT];
    struct pv_overlay overlay;
    struct pv_table cve;
    unsigned blocks; /* of PV_DIM_PRIORITY: what is at least this, for sure, ends a scan with 1 */
    char id[PV_POLICY_NAME];
    char version[PV_POLICY_NAME];
    char sha256[PV_DIGEST_TEXT]; /* of all its tables, as they were read */
};

/* An obligation that the service is under. */
struct pv_duty {
    struct pv_str name;
    bool is_sure; /* false: it was, when somebody looked last */
};

/* What is known where a finding stands. Zero is not valid: start with pv_situation_unknown. */
struct pv_situation {
    pv_fact data[PV_RISK_ITEMS_MAX]; /* one fact for each data item at stake */
    pv_fact sealed[PV_RISK_ITEMS_MAX];
    struct pv_str items[PV_RISK_ITEMS_MAX]; /* by name; empty where nobody says */
    uint8_t roles[PV_RISK_ITEMS_MAX];
    size_t n_items;
    pv_fact tier;
    pv_fact impact;
    pv_fact reach;
    pv_fact gate;
    pv_fact automatable;
    pv_fact evidence;
    struct pv_str class; /* of the finding: "transport.tls-deprecated" */
    struct pv_duty duties[PV_RISK_OBLIGATIONS_MAX];
    size_t n_duties;
    struct pv_str cve; /* of a published vulnerability, which the table `cve` decides; else empty */
    pv_fact kev;
    pv_fact exploitation;
};

struct pv_decision {
    pv_fact priority;            /* final */
    pv_fact base;                /* without the overlay */
    pv_fact facts[PV_DIM_COUNT]; /* all, given and computed */
    bool needs_forensics;        /* surely: the table `cve` demands to look whether it was used */
    int rows[PV_STEP_COUNT];     /* the row of each table when just one applies, else -1 */
    int cve_row;                 /* the same of the table `cve` */
    struct pv_overlay_result overlay;
};

/* The tables that Pave comes with. */
PV_RESULT pv_policy_read_shipped(struct pv_policy *out, struct pv_err *err);

/*
 * Reads residual.csv, stakes.csv, exposure.csv, ease.csv and priority.csv of a folder;
 * obligations.csv, without which there are none; cve.csv, without which the shipped one
 * holds; and policy.yaml, which need not be there: `id`, `version`, `blocks`, and under
 * `pins` the SHA-256 that files must have. Errors name the file.
 */
PV_RESULT pv_policy_load(struct pv_str folder, struct pv_policy *out, struct pv_err *err);

/* "residual" … */
struct pv_str pv_policy_step_name(enum pv_policy_step step);

/*
 * Reads one table for its step. PV_INVALID when its columns are not those that the step
 * joins; otherwise as pv_table_read.
 */
PV_RESULT pv_policy_read_table(struct pv_policy *policy, enum pv_policy_step step,
                               struct pv_str csv, struct pv_err *err);

/* Reads the table for published vulnerabilities: by KV, XP, A, TI to RT, or E, EXP, A, HI to PR. */
PV_RESULT pv_policy_read_cve(struct pv_policy *policy, struct pv_str csv, struct pv_err *err);

/* Everything could be: no catalog, no facts of the rule. */
struct pv_situation pv_situation_unknown(void);

struct pv_decision pv_policy_decide(const struct pv_policy *policy,
                                    const struct pv_situation *situation);

#endif
