/* SPDX-License-Identifier: Apache-2.0 */
/*
 * overlay: what a law or a contract demands over and above the tables: a table that can
 * only raise a priority, or demand a record; it never lowers one.
 *
 *     row,obligation,class,item,role,CV,XP,floor,record
 *
 * A row holds where all its cells do: the service is under the obligation, the finding is
 * of the class ("transport.*" is all of them), and one data item at stake has the name, the
 * role, the sealing and the exposure. Cells name several values by "|", and all by "*"; "-"
 * is no floor or no record. What is not known makes a row that may hold: its floor raises
 * the upper end alone.
 */
#ifndef PV_RISK_OVERLAY_H
#define PV_RISK_OVERLAY_H

#include "base/err.h"
#include "risk/fact.h"
#include "risk/risk_limits.h"

struct pv_situation;

enum { PV_OVERLAY_WORD = 32, PV_OVERLAY_CLASSES = 160, PV_OVERLAY_RECORD = 64 };

struct pv_overlay_row {
    uint16_t number; /* as written */
    char obligation[PV_OVERLAY_WORD];
    char classes[PV_OVERLAY_CLASSES];
    char item[PV_OVERLAY_WORD]; /* "*": any */
    uint8_t roles;
    pv_fact sealed;
    pv_fact reach;
    unsigned floor;                 /* of PV_DIM_PRIORITY; defer is none */
    char record[PV_OVERLAY_RECORD]; /* empty: none */
};

struct pv_overlay {
    struct pv_overlay_row rows[PV_RISK_OVERLAY_ROWS_MAX];
    size_t n;
};

enum { PV_OVERLAY_RECORDS_MAX = 8 };

/* What it comes to in one situation. */
struct pv_overlay_result {
    pv_fact floor;                         /* all that the floor may be; defer is none */
    uint16_t rows[PV_OVERLAY_RECORDS_MAX]; /* that hold or may hold, by number, the first of them */
    size_t n_rows;
    const char
        *records[PV_OVERLAY_RECORDS_MAX]; /* that are due; they live as long as the overlay */
    size_t n_records;
};

/* PV_SYNTAX, PV_LIMIT; `err->offset` is the byte at fault. */
PV_RESULT pv_overlay_read(struct pv_str csv, struct pv_overlay *out, struct pv_err *err);

void pv_overlay_apply(const struct pv_overlay *overlay, const struct pv_situation *situation,
                      struct pv_overlay_result *out);

/* Whether they say the same, whatever their numbers. */
bool pv_overlay_row_is_same(const struct pv_overlay_row *a, const struct pv_overlay_row *b);

#endif
