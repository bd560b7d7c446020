/* SPDX-License-Identifier: Apache-2.0 */
/*
 * text_limits: how large texts and patterns may be.
 */
#ifndef PV_TEXT_TEXT_LIMITS_H
#define PV_TEXT_TEXT_LIMITS_H

enum {
#define X(name, value, what) name = (value),
#include "text/limits.def"
#undef X
};

#endif
