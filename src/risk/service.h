/* SPDX-License-Identifier: Apache-2.0 */
/*
 * service: what is known of one Component, from all places that say something of it.
 *
 * Claims of the Component itself come first, then those of its System and Domain: a fact
 * is inherited where nothing nearer says it. Obligations add up.
 */
#ifndef PV_RISK_SERVICE_H
#define PV_RISK_SERVICE_H

#include "risk/entity.h"
#include "risk/risk_limits.h"

struct pv_obligation {
    struct pv_str name;
    bool is_sure; /* false: it was said too long ago */
    struct pv_claim claim;
};

struct pv_obligations {
    struct pv_obligation list[PV_RISK_OBLIGATIONS_MAX];
    size_t n;
};

/* An API between a caller and a provider, as one of them sees it. */
struct pv_edge {
    struct pv_str name;
    struct pv_str owner; /* of the API; empty when nobody says */
    struct pv_data_items data;
    struct pv_resolved holds; /* whether `data` is said, by whom */
    struct pv_resolved reach;
    struct pv_resolved gate;
    struct pv_resolved binding; /* of credentials that travel on it */
    struct pv_obligations obligations;
    bool is_consumed; /* the service calls it; else it provides it */
};

enum pv_owner_source {
    PV_OWNER_NONE,
    PV_OWNER_CODEOWNERS,
    PV_OWNER_COMPONENT,
    PV_OWNER_SYSTEM,
    PV_OWNER_DOMAIN,
};

struct pv_service {
    struct pv_str name;
    struct pv_str file; /* of the entry that names it */
    uint32_t line;
    struct pv_str owner; /* empty when nobody says */
    enum pv_owner_source owner_source;
    struct pv_data_items data;
    bool has_data; /* false: not said, which is not the same as none */
    struct pv_resolved holds;
    struct pv_data_types types;
    struct pv_api_codes codes;
    struct pv_resolved reach;
    struct pv_resolved tier;
    struct pv_resolved gate; /* for attacks that need a login */
    struct pv_obligations obligations;
    PV_VEC(struct pv_edge) edges; /* consumed first */
    struct pv_str missing;        /* a System, Domain or API that `entities` lack; empty for none */
};

/*
 * What `entities` say of `component`, which is one of them, at `now` (0: nothing ages).
 * Lives in `mem`, and as long as the entities. PV_NO_MEMORY.
 */
PV_RESULT pv_service_resolve(struct pv_arena *mem, const struct pv_entities *entities,
                             const struct pv_entity *component, int64_t now, struct pv_service *out,
                             struct pv_err *err);

/* "codeowners", "component" …; "none". Static. */
struct pv_str pv_owner_source_text(enum pv_owner_source source);

#endif
