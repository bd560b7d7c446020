/* SPDX-License-Identifier: Apache-2.0 */
/*
 * sort: putting an array in order that is nearly in order already, as what was
 * found in a walk over a tree is.
 */
#ifndef PV_BASE_SORT_H
#define PV_BASE_SORT_H

#include <stddef.h>

/*
 * Sorts as qsort does; linear where few elements have to go far. What compares as equal must be
 * alike to whoever looks. Elements are at most PV_SORT_ITEM_BYTES.
 */
void pv_sort(void *list, size_t n, size_t size, int (*compare)(const void *, const void *));

enum { PV_SORT_ITEM_BYTES = 256 };

#endif
