/* SPDX-License-Identifier: Apache-2.0 */
/*
 * index_rule: what a policy says of one index, and how values are made alike for it.
 */
#ifndef PV_CRYPTO_INDEX_RULE_H
#define PV_CRYPTO_INDEX_RULE_H

#include "base/buf.h"
#include "crypto/record.h"

enum pv_index_form { PV_INDEX_EXACT, PV_INDEX_LOWER, PV_INDEX_DIGITS };
enum pv_index_part { PV_INDEX_WHOLE, PV_INDEX_FIRST, PV_INDEX_LAST };

struct pv_index_column {
    struct pv_str name;
    enum pv_index_form form;
    enum pv_index_part part;
    size_t n; /* characters of the part */
};

struct pv_index_rule {
    struct pv_str name;
    struct pv_str table;
    struct pv_index_column *columns;
    size_t n_columns;
    unsigned bits;
    bool is_slow;
};

/* Reads one rule. PAVE_SYNTAX, PAVE_LIMIT; PAVE_FORBIDDEN for tokens that would tell too much. */
PV_STATUS pv_index_rule_read(struct pv_arena *mem, const struct pv_record *map,
                             struct pv_index_rule *out, struct pave_error *err);

/* How a column's values are made alike: "lower", "digits last 4". False for anything else. */
PV_MUST_USE bool pv_index_column_read(struct pv_str text, struct pv_index_column *out);

/* Writes a value as the column has it; `out` has room for all of `value`. Gives the size. */
size_t pv_index_normalise(const struct pv_index_column *column, struct pv_str value, char *out);

#endif
