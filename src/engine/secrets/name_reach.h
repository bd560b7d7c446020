/* SPDX-License-Identifier: Apache-2.0 */
/*
 * name_reach: the places behind a name that the name may belong to.
 *
 * From such a place pv_named_before, and pv_login_command_at from the name itself,
 * find back to the name; this goes the same ways forward.
 */
#ifndef PV_ENGINE_SECRETS_NAME_REACH_H
#define PV_ENGINE_SECRETS_NAME_REACH_H

#include "base/str.h"

struct pv_name_reach {
    struct pv_str text;
    size_t at;      /* where to go on; SIZE_MAX when there is nothing more */
    size_t aside;   /* a place that is not on the way: of a tag, of a command; or SIZE_MAX */
    unsigned names; /* that were passed on the way */
};

/* Of the name that ends before `end`. Nothing is in reach of one that is no secret's. */
void pv_name_reach_begin(struct pv_name_reach *reach, struct pv_str text, size_t end);

/* The next place; SIZE_MAX when there are no more. */
size_t pv_name_reach_next(struct pv_name_reach *reach);

#endif
