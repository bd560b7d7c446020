/* SPDX-License-Identifier: Apache-2.0 */
/*
 * record: keyset files, policies and tokens, as strict JSON.
 *
 * Names are unique, text is UTF-8, and nothing follows the end. A file is vouched
 * for by its last member ("mac", "signature"), which covers all bytes
 * before it: what was checked is what is read, with no second form in between.
 */
#ifndef PV_CRYPTO_RECORD_H
#define PV_CRYPTO_RECORD_H

#include "base/buf.h"
#include "base/str.h"
#include "crypto/status_internal.h"

#include <stdint.h>

enum pv_record_kind {
    PV_RECORD_TEXT,
    PV_RECORD_NUMBER,
    PV_RECORD_LIST,
    PV_RECORD_MAP,
    PV_RECORD_OTHER, /* true, false, null, and numbers below zero or with a fraction */
};

struct pv_record {
    enum pv_record_kind kind;
    struct pv_str name; /* in a map */
    struct pv_str text; /* without escapes; of PV_RECORD_OTHER as it is written */
    uint64_t number;
    size_t offset;           /* where the value starts; errors name it */
    size_t name_start;       /* where the name's first quote is */
    struct pv_record *first; /* of a list or map */
    struct pv_record *next;
    size_t n;
};

/* Reads all of `text`. Lives in `mem`. PAVE_SYNTAX, PAVE_LIMIT, PAVE_NO_MEMORY. */
PV_STATUS pv_record_read(struct pv_arena *mem, struct pv_str text, struct pv_record **out,
                         struct pave_error *err);

/* NULL when there is none. */
const struct pv_record *pv_record_get(const struct pv_record *map, const char *name);

/* Members by name and kind; PAVE_SYNTAX, and `err` says which is missing or of another kind. */
PV_STATUS pv_record_text(const struct pv_record *map, const char *name, struct pv_str *out,
                         struct pave_error *err);
PV_STATUS pv_record_number(const struct pv_record *map, const char *name, uint64_t max,
                           uint64_t *out, struct pave_error *err);
PV_STATUS pv_record_stamp(const struct pv_record *map, const char *name, int64_t *out,
                          struct pave_error *err);
PV_STATUS pv_record_child(const struct pv_record *map, const char *name, enum pv_record_kind kind,
                          const struct pv_record **out, struct pave_error *err);

/* PAVE_SYNTAX for a member that is not among the `names`, which stand between blanks. */
PV_STATUS pv_record_only(const struct pv_record *map, const char *names, struct pave_error *err);

/*
 * The bytes that the last member vouches for, and that member's text. PAVE_SYNTAX when
 * `name` is not the last.
 */
PV_STATUS pv_record_vouched(struct pv_str text, const struct pv_record *map, const char *name,
                            struct pv_str *covered, struct pv_str *voucher);

/* Appends the text as a JSON string. */
void pv_record_add_text(struct pv_buf *out, struct pv_str text);

#endif
