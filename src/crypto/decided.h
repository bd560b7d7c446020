/* SPDX-License-Identifier: Apache-2.0 */
/*
 * decided: the one bit that secrets give away on purpose, accepted or refused.
 *
 * tests/secrets runs this room with every secret marked as undefined memory, so that a branch or
 * an address that depends on one is an error. What is returned here may be branched on.
 */
#ifndef PV_CRYPTO_DECIDED_H
#define PV_CRYPTO_DECIDED_H

#include <stdbool.h>

#ifdef PV_VALGRIND
#include <valgrind/memcheck.h>
#endif

static inline bool pv_decided(bool is_good)
{
#ifdef PV_VALGRIND
    VALGRIND_MAKE_MEM_DEFINED(&is_good, sizeof is_good);
#endif
    return is_good;
}

#endif
