/* SPDX-License-Identifier: Apache-2.0 */
/*
 * secrets: the keys, tokens and passwords that stand in a text.
 */
#ifndef PV_ENGINE_SECRETS_SECRETS_H
#define PV_ENGINE_SECRETS_SECRETS_H

#include "base/str.h"
#include "base/vec.h"

#include <stdint.h>

enum pv_secret_kind {
    PV_SECRET_NONE,
#define X(name, id, group, words) name,
#include "engine/secrets/secret_kind.def"
#undef X
    PV_SECRET_COUNT
};

/* What there is to say of a kind; all static text. */
struct pv_secret_facts {
    struct pv_str id;         /* "github-token" */
    struct pv_str words;      /* "a GitHub token" */
    struct pv_str severity;   /* as rules write it */
    struct pv_str confidence; /* as rules write it */
    struct pv_str silent;     /* why its rule does not speak unless it is asked to; mostly empty */
    struct pv_str tells;      /* how it is told from what only looks so */
};

struct pv_secret_facts pv_secret_facts_of(enum pv_secret_kind kind);

struct pv_secret {
    enum pv_secret_kind kind;
    uint32_t start; /* bytes of the secret itself: what no output may show */
    uint32_t end;
};

struct pv_secrets {
    PV_VEC(struct pv_secret) list; /* in order of place, none inside of another */
};

/* Tables that are the same for each text; threads share them. */
struct pv_secret_finder;

PV_RESULT pv_secret_finder_new(struct pv_arena *mem, const struct pv_secret_finder **out,
                               struct pv_err *err);

/*
 * Finds the secrets of `text`, the content of the file `path`, which says by its
 * name and folder what kind of text it is. Takes time in proportion to the text.
 * PV_LIMIT past PV_SECRETS_MAX; what was found so far is in `*out` then.
 */
PV_RESULT pv_secrets_find(struct pv_arena *mem, const struct pv_secret_finder *finder,
                          struct pv_str path, struct pv_str text, struct pv_secrets *out,
                          struct pv_err *err);

/* The same, with a look at every byte: what the walk over a few of them is compared with. */
PV_RESULT pv_secrets_find_everywhere(struct pv_arena *mem, const struct pv_secret_finder *finder,
                                     struct pv_str path, struct pv_str text, struct pv_secrets *out,
                                     struct pv_err *err);

#endif
