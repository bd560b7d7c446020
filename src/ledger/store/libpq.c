/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/libpq.h"

#include "sys/late_library.h"

struct pv_result pv_libpq_load(struct pv_libpq *out, struct pv_err *err)
{
    struct pv_libpq found = {0};
    void *library = NULL;
    bool is_whole = true;
    PV_TRY(pv_late_library_load("libpq.so.5", &library, err));
#define X(name)                                                                                    \
    is_whole = pv_late_library_find(library, #name, &found.name, sizeof found.name) && is_whole;
#include "ledger/store/libpq.def"
#undef X
    if (!is_whole)
        return pv_fail(err, PV_UNSUPPORTED, 0, "a newer libpq for a ledger on a server");
    *out = found;
    return PV_SUCCESS;
}
