/* SPDX-License-Identifier: Apache-2.0 */
/*
 * fact: the dimensions that decisions are made of, and sets of their values.
 *
 * What is not known is the set of everything it could be, so a decision under
 * uncertainty is the same computation with larger sets.
 */
#ifndef PV_RISK_FACT_H
#define PV_RISK_FACT_H

#include "base/str.h"

#include <stdint.h>

enum pv_dimension {
#define DIMENSION(name, column, title) PV_DIM_##name,
#define VALUE(dimension, name, text)
#define END(dimension)
#include "risk/fact.def"
#undef DIMENSION
#undef VALUE
#undef END
    PV_DIM_COUNT
};

/* Values are numbered from 0 within their dimension, low to high: PV_REACH_INTERNET. */
#define DIMENSION(name, column, title)                                                             \
    enum pv_dimension_##name                                                                       \
    {
#define VALUE(dimension, name, text) PV_##dimension##_##name,
#define END(dimension)                                                                             \
    PV_##dimension##_VALUES                                                                        \
    }                                                                                              \
    ;
#include "risk/fact.def"
#undef DIMENSION
#undef VALUE
#undef END

/* A set of values of one dimension: bit v is value v. Empty is not a valid fact. */
typedef uint8_t pv_fact;

static inline pv_fact pv_fact_of(unsigned value)
{
    return (pv_fact)(1u << value);
}

/* Everything that the dimension can be. */
pv_fact pv_fact_unknown(enum pv_dimension dimension);

static inline bool pv_fact_has(pv_fact fact, unsigned value)
{
    return (fact >> value) & 1;
}

bool pv_fact_is_known(pv_fact fact);

/* The lowest and the highest value of a set that is not empty. */
unsigned pv_fact_low(pv_fact fact);
unsigned pv_fact_high(pv_fact fact);

/* What max(a, b) can be when a and b are any of their sets. */
pv_fact pv_fact_max(pv_fact a, pv_fact b);

/* Static texts: "regulated"; "DC"; "data class". */
struct pv_str pv_fact_text(enum pv_dimension dimension, unsigned value);
struct pv_str pv_dimension_column(enum pv_dimension dimension);
struct pv_str pv_dimension_title(enum pv_dimension dimension);
unsigned pv_dimension_values(enum pv_dimension dimension);

/* False when the dimension has no such value. */
bool pv_fact_value(enum pv_dimension dimension, struct pv_str text, unsigned *out);
bool pv_dimension_of_column(struct pv_str column, enum pv_dimension *out);

#endif
