/* SPDX-License-Identifier: Apache-2.0 */
/*
 * suite: the ways to seal, by the number in a header and the name in a file.
 *
 * Numbers are never given a second meaning. 4 is kept for AES-SIV,
 * 0xe for foreign formats.
 */
#ifndef PV_CRYPTO_SUITE_H
#define PV_CRYPTO_SUITE_H

#include "base/str.h"

#include <stdint.h>

enum pv_suite {
    PV_SUITE_NONE = 0,
#define X(id, number, name, kind, overhead) PV_SUITE_##id = (number),
#include "crypto/suite.def"
#undef X
};

/* What the keys of a keyset are for: no key serves two. */
enum pv_key_kind {
    PV_KIND_SEAL,
    PV_KIND_STREAM,
    PV_KIND_SIGN,
    PV_KIND_IDENTITY,
    PV_KIND_TOKEN,
    PV_KIND_INDEX,
    PV_KIND_DERIVE,
    PV_KIND_COUNT
};

/* PV_SUITE_NONE for a name that no suite has. */
enum pv_suite pv_suite_of_name(struct pv_str name);

/* PV_SUITE_NONE for a number that no suite of sealed values has. */
enum pv_suite pv_suite_of_number(unsigned number);

const char *pv_suite_name(enum pv_suite suite);
enum pv_key_kind pv_suite_kind(enum pv_suite suite);
size_t pv_suite_overhead(enum pv_suite suite);

/* "seal", "stream", "sign", "identity", "token", "index", "derive". PV_KIND_COUNT for another name.
 */
const char *pv_key_kind_name(enum pv_key_kind kind);
enum pv_key_kind pv_key_kind_of_name(struct pv_str name);

/* The suite that a new key of a kind gets when nothing else is asked for. */
enum pv_suite pv_key_kind_suite(enum pv_key_kind kind);

#endif
