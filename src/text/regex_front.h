/* SPDX-License-Identifier: Apache-2.0 */
/*
 * regex_front: the byte that all that an expression matches begins with.
 */
#ifndef PV_TEXT_REGEX_FRONT_H
#define PV_TEXT_REGEX_FRONT_H

#include "base/str.h"

#include <stdint.h>

struct pv_regex_front {
    bool is_known;
    char byte;
    char other; /* the same letter in the other case, where case does not matter; else `byte` */
};

/* Not known for all that does not plainly say so: `^"(a|b)"`, `(?i)^DES`. */
struct pv_regex_front pv_regex_front_of(struct pv_str pattern, bool is_caseless);

#endif
