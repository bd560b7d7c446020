/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/reason.h"

#include "base/attr.h"
#include "risk/priority.h"
#include "risk/situation.h"

#include <inttypes.h>

/* How an item is kept, from the worst. */
enum keeping { KEPT_OPEN, KEPT_CLAIMED, KEPT_SEALED, KEEPINGS };

static enum keeping keeping_of(pv_fact sealed)
{
    if (sealed == pv_fact_of(PV_SEALED_VERIFIED))
        return KEPT_SEALED;
    return pv_fact_is_known(sealed) ? KEPT_OPEN : KEPT_CLAIMED;
}

/* A credential on an API is told of by itself: what counts is whether others can use it. */
static bool is_told_apart(const struct pv_setting *setting, size_t item)
{
    return setting->edge && pv_str_eq(setting->situation.items[item], PV_STR("credential"));
}

/* The worst class of the items that are kept so; public when there are none. */
static unsigned worst_of(const struct pv_setting *setting, enum keeping keeping)
{
    const struct pv_situation *situation = &setting->situation;
    unsigned worst = PV_DATA_PUBLIC;
    for (size_t i = 0; i < situation->n_items; i++)
        if (keeping_of(situation->sealed[i]) == keeping && !is_told_apart(setting, i) &&
            pv_fact_high(situation->data[i]) > worst)
            worst = pv_fact_high(situation->data[i]);
    return worst;
}

/* "phi, credential": of the worst class, since that is what decides. */
static void add_items(struct pv_buf *out, const struct pv_setting *setting, enum keeping keeping)
{
    const struct pv_situation *situation = &setting->situation;
    unsigned worst = worst_of(setting, keeping);
    bool is_first = true;
    for (size_t i = 0; i < situation->n_items; i++) {
        if (pv_fact_high(situation->data[i]) != worst || is_told_apart(setting, i) ||
            keeping_of(situation->sealed[i]) != keeping)
            continue;
        pv_buf_format(out, "%s%.*s", is_first ? "" : ", ", PV_STR_FMT(situation->items[i]));
        is_first = false;
    }
}

/* Where it is shown that the items of the worst class are sealed, or that one is not. */
static void add_place(struct pv_buf *out, const struct pv_setting *setting, enum keeping keeping)
{
    const struct pv_situation *situation = &setting->situation;
    unsigned worst = worst_of(setting, keeping);
    for (size_t i = 0; i < situation->n_items; i++) {
        struct pv_fact_source source = pv_setting_source(setting, PV_SITUATION_FACTS + 2 * i + 1);
        if (pv_fact_high(situation->data[i]) != worst || is_told_apart(setting, i) ||
            keeping_of(situation->sealed[i]) != keeping || source.source != PV_CLAIM_PROOF ||
            !source.evidence.n)
            continue;
        pv_buf_format(out, keeping == KEPT_SEALED ? " (%.*s)" : " (it leaves unsealed at %.*s)",
                      PV_STR_FMT(source.evidence));
        return;
    }
}

static bool add_kept(struct pv_buf *out, const struct pv_setting *setting, const char *verb)
{
    static const char *const how[KEEPINGS] = {
        [KEPT_OPEN] = "that is not proved sealed",
        [KEPT_CLAIMED] = "that is said to be sealed, without proof",
        [KEPT_SEALED] = "that is proved sealed",
    };
    bool is_first = true;
    for (unsigned k = 0; k < KEEPINGS; k++) {
        if (worst_of(setting, (enum keeping)k) == PV_DATA_PUBLIC)
            continue;
        if (is_first)
            pv_buf_format(out, "%s ", verb);
        else
            PV_BUF_LIT(out, " and ");
        add_items(out, setting, (enum keeping)k);
        pv_buf_format(out, " data %s", how[k]);
        add_place(out, setting, (enum keeping)k);
        is_first = false;
    }
    return !is_first;
}

static bool add_credential(struct pv_buf *out, const struct pv_setting *setting, bool has_more)
{
    static const char *const how[KEEPINGS] = {
        [KEPT_OPEN] = "a credential that whoever reads it can use",
        [KEPT_CLAIMED] = "a credential of a kind that nobody says",
        [KEPT_SEALED] = "a credential that is of use to its sender alone",
    };
    for (size_t i = 0; i < setting->situation.n_items; i++) {
        if (!is_told_apart(setting, i))
            continue;
        pv_buf_format(out, has_more ? " and %s" : ", which carries %s",
                      how[keeping_of(setting->situation.sealed[i])]);
        return true;
    }
    return has_more;
}

/* "was last reviewed 200 days ago", "is said in two ways", "is not said" */
static void add_why_unknown(struct pv_buf *out, const struct pv_resolved *known)
{
    if (known->state == PV_CLAIM_EXPIRED)
        pv_buf_format(out, "was last reviewed %" PRId64 " days ago", known->age_days);
    else if (known->state == PV_CLAIM_CONFLICT)
        PV_BUF_LIT(out, "is said in more than one way");
    else
        PV_BUF_LIT(out, "is not said");
}

