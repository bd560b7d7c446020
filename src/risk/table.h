/* SPDX-License-Identifier: Apache-2.0 */
/*
 * table: one decision table, read from CSV that people edit, and looked up
 * with sets of values.
 *
 * The first line names the columns: `row`, the inputs, the output, by the
 * dimensions' column names. Each further line gives one combination. A table
 * is taken only when it is total: every combination has exactly one row.
 */
#ifndef PV_RISK_TABLE_H
#define PV_RISK_TABLE_H

#include "base/err.h"
#include "risk/fact.h"

enum { PV_TABLE_INPUTS_MAX = 4, PV_TABLE_ROWS_MAX = 128 };

struct pv_table {
    enum pv_dimension inputs[PV_TABLE_INPUTS_MAX];
    size_t n_inputs;
    enum pv_dimension output;
    uint8_t outputs[PV_TABLE_ROWS_MAX]; /* by combination, the last input fastest */
    uint16_t rows[PV_TABLE_ROWS_MAX];   /* the row number written in the file */
    size_t n;
};

/* PV_SYNTAX, PV_RANGE, PV_INVALID (not total); `err->offset` is the byte at fault. */
PV_RESULT pv_table_read(struct pv_str csv, struct pv_table *out, struct pv_err *err);

/*
 * What the output can be when each input is any value of its set; `facts` is
 * indexed by dimension. `*row` is the row number when just one applies, else -1;
 * `row` may be NULL.
 */
pv_fact pv_table_look_up(const struct pv_table *table, const pv_fact *facts, int *row);

#endif
