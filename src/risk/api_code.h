/* SPDX-License-Identifier: Apache-2.0 */
/*
 * api_code: which files of a service speak to which API, as people write it in one line:
 * "claims-api: transfer.py; insurer-api: insurer.py, pay/".
 */
#ifndef PV_RISK_API_CODE_H
#define PV_RISK_API_CODE_H

#include "base/arena.h"
#include "base/vec.h"
#include "text/glob.h"

struct pv_api_code {
    struct pv_str api;
    struct pv_glob glob; /* as .gitignore writes them, from the catalog file's folder */
};

struct pv_api_codes {
    PV_VEC(struct pv_api_code) list;
};

/* Views of `text`. PV_SYNTAX, PV_LIMIT; `err->offset` is the byte at fault. */
PV_RESULT pv_api_codes_parse(struct pv_arena *mem, struct pv_str text, struct pv_api_codes *out,
                             struct pv_err *err);

/* Whether the file `path` speaks to `api` by what is written. */
bool pv_api_codes_has(const struct pv_api_codes *codes, struct pv_str api, struct pv_str path);

#endif
