/* SPDX-License-Identifier: Apache-2.0 */
/*
 * golden: output that people or programs see, kept under tests/golden/ so that a
 * change of it is a difference to be reviewed. `make golden` rewrites the files.
 */
#ifndef PV_TESTS_SUPPORT_GOLDEN_H
#define PV_TESTS_SUPPORT_GOLDEN_H

#include "base/str.h"

/* Fails the test unless `actual` is what tests/golden/NAME holds, and shows the first line that
 * differs. */
void golden_check(const char *name, struct pv_str actual);

#endif
