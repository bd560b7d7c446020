/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/decide.h"

#include "base/attr.h"
#include "base/buf.h"
#include "risk/explanation.h"

/* What a rule says of its class of weakness. */
struct class_facts {
    pv_fact impact;
    pv_fact automatable;
    bool is_pre_auth;          /* the attack needs no login, so the gate does not help */
    bool is_only_confidential; /* tier weighs integrity and availability */
};

static pv_fact bool_fact(const struct pv_doc *doc, pv_fact unknown)
{
    if (!doc || doc->kind != PV_DOC_BOOL)
        return unknown;
    return pv_fact_of(doc->number ? PV_AUTOMATABLE_YES : PV_AUTOMATABLE_NO);
}

static struct class_facts facts_of(const struct pv_rule *rule)
{
    const struct pv_doc *pave = pv_doc_get(rule->metadata, PV_STR("pave"));
    const struct pv_doc *impact = pv_doc_get(pave, PV_STR("impact"));
    const struct pv_doc *facets = pv_doc_get(pave, PV_STR("facets"));
    const struct pv_doc *pre_auth = pv_doc_get(pave, PV_STR("pre-auth"));
    struct class_facts facts = {
        .impact = pv_fact_unknown(PV_DIM_IMPACT),
        .automatable =
            bool_fact(pv_doc_get(pave, PV_STR("automatable")), pv_fact_unknown(PV_DIM_AUTOMATABLE)),
        .is_pre_auth = pre_auth && pre_auth->kind == PV_DOC_BOOL && pre_auth->number,
    };
    unsigned value = 0;
    if (impact && pv_fact_value(PV_DIM_IMPACT, impact->text, &value))
        facts.impact = pv_fact_of(value);
    facts.is_only_confidential = facets && facets->kind == PV_DOC_LIST && facets->n > 0;
    for (size_t i = 0; facts.is_only_confidential && i < facets->n; i++)
        facts.is_only_confidential = pv_str_eq(facets->items[i].text, PV_STR("C"));
    return facts;
}

struct pv_situation pv_situation_of(const struct pv_rule *rule, const struct pv_service *service)
{
    struct class_facts class = facts_of(rule);
    struct pv_situation situation = pv_situation_unknown();
    situation.impact = class.impact;
    situation.automatable = class.automatable;
    if (service) {
        situation.reach = service->reach;
        situation.tier = service->tier;
        situation.gate = service->gate;
    }
    if (class.is_pre_auth)
        situation.gate = pv_fact_of(PV_GATE_OPEN);
    if (class.is_only_confidential)
        situation.tier = pv_fact_of(PV_TIER_3);
    if (!service || !service->has_data)
        return situation;
    situation.n_items = service->data.n;
    for (size_t i = 0; i < service->data.n; i++) {
        situation.data[i] = pv_fact_of(service->data.items[i].class);
        situation.sealed[i] = pv_fact_of(
            service->data.items[i].proof == PV_PROOF_SEALED ? PV_SEALED_VERIFIED : PV_SEALED_NONE);
    }
    return situation;
}

static void add_priority(struct pv_buf *out, pv_fact priority)
{
    unsigned low = pv_fact_low(priority);
    unsigned high = pv_fact_high(priority);
    pv_buf_add(out, pv_fact_text(PV_DIM_PRIORITY, low));
    if (low != high) {
        PV_BUF_LIT(out, "…");
        pv_buf_add(out, pv_fact_text(PV_DIM_PRIORITY, high));
    }
}

/* The worst class of the items that are proved sealed, or of those that are not. */
static unsigned worst_of(const struct pv_service *service, bool is_sealed)
{
    unsigned worst = PV_DATA_PUBLIC;
    for (size_t i = 0; i < service->data.n; i++) {
        const struct pv_data_item *item = &service->data.items[i];
        if ((item->proof == PV_PROOF_SEALED) == is_sealed && item->class > worst)
            worst = item->class;
    }
    return worst;
}

/* "phi, credential": of the worst class, since that is what decides. */
static void add_items(struct pv_buf *out, const struct pv_service *service, bool is_sealed)
{
    unsigned worst = worst_of(service, is_sealed);
    bool is_first = true;
    for (size_t i = 0; i < service->data.n; i++) {
        const struct pv_data_item *item = &service->data.items[i];
        if (item->class != worst || (item->proof == PV_PROOF_SEALED) != is_sealed)
            continue;
        if (!is_first)
            PV_BUF_LIT(out, ", ");
        pv_buf_add(out, item->name);
        is_first = false;
    }
}

/* Where it is shown that the items of the worst class are sealed, or that one is not. */
static void add_place(struct pv_buf *out, const struct pv_service *service, bool is_sealed)
{
    unsigned worst = worst_of(service, is_sealed);
    for (size_t i = 0; i < service->data.n; i++) {
        const struct pv_data_item *item = &service->data.items[i];
        if (item->class != worst || item->proof_place.n == 0 ||
            (is_sealed ? item->proof != PV_PROOF_SEALED : item->proof != PV_PROOF_ESCAPES))
            continue;
        pv_buf_format(out, is_sealed ? " (%.*s)" : " (it leaves unsealed at %.*s)",
                      PV_STR_FMT(item->proof_place));
        return;
    }
}

