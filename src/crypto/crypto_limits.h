/* SPDX-License-Identifier: Apache-2.0 */
/*
 * crypto_limits: how large what libpave is given may be.
 */
#ifndef PV_CRYPTO_CRYPTO_LIMITS_H
#define PV_CRYPTO_CRYPTO_LIMITS_H

enum {
#define X(name, value, what) name = (value),
#include "crypto/limits.def"
#undef X
};

#endif
