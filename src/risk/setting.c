/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/setting.h"

#include "base/attr.h"
#include "risk/situation.h"

static pv_fact bool_fact(const struct pv_doc *doc, pv_fact unknown)
{
    if (!doc || doc->kind != PV_DOC_BOOL)
        return unknown;
    return pv_fact_of(doc->number ? PV_AUTOMATABLE_YES : PV_AUTOMATABLE_NO);
}

/* What the rule says under metadata.pave. */
static void take_rule(const struct pv_rule *rule, struct pv_setting *out)
{
    const struct pv_doc *pave = pv_doc_get(rule->metadata, PV_STR("pave"));
    const struct pv_doc *class = pv_doc_get(pave, PV_STR("class"));
    const struct pv_doc *impact = pv_doc_get(pave, PV_STR("impact"));
    const struct pv_doc *facets = pv_doc_get(pave, PV_STR("facets"));
    const struct pv_doc *pre_auth = pv_doc_get(pave, PV_STR("pre-auth"));
    struct pv_situation *situation = &out->situation;
    unsigned value = 0;
    if (class && pv_doc_is_scalar(class))
        situation->class = class->text;
    if (impact && pv_fact_value(PV_DIM_IMPACT, impact->text, &value))
        situation->impact = pv_fact_of(value);
    situation->automatable =
        bool_fact(pv_doc_get(pave, PV_STR("automatable")), situation->automatable);
    out->is_pre_auth = pre_auth && pre_auth->kind == PV_DOC_BOOL && pre_auth->number;
    out->is_only_confidential = facets && facets->kind == PV_DOC_LIST && facets->n > 0;
    for (size_t i = 0; out->is_only_confidential && i < facets->n; i++)
        out->is_only_confidential = pv_str_eq(facets->items[i].text, PV_STR("C"));
}

/* Proof alone says sealed; a claim of it widens what may be, where proof does not say no. */
static pv_fact sealing_of(const struct pv_data_item *item)
{
    if (item && item->proof == PV_PROOF_SEALED)
        return pv_fact_of(PV_SEALED_VERIFIED);
    if (item && item->is_claimed && item->proof != PV_PROOF_ESCAPES)
        return pv_fact_unknown(PV_DIM_SEALED);
    return pv_fact_of(PV_SEALED_NONE);
}

static const struct pv_data_item *find_item(const struct pv_data_items *items, struct pv_str name)
{
    for (size_t i = 0; i < items->n; i++)
        if (pv_str_eq(items->items[i].name, name))
            return &items->items[i];
    return NULL;
}

/* One item, listed once for all its roles. */
static void add_item(struct pv_situation *out, const struct pv_data_item *item, pv_fact sealed,
                     uint8_t roles)
{
    for (size_t i = 0; i < out->n_items; i++)
        if (pv_str_eq(out->items[i], item->name)) {
            out->roles[i] |= roles;
            return;
        }
    out->items[out->n_items] = item->name;
    out->data[out->n_items] = pv_fact_of(item->class);
    out->sealed[out->n_items] = sealed;
    out->roles[out->n_items++] = roles;
}

static void add_duty(const struct pv_obligation *obligation, struct pv_situation *out)
{
    for (size_t i = 0; i < out->n_duties; i++)
        if (pv_str_eq(out->duties[i].name, obligation->name)) {
            out->duties[i].is_sure |= obligation->is_sure;
            return;
        }
    if (out->n_duties < PV_RISK_OBLIGATIONS_MAX)
        out->duties[out->n_duties++] = (struct pv_duty){obligation->name, obligation->is_sure};
}

static void add_duties(const struct pv_obligations *obligations, struct pv_situation *out)
{
    for (size_t i = 0; i < obligations->n; i++)
        add_duty(&obligations->list[i], out);
}

static void take_service(struct pv_setting *setting)
{
    const struct pv_service *service = setting->service;
    struct pv_situation *out = &setting->situation;
    out->reach = service->reach.fact;
    out->tier = service->tier.fact;
    out->gate = service->gate.fact;
    add_duties(&service->obligations, out);
    out->n_items = service->has_data ? 0 : out->n_items;
    for (size_t i = 0; i < service->data.n; i++) {
        const struct pv_data_item *item = &service->data.items[i];
        add_item(out, item, sealing_of(item), item->roles);
    }
}

