/* SPDX-License-Identifier: Apache-2.0 */
/*
 * glob_class: the classes of globs, "[a-z]", "[!a]", "[[:digit:]_]".
 */
#ifndef PV_TEXT_GLOB_CLASS_H
#define PV_TEXT_GLOB_CLASS_H

#include "base/str.h"

/* The place behind the class whose "[" is at `start`; SIZE_MAX when it is never closed. */
size_t pv_glob_class_end(struct pv_str pattern, size_t start);

/* Whether `byte` is in the class from `start` up to `end`, brackets included. */
bool pv_glob_class_has(struct pv_str pattern, size_t start, size_t end, unsigned char byte);

#endif
