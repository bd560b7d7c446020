/* SPDX-License-Identifier: Apache-2.0 */
/*
 * owner: who answers for a file: CODEOWNERS, else the owner of its Component, else that
 * of its System or Domain, else nobody.
 *
 * CODEOWNERS is looked for where GitHub does: in .github, at the root of the repository,
 * in docs. A folder further down counts as a root of its own where none above has one.
 */
#ifndef PV_RISK_OWNER_H
#define PV_RISK_OWNER_H

#include "base/map.h"
#include "risk/codeowners.h"
#include "risk/service.h"

struct pv_owners_file {
    struct pv_str path;
    struct pv_str root; /* an absolute path: patterns start there */
    struct pv_codeowners lines;
};

/* Owns its memory. Each folder is looked at once. */
struct pv_owners {
    struct pv_arena mem;
    struct pv_map folders; /* path of a folder: 1 + its file, 0 for none */
    struct pv_map roots;   /* path of a folder that may have one: the same */
    PV_VEC(struct pv_owners_file *) files;
};

struct pv_owner {
    struct pv_str names; /* "@org/team @user"; empty: nobody */
    enum pv_owner_source source;
    struct pv_str file; /* where it is said */
    uint32_t line;
};

void pv_owners_clear(struct pv_owners *owners);

/*
 * `service` (NULL: none) is that of the file. Texts live as long as `owners` and the
 * service. PV_NO_MEMORY; a CODEOWNERS that can't be read is none.
 */
PV_RESULT pv_owners_find(struct pv_owners *owners, struct pv_str path,
                         const struct pv_service *service, struct pv_owner *out,
                         struct pv_err *err);

#endif