/* What travels is in transit, whatever else happens to it. */
static void take_edge(struct pv_setting *setting)
{
    const struct pv_edge *edge = setting->edge;
    struct pv_situation *out = &setting->situation;
    out->reach = edge->reach.fact;
    out->gate = edge->gate.fact;
    out->n_items = edge->data.n ? 0 : 1;
    if (out->n_items) {
        out->data[0] = pv_fact_unknown(PV_DIM_DATA);
        out->sealed[0] = pv_fact_of(PV_SEALED_NONE);
        out->roles[0] = PV_HELD_CARRIED;
        out->items[0] = (struct pv_str){0};
    }
    for (size_t i = 0; i < edge->data.n; i++) {
        const struct pv_data_item *item = &edge->data.items[i];
        const struct pv_data_item *own = find_item(&setting->service->data, item->name);
        uint8_t roles = item->roles & PV_HELD_UNSAID ? PV_HELD_CARRIED
                                                     : (uint8_t)(item->roles | PV_HELD_CARRIED);
        pv_fact sealed = own && own->proof != PV_PROOF_NOTHING ? sealing_of(own) : sealing_of(item);
        if (own && own->is_claimed && sealed == pv_fact_of(PV_SEALED_NONE))
            sealed = sealing_of(own);
        if (pv_str_eq(item->name, PV_STR("credential")) && sealed != pv_fact_of(PV_SEALED_VERIFIED))
            sealed = edge->binding.fact;
        add_item(out, item, sealed, roles);
    }
}

static void apply_class(struct pv_setting *setting)
{
    if (setting->is_pre_auth)
        setting->situation.gate = pv_fact_of(PV_GATE_OPEN);
    if (setting->is_only_confidential)
        setting->situation.tier = pv_fact_of(PV_TIER_3);
}

/* Whether only those who call an API do it wrong: its provider has no certificate to check. */
static bool is_of_callers(struct pv_str class)
{
    return pv_str_eq(class, PV_STR("transport.verify-off")) ||
           pv_str_eq(class, PV_STR("transport.host-key"));
}

static bool has_consumed(const struct pv_service *service)
{
    pv_assume(service->edges.n == 0 || service->edges.p);
    return service->edges.n > 0 && service->edges.p[0].is_consumed;
}

/* The file from the folder of the service's catalog file, as `api-code` names it. */
static struct pv_str path_in(const struct pv_service *service, struct pv_str path)
{
    size_t slash = pv_str_rfind_byte(service->file, '/');
    size_t n = slash == SIZE_MAX ? 0 : slash + 1;
    return pv_str_has_prefix(path, pv_str_sub(service->file, 0, n)) ? pv_str_sub(path, n, path.n)
                                                                    : path;
}

/* Whether the catalog says of any API that this file speaks to it. */
static bool is_spoken_for(const struct pv_service *service, struct pv_str path)
{
    PV_VEC_EACH (const struct pv_edge, edge, &service->edges)
        if (pv_api_codes_has(&service->codes, edge->name, path))
            return true;
    return false;
}

/* Who handles what an API carries is under what binds the API, on whichever it is found. */
static void add_edges(struct pv_setting *start, struct pv_str file, struct pv_settings *out)
{
    const struct pv_service *service = start->service;
    struct pv_str path = path_in(service, file);
    bool is_spoken = is_spoken_for(service, path);
    bool is_calling = !is_spoken && is_of_callers(start->situation.class) && has_consumed(service);
    PV_VEC_EACH (const struct pv_edge, edge, &service->edges)
        add_duties(&edge->obligations, &start->situation);
    PV_VEC_EACH (const struct pv_edge, edge, &service->edges) {
        if ((is_calling && !edge->is_consumed) ||
            (is_spoken && !pv_api_codes_has(&service->codes, edge->name, path)))
            continue;
        struct pv_setting *setting = &out->list[out->n++];
        *setting = *start;
        setting->edge = edge;
        take_edge(setting);
        apply_class(setting);
    }
}

static void add_settings(struct pv_setting *start, struct pv_str path, struct pv_settings *out)
{
    const struct pv_service *service = start->service;
    bool is_transport = pv_str_has_prefix(start->situation.class, PV_STR("transport."));
    out->n = 0;
    if (service)
        take_service(start);
    if (service && is_transport && service->edges.n > 0) {
        add_edges(start, path, out);
        return;
    }
    apply_class(start);
    out->list[out->n++] = *start;
}

void pv_settings_of(const struct pv_rule *rule, const struct pv_service *service,
                    struct pv_str path, struct pv_settings *out)
{
    struct pv_setting start = {.situation = pv_situation_unknown(), .service = service};
    take_rule(rule, &start);
    add_settings(&start, path, out);
}

