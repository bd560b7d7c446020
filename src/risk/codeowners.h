/* SPDX-License-Identifier: Apache-2.0 */
/*
 * codeowners: who answers for which files, as GitHub reads CODEOWNERS.
 *
 * The last line that fits a path counts. Patterns are those of .gitignore without "!" and
 * without classes in brackets, and "folder/" followed by one star means the files in the
 * folder itself only. A line that can't be used is skipped, as GitHub does, and kept as a
 * flaw so that somebody is told.
 */
#ifndef PV_RISK_CODEOWNERS_H
#define PV_RISK_CODEOWNERS_H

#include "base/arena.h"
#include "base/vec.h"
#include "text/glob.h"

#include <stdint.h>

struct pv_codeowners_rule {
    struct pv_glob glob;
    bool is_direct;       /* not what is in folders below */
    struct pv_str owners; /* "@org/team mail@example.org"; empty: nobody, on purpose */
    uint32_t line;
};

struct pv_codeowners_flaw {
    uint32_t line;
    struct pv_str text; /* what is wrong with it; static */
};

struct pv_codeowners {
    PV_VEC(struct pv_codeowners_rule) rules;
    PV_VEC(struct pv_codeowners_flaw) flaws;
};

/* Adds the lines of `text`, which must outlive `out`. PV_LIMIT for too many; PV_NO_MEMORY. */
PV_RESULT pv_codeowners_read(struct pv_arena *mem, struct pv_str text, struct pv_codeowners *out,
                             struct pv_err *err);

/* The line that counts for the file `path`, from the folder that the file is for; NULL: none. */
const struct pv_codeowners_rule *pv_codeowners_find(const struct pv_codeowners *codeowners,
                                                    struct pv_str path);

#endif
