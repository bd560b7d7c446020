/* SPDX-License-Identifier: Apache-2.0 */
/*
 * narrowness: whether a regular expression, asked of a whole text, lets through nothing but
 * letters, digits and the few signs that mean nothing to SQL, shells, paths and pages.
 */
#ifndef PV_ENGINE_TAINT_NARROWNESS_H
#define PV_ENGINE_TAINT_NARROWNESS_H

#include "base/str.h"

/*
 * The expression as PCRE, JavaScript, Python, Java and Go write it, without delimiters.
 * `is_at_start` and `is_at_end`: whoever asks it begins and ends with the text anyway, without ^
 * and $. False where the expression says something that is not read here.
 */
bool pv_narrowness_is_plain(struct pv_str regex, bool is_at_start, bool is_at_end);

#endif