void pv_settings_of_cve(struct pv_str cve, const struct pv_service *service,
                        struct pv_settings *out)
{
    struct pv_setting start = {.situation = pv_situation_unknown(), .service = service};
    start.situation.cve = cve;
    add_settings(&start, (struct pv_str){0}, out);
}

pv_fact pv_settings_decide(const struct pv_policy *policy, const struct pv_settings *settings)
{
    pv_fact all = 0;
    for (size_t i = 0; i < settings->n; i++)
        all |= pv_policy_decide(policy, &settings->list[i].situation).priority;
    return all;
}

static struct pv_fact_source source_of_known(const struct pv_resolved *known, struct pv_str subject)
{
    return (struct pv_fact_source){
        .source = known->state == PV_CLAIM_UNSET ? PV_CLAIM_NOBODY : known->claim.source,
        .state = known->state,
        .file = known->claim.file,
        .line = known->claim.line,
        .age_days = known->age_days,
        .other = known->other,
        .subject = subject,
    };
}

static struct pv_fact_source source_of_sealing(const struct pv_setting *setting, size_t number)
{
    struct pv_str name = setting->situation.items[number];
    const struct pv_data_item *item =
        setting->service ? find_item(&setting->service->data, name) : NULL;
    struct pv_str subject = setting->edge ? setting->edge->name : setting->service->name;
    struct pv_fact_source out = {.age_days = PV_AGE_UNKNOWN, .subject = subject};
    bool is_bound = setting->edge && pv_str_eq(name, PV_STR("credential"));
    if (is_bound && !(item && item->proof == PV_PROOF_SEALED))
        return source_of_known(&setting->edge->binding, subject);
    if (item && (item->proof == PV_PROOF_SEALED || item->proof == PV_PROOF_ESCAPES)) {
        out.source = PV_CLAIM_PROOF;
        out.state = PV_CLAIM_SAID;
        out.age_days = 0; /* it has just been made */
        out.evidence = item->proof_place;
    } else if (setting->situation.sealed[number] == pv_fact_unknown(PV_DIM_SEALED)) {
        out = source_of_known(setting->edge ? &setting->edge->holds : &setting->service->holds,
                              subject);
    }
    return out;
}

/* The rule's own facts, and those that it decides whatever the catalog says. */
static bool is_of_rule(const struct pv_setting *setting, enum pv_dimension dimension)
{
    if (dimension == PV_DIM_IMPACT || dimension == PV_DIM_AUTOMATABLE)
        return setting->situation.cve.n == 0;
    return (dimension == PV_DIM_GATE && setting->is_pre_auth) ||
           (dimension == PV_DIM_TIER && setting->is_only_confidential);
}

struct pv_fact_source pv_setting_source(const struct pv_setting *setting, size_t number)
{
    struct pv_situation copy = setting->situation;
    struct pv_fact_source out = {.age_days = PV_AGE_UNKNOWN};
    enum pv_dimension dimension = PV_DIM_DATA;
    pv_fact fact = *pv_situation_fact(&copy, number, &dimension);
    const struct pv_service *service = setting->service;
    const struct pv_edge *edge = setting->edge;
    if (is_of_rule(setting, dimension)) {
        if (fact != pv_fact_unknown(dimension))
            out = (struct pv_fact_source){
                .source = PV_CLAIM_RULE, .state = PV_CLAIM_SAID, .age_days = PV_AGE_UNKNOWN};
        return out;
    }
    if (dimension == PV_DIM_EVIDENCE) {
        out.source = PV_CLAIM_SCAN;
        out.state = PV_CLAIM_SAID;
        out.age_days = 0;
        out.evidence = setting->why;
        return out;
    }
    if (!service)
        return out;
    if (dimension == PV_DIM_SEALED)
        return source_of_sealing(setting, pv_situation_item(number));
    if (dimension == PV_DIM_DATA)
        return source_of_known(edge ? &edge->holds : &service->holds,
                               edge ? edge->name : service->name);
    if (dimension == PV_DIM_REACH)
        return source_of_known(edge ? &edge->reach : &service->reach,
                               edge ? edge->name : service->name);
    if (dimension == PV_DIM_GATE)
        return source_of_known(edge ? &edge->gate : &service->gate,
                               edge ? edge->name : service->name);
    return dimension == PV_DIM_TIER ? source_of_known(&service->tier, service->name) : out;
}
