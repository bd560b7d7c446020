/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/cell.h"

static bool is_cell(unsigned char byte)
{
    return byte != ',' && byte != '\n' && byte != '\r';
}

PV_RESULT pv_cell_take(struct pv_reader *in, struct pv_str *out, bool *is_last)
{
    PV_TRY(pv_reader_run(in, is_cell, "a cell", out));
    *is_last = !pv_reader_accept(in, ',');
    if (*is_last && !pv_reader_is_end(in)) {
        (void)pv_reader_accept(in, '\r');
        PV_TRY(pv_reader_expect(in, '\n'));
    }
    return PV_SUCCESS;
}

PV_RESULT pv_cell_take_one(struct pv_reader *in, bool should_be_last, struct pv_str *out)
{
    size_t at = in->at;
    bool is_last = false;
    PV_TRY(pv_cell_take(in, out, &is_last));
    if (is_last != should_be_last)
        return pv_fail(in->err, PV_SYNTAX, at, "expected as many cells as columns");
    return PV_SUCCESS;
}
