/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/fact.h"

#include "base/assert.h"
#include "base/attr.h"

enum { VALUES_MAX = 8 }; /* bits of a pv_fact */

struct dimension {
    struct pv_str column;
    struct pv_str title;
    unsigned n;
    struct pv_str values[VALUES_MAX];
};

#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

static const struct dimension dimensions[] = {
#define DIMENSION(name, column, title)                                                             \
    {                                                                                              \
        TEXT(column), TEXT(title), PV_##name##_VALUES,                                             \
        {
#define VALUE(dimension, name, text) TEXT(text),
#define END(dimension)                                                                             \
    }                                                                                              \
    }                                                                                              \
    ,
#include "risk/fact.def"
#undef DIMENSION
#undef VALUE
#undef END
};

pv_fact pv_fact_unknown(enum pv_dimension dimension)
{
    return (pv_fact)((1u << dimensions[dimension].n) - 1);
}

bool pv_fact_is_known(pv_fact fact)
{
    return fact != 0 && (fact & (fact - 1)) == 0;
}

unsigned pv_fact_low(pv_fact fact)
{
    pv_assert(fact != 0);
    return (unsigned)__builtin_ctz(fact);
}

unsigned pv_fact_high(pv_fact fact)
{
    pv_assert(fact != 0);
    return 31u - (unsigned)__builtin_clz(fact);
}

pv_fact pv_fact_max(pv_fact a, pv_fact b)
{
    unsigned floor = pv_fact_low(a) > pv_fact_low(b) ? pv_fact_low(a) : pv_fact_low(b);
    return (pv_fact)((a | b) & ~((1u << floor) - 1));
}

struct pv_str pv_fact_text(enum pv_dimension dimension, unsigned value)
{
    pv_assert(value < dimensions[dimension].n);
    return dimensions[dimension].values[value];
}

struct pv_str pv_dimension_column(enum pv_dimension dimension)
{
    return dimensions[dimension].column;
}

struct pv_str pv_dimension_title(enum pv_dimension dimension)
{
    return dimensions[dimension].title;
}

unsigned pv_dimension_values(enum pv_dimension dimension)
{
    return dimensions[dimension].n;
}

bool pv_fact_value(enum pv_dimension dimension, struct pv_str text, unsigned *out)
{
    for (unsigned v = 0; v < dimensions[dimension].n; v++) {
        if (pv_str_eq(dimensions[dimension].values[v], text)) {
            *out = v;
            return true;
        }
    }
    return false;
}

bool pv_dimension_of_column(struct pv_str column, enum pv_dimension *out)
{
    for (unsigned d = 0; d < PV_DIM_COUNT; d++) {
        if (pv_str_eq(dimensions[d].column, column)) {
            *out = (enum pv_dimension)d;
            return true;
        }
    }
    return false;
}
