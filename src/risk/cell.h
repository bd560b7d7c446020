/* SPDX-License-Identifier: Apache-2.0 */
/*
 * cell: one cell of the CSV that the tables of a policy are written in: no quotes, no
 * commas within.
 */
#ifndef PV_RISK_CELL_H
#define PV_RISK_CELL_H

#include "base/reader.h"

/* Takes a cell and the comma or line end after it; `*is_last` says which it was. PV_SYNTAX. */
PV_RESULT pv_cell_take(struct pv_reader *in, struct pv_str *out, bool *is_last);

/* Takes a cell that is the last of its line, or is not. PV_SYNTAX. */
PV_RESULT pv_cell_take_one(struct pv_reader *in, bool should_be_last, struct pv_str *out);

#endif
