/* SPDX-License-Identifier: Apache-2.0 */
/*
 * embedded: a file that the program carries, made by tools/embed.c.
 */
#ifndef PV_BASE_EMBEDDED_H
#define PV_BASE_EMBEDDED_H

#include "base/str.h"

struct pv_embedded {
    struct pv_str path; /* relative; p is NULL in the last one of an array */
    struct pv_str text; /* a zero byte follows, which n does not count */
};

#endif
