/* SPDX-License-Identifier: Apache-2.0 */
/*
 * named_parts: the name before an operator and the value after it, in the syntax of any language.
 */
#ifndef PV_ENGINE_SECRETS_NAMED_PARTS_H
#define PV_ENGINE_SECRETS_NAMED_PARTS_H

#include "base/str.h"
#include "engine/secrets/search.h"
#include "engine/secrets/secret_name.h"

struct pv_name_place {
    size_t start;
    size_t end;
    enum pv_secret_name sense;
};

struct pv_value_place {
    size_t start;
    size_t end;
    bool is_quoted;
};

static inline bool pv_named_is_quote(char byte)
{
    return byte == '"' || byte == '\'' || byte == '`';
}

/* Where the operator that begins at `at` ends; 0 when it is none that gives or compares a value. */
size_t pv_named_operator(struct pv_str text, size_t at);

/*
 * What the name before `at` says: "name", "name"], name: type, and, when the name is only
 * "value", the text beside it that says whose value it is.
 */
void pv_named_before(struct pv_str text, size_t at, struct pv_name_place *out);

/* The value that begins after `at`, on this line or, in quotes, the next; false when there is none.
 */
bool pv_named_value(struct pv_str text, size_t at, struct pv_value_place *out);

/* Whether the value that stands at `place` is a secret of the sort that its name says. */
bool pv_named_take(const struct pv_secret_search *search, const struct pv_name_place *name,
                   const struct pv_value_place *place, struct pv_secret *out);

/* '>': what a tag names, or names by an attribute or by the key before it, and what stands behind.
 */
bool pv_named_tag_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

#endif
