/* SPDX-License-Identifier: Apache-2.0 */
/*
 * entity: one entry of a catalog file: a Component, an API, a System or a Domain, and
 * what it claims.
 *
 * The entries are Backstage's; the facts are annotations under a prefix. In pave.yaml and
 * pave.observed.yaml an entry without a kind is a Component in short: the same keys without
 * prefix, at the top. What is not said is unknown, not a default.
 */
#ifndef PV_RISK_ENTITY_H
#define PV_RISK_ENTITY_H

#include "base/vec.h"
#include "risk/api_code.h"
#include "risk/claim.h"
#include "risk/data_item.h"
#include "risk/data_type.h"

enum pv_entity_kind { PV_ENTITY_COMPONENT, PV_ENTITY_API, PV_ENTITY_SYSTEM, PV_ENTITY_DOMAIN };

struct pv_entity_names {
    PV_VEC(struct pv_str) list;
};

struct pv_entity {
    enum pv_entity_kind kind;
    struct pv_str name; /* empty in short form when not said */
    struct pv_claim at; /* its source, file, line and day; no fact */
    struct pv_str owner;
    struct pv_str of_system; /* of a Component or an API */
    struct pv_str of_domain; /* of a System, or of a Domain within another */
    struct pv_str path;      /* of a Component that shares its file with others: its folder */
    struct pv_claim reach;
    struct pv_claim tier;
    struct pv_claim gate;    /* for attacks that need a login */
    struct pv_claim binding; /* of PV_DIM_SEALED: a credential that is bound can't be replayed */
    struct pv_claim holds;   /* where `data` is said; `fact` is 1 when it is */
    struct pv_claim obliged; /* the same of `obligations` */
    struct pv_data_items data;
    struct pv_data_items sealed; /* by name: said to be sealed, without proof */
    struct pv_data_types types;
    struct pv_api_codes codes; /* of a Component: which of its files speak to which API */
    struct pv_entity_names obligations;
    struct pv_entity_names provides; /* names of APIs */
    struct pv_entity_names consumes;
};

struct pv_entities {
    PV_VEC(struct pv_entity) list;
};

struct pv_entity_file {
    struct pv_str path;
    struct pv_str prefix; /* of annotations; empty: pave.dev */
    enum pv_claim_source source;
};

/*
 * Adds the entries of `text`; everything lives in `mem`. Entries of other kinds are left
 * alone. PV_SYNTAX with "line L, column C: …" in err->text; PV_LIMIT.
 */
PV_RESULT pv_entities_read(struct pv_arena *mem, const struct pv_entity_file *file,
                           struct pv_str text, struct pv_entities *out, struct pv_err *err);

/* What a pave.yaml says is the prefix of annotations, empty when it does not. As above. */
PV_RESULT pv_entity_prefix_read(struct pv_arena *mem, struct pv_str text, struct pv_str *out,
                                struct pv_err *err);

#endif
