/* SPDX-License-Identifier: Apache-2.0 */
/*
 * context: named fields as bytes that can be read in one way only.
 *
 *     u16 count, then for each field, sorted by name:
 *     u16 length, name, u32 length, value        (numbers big-endian)
 *
 * Lengths stand before what they measure, so that no two lists of fields give
 * the same bytes; names are sorted and unique, so that one list gives one.
 */
#ifndef PV_CRYPTO_CONTEXT_H
#define PV_CRYPTO_CONTEXT_H

#include "base/str.h"
#include "crypto/crypto_limits.h"
#include "crypto/status_internal.h"

#include <pave/context.h>

enum { PV_CONTEXT_HEAD = 6 };

/* Kept by who seals often: it is too large to be cleared for each call. */
struct pv_context {
    size_t n;                                                    /* of `bytes`, the head included */
    unsigned char bytes[PV_CONTEXT_HEAD + PV_CONTEXT_BYTES_MAX]; /* a header goes before it */
    struct pv_str names[PV_CONTEXT_FIELDS_MAX];                  /* by the order of the call */
    unsigned char order[PV_CONTEXT_FIELDS_MAX];
};

/* PAVE_CONTEXT: a bad, missing or repeated name. PAVE_LIMIT, PAVE_ARGUMENT. `out` is whole or
 * unused. */
PV_STATUS pv_context_write(const struct pave_field *fields, size_t n_fields,
                           struct pv_context *out);

/* Whether one of the `n_fields` that were written last is called so. */
static inline bool pv_context_has(const struct pv_context *context, size_t n_fields,
                                  struct pv_str name)
{
    for (size_t i = 0; i < n_fields; i++) {
        if (pv_str_eq(context->names[i], name))
            return true;
    }
    return false;
}

/* The fields of canonical bytes, as views into them; PAVE_SYNTAX for anything but the one form. */
PV_STATUS pv_context_read(struct pv_str bytes, struct pave_field *fields, struct pv_str *names,
                          size_t *n_fields);

bool pv_context_is_name(struct pv_str name);

#endif