static void add_data(struct pv_buf *out, const struct pv_setting *setting)
{
    const struct pv_edge *edge = setting->edge;
    const struct pv_resolved *holds = edge ? &edge->holds : &setting->service->holds;
    const char *verb = edge ? ", which carries" : " holds";
    bool has_data = edge ? edge->data.n > 0 : setting->service->has_data;
    if (!has_data) {
        pv_buf_format(out, ": which data it %s ", edge ? "carries" : "holds");
        add_why_unknown(out, holds);
        return;
    }
    bool has_more = add_kept(out, setting, verb);
    if (!add_credential(out, setting, has_more))
        pv_buf_format(out, "%s only public data", verb);
}

static void add_reach(struct pv_buf *out, const struct pv_setting *setting)
{
    static const char *const reached[] = {
        [PV_REACH_ISOLATED] = "nothing outside reaches it",
        [PV_REACH_INTERNAL] = "other services reach it",
        [PV_REACH_PARTNER] = "a partner reaches it",
        [PV_REACH_INTERNET] = "the internet reaches it",
    };
    const struct pv_situation *situation = &setting->situation;
    if (!pv_fact_is_known(situation->reach)) {
        PV_BUF_LIT(out, "; who reaches it ");
        add_why_unknown(out, setting->edge ? &setting->edge->reach : &setting->service->reach);
        return;
    }
    pv_buf_format(out, "; %s", reached[pv_fact_low(situation->reach)]);
    if (pv_fact_low(situation->reach) == PV_REACH_ISOLATED)
        return;
    if (setting->is_pre_auth)
        PV_BUF_LIT(out, ", and the attack needs no login");
    else if (pv_fact_is_known(situation->gate))
        pv_buf_format(out, "%s",
                      pv_fact_low(situation->gate) == PV_GATE_OPEN ? ", without a login"
                                                                   : ", with a login");
}

/* The setting that may be worst: where there are several, that one is told. */
static const struct pv_setting *worst_setting(const struct pv_policy *policy,
                                              const struct pv_settings *settings)
{
    const struct pv_setting *worst = &settings->list[0];
    unsigned most = 0;
    for (size_t i = 0; i < settings->n; i++) {
        const struct pv_setting *setting = &settings->list[i];
        unsigned high = pv_fact_high(pv_policy_decide(policy, &setting->situation).priority);
        if (high > most) {
            worst = setting;
            most = high;
        }
    }
    return worst;
}

static void add_subject(struct pv_buf *out, const struct pv_settings *settings,
                        const struct pv_setting *told)
{
    pv_buf_add(out, told->service->name);
    if (!told->edge)
        return;
    if (settings->n > 1)
        pv_buf_format(out, " has %zu APIs that this may be about, at worst %.*s", settings->n,
                      PV_STR_FMT(told->edge->name));
    else
        pv_buf_format(out, " %s %.*s", told->edge->is_consumed ? "calls" : "provides",
                      PV_STR_FMT(told->edge->name));
}

/* What the paved road would change: the same place, with the data proved sealed. */
static void add_if_sealed(struct pv_buf *out, const struct pv_policy *policy,
                          const struct pv_settings *settings)
{
    pv_fact now = pv_settings_decide(policy, settings);
    pv_fact then = 0;
    for (size_t i = 0; i < settings->n; i++) {
        struct pv_situation other = settings->list[i].situation;
        for (size_t j = 0; j < other.n_items; j++)
            other.sealed[j] = pv_fact_of(PV_SEALED_VERIFIED);
        then |= pv_policy_decide(policy, &other).priority;
    }
    if (then == now)
        return;
    PV_BUF_LIT(out, " With the data proved sealed it would be ");
    pv_priority_add(out, then);
    PV_BUF_LIT(out, ".");
}

/* What an obligation adds: a floor under what the risk alone would be, or a record. */
static void add_overlay(struct pv_buf *out, const struct pv_policy *policy,
                        const struct pv_setting *told)
{
    struct pv_decision decision = pv_policy_decide(policy, &told->situation);
    if (decision.priority != decision.base) {
        PV_BUF_LIT(out, " By risk alone it would be ");
        pv_priority_add(out, decision.base);
        PV_BUF_LIT(out, "; an obligation (");
        for (size_t i = 0; i < told->situation.n_duties; i++)
            pv_buf_format(out, "%s%.*s", i ? ", " : "", PV_STR_FMT(told->situation.duties[i].name));
        PV_BUF_LIT(out, ") asks for more.");
    }
    for (size_t i = 0; i < decision.overlay.n_records; i++)
        pv_buf_format(out, " It needs a record: %s.", decision.overlay.records[i]);
}

void pv_reason_add(struct pv_buf *out, const struct pv_policy *policy,
                   const struct pv_settings *settings)
{
    const struct pv_setting *told = worst_setting(policy, settings);
    if (!told->service) {
        PV_BUF_LIT(out, "no catalog-info.yaml says who reaches this code and which data it "
                        "holds.");
        return;
    }
    add_subject(out, settings, told);
    add_data(out, told);
    add_reach(out, told);
    PV_BUF_LIT(out, ".");
    add_overlay(out, policy, told);
    add_if_sealed(out, policy, settings);
}