static void add_data(struct pv_buf *out, const struct pv_service *service)
{
    bool has_open = worst_of(service, false) != PV_DATA_PUBLIC;
    bool has_sealed = worst_of(service, true) != PV_DATA_PUBLIC;
    if (!service->has_data) {
        PV_BUF_LIT(out, ": which data it holds is not said");
        return;
    }
    if (!has_open && !has_sealed) {
        PV_BUF_LIT(out, " holds only public data");
        return;
    }
    PV_BUF_LIT(out, " holds ");
    if (has_open) {
        add_items(out, service, false);
        PV_BUF_LIT(out, " data that is not proved sealed");
        add_place(out, service, false);
    }
    if (has_open && has_sealed)
        PV_BUF_LIT(out, " and ");
    if (has_sealed) {
        add_items(out, service, true);
        PV_BUF_LIT(out, " data that is proved sealed");
        add_place(out, service, true);
    }
}

static void add_reach(struct pv_buf *out, const struct pv_situation *situation, bool is_pre_auth)
{
    static const char *const reached[] = {
        [PV_REACH_ISOLATED] = "nothing outside reaches it",
        [PV_REACH_INTERNAL] = "other services reach it",
        [PV_REACH_PARTNER] = "a partner reaches it",
        [PV_REACH_INTERNET] = "the internet reaches it",
    };
    if (!pv_fact_is_known(situation->reach)) {
        PV_BUF_LIT(out, "; who reaches it is not said");
        return;
    }
    pv_buf_format(out, "; %s", reached[pv_fact_low(situation->reach)]);
    if (pv_fact_low(situation->reach) == PV_REACH_ISOLATED)
        return;
    if (is_pre_auth)
        PV_BUF_LIT(out, ", and the attack needs no login");
    else if (pv_fact_is_known(situation->gate))
        pv_buf_format(out, "%s",
                      pv_fact_low(situation->gate) == PV_GATE_OPEN ? ", without a login"
                                                                   : ", with a login");
}

/* What the paved road would change: the same place, with the data proved sealed. */
static void add_if_sealed(struct pv_buf *out, const struct pv_policy *policy,
                          struct pv_situation situation, pv_fact now)
{
    for (size_t i = 0; i < situation.n_items; i++)
        situation.sealed[i] = pv_fact_of(PV_SEALED_VERIFIED);
    pv_fact then = pv_policy_decide(policy, &situation).priority;
    if (then == now)
        return;
    PV_BUF_LIT(out, " With the data proved sealed it would be ");
    add_priority(out, then);
    PV_BUF_LIT(out, ".");
}

static PV_RESULT write_record(struct pv_arena *mem, const struct pv_policy *policy,
                              const struct pv_situation *situation,
                              const struct pv_service *service, struct pv_str *out,
                              struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf record = {0};
    struct pv_json json = {.out = &record};
    pv_explanation_write(&json, policy, situation, service);
    PV_TRY(pv_buf_result(&record, err));
    return pv_str_copy(mem, pv_buf_str(&record), out, err);
}

struct pv_result pv_decide(struct pv_arena *mem, const struct pv_policy *policy,
                           const struct pv_service *service, struct pv_finding *finding,
                           struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf priority = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf reason = {0};
    struct pv_situation situation = pv_situation_of(finding->rule, service);
    if (finding->evidence.is_reachable)
        situation.evidence = pv_fact_of(PV_EVIDENCE_REACHABLE);
    pv_fact decided = pv_policy_decide(policy, &situation).priority;

    add_priority(&priority, decided);
    if (service) {
        pv_buf_add(&reason, service->name);
        add_data(&reason, service);
        add_reach(&reason, &situation, facts_of(finding->rule).is_pre_auth);
        PV_BUF_LIT(&reason, ".");
        add_if_sealed(&reason, policy, situation, decided);
    } else {
        PV_BUF_LIT(&reason, "no catalog-info.yaml says who reaches this code and which data it "
                            "holds.");
    }
    PV_TRY(pv_buf_result(&priority, err));
    PV_TRY(pv_buf_result(&reason, err));

    struct pv_finding_context context = {
        .rank = 1 + pv_fact_low(decided) * PV_PRIORITY_VALUES + pv_fact_high(decided),
    };
    if (service) {
        context.service = service->name;
        context.owner = service->owner;
    }
    PV_TRY(pv_str_copy(mem, pv_buf_str(&priority), &context.priority, err));
    PV_TRY(pv_str_copy(mem, pv_buf_str(&reason), &context.reason, err));
    PV_TRY(write_record(mem, policy, &situation, service, &context.record, err));
    finding->context = context;
    return PV_SUCCESS;
}
