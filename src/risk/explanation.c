/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/explanation.h"

#include "base/assert.h"
#include "base/attr.h"

#include <stdio.h>

static void add_change(struct pv_changes_of *out, struct pv_change change)
{
    for (size_t i = 0; i < out->n; i++) {
        const struct pv_change *told = &out->list[i];
        if (told->dimension == change.dimension && told->value == change.value &&
            pv_str_eq(told->item, change.item) && pv_str_eq(told->edge, change.edge))
            return;
    }
    if (out->n < PV_EXPLANATION_CHANGES_MAX)
        out->list[out->n++] = change;
}

/* What is decided when the priority in one setting is another. */
static pv_fact decide_with(const struct pv_policy *policy, const struct pv_settings *settings,
                           size_t number, const struct pv_situation *other)
{
    pv_fact all = pv_policy_decide(policy, other).priority;
    for (size_t i = 0; i < settings->n; i++)
        if (i != number)
            all |= pv_policy_decide(policy, &settings->list[i].situation).priority;
    return all;
}

static void add_changes_of(const struct pv_policy *policy, const struct pv_settings *settings,
                           size_t number, struct pv_changes_of *out)
{
    const struct pv_setting *setting = &settings->list[number];
    pv_fact now = pv_settings_decide(policy, settings);
    for (size_t i = 0; i < pv_situation_facts(&setting->situation); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        struct pv_situation other = setting->situation;
        pv_fact *fact = pv_situation_fact(&other, i, &dimension);
        pv_fact known = *fact;
        struct pv_change change = {.dimension = dimension};
        if (setting->edge)
            change.edge = setting->edge->name;
        if (pv_situation_is_of_item(&other, i))
            change.item = other.items[pv_situation_item(i)];
        for (change.value = 0; change.value < pv_dimension_values(dimension); change.value++) {
            if (known == pv_fact_of(change.value))
                continue;
            *fact = pv_fact_of(change.value);
            change.priority = decide_with(policy, settings, number, &other);
            if (change.priority != now)
                add_change(out, change);
        }
    }
}

void pv_explanation_changes(const struct pv_policy *policy, const struct pv_settings *settings,
                            struct pv_changes_of *out)
{
    *out = (struct pv_changes_of){0};
    for (size_t i = 0; i < settings->n; i++)
        add_changes_of(policy, settings, i, out);
}

static void write_interval(struct pv_json *json, const char *key, pv_fact priority)
{
    pv_json_key(json, key);
    pv_json_object(json);
    pv_json_key_str(json, "lo", pv_fact_text(PV_DIM_PRIORITY, pv_fact_low(priority)));
    pv_json_key_str(json, "hi", pv_fact_text(PV_DIM_PRIORITY, pv_fact_high(priority)));
    pv_json_end(json);
}

static void write_policy(struct pv_json *json, const struct pv_policy *policy)
{
    pv_json_key(json, "policy");
    pv_json_object(json);
    pv_json_key_str(json, "id", pv_str_of(policy->id));
    pv_json_key_str(json, "version", pv_str_of(policy->version));
    pv_json_key_str(json, "sha256", pv_str_of(policy->sha256));
    pv_json_end(json);
}

static void write_values(struct pv_json *json, enum pv_dimension dimension, pv_fact fact)
{
    pv_json_key(json, "v");
    pv_json_array(json);
    for (unsigned v = 0; v < pv_dimension_values(dimension); v++)
        if (pv_fact_has(fact, v))
            pv_json_str(json, pv_fact_text(dimension, v));
    pv_json_end(json);
}

static void write_roles(struct pv_json *json, uint8_t roles)
{
    if (roles & PV_HELD_UNSAID)
        return;
    pv_json_key(json, "role");
    pv_json_array(json);
    for (unsigned i = 0; pv_data_role_text(i).n; i++)
        if (roles & (1u << i))
            pv_json_str(json, pv_data_role_text(i));
    pv_json_end(json);
}

/* "catalog-info.yaml:12" */
static void write_place(struct pv_json *json, const char *key, struct pv_str file, uint32_t line)
{
    PV_DEFER(pv_buf_clear) struct pv_buf place = {0};
    pv_buf_format(&place, "%.*s:%u", PV_STR_FMT(file), line);
    pv_buf_take_failure(json->out, &place);
    pv_json_key_str(json, key, pv_buf_str(&place));
}

static void write_source(struct pv_json *json, const struct pv_fact_source *source)
{
    static const char *const states[] = {[PV_CLAIM_UNSET] = "unset",
                                         [PV_CLAIM_SAID] = "said",
                                         [PV_CLAIM_EXPIRED] = "expired",
                                         [PV_CLAIM_CONFLICT] = "conflict"};
    pv_json_key_str(json, "source", pv_claim_source_text(source->source));
    if (source->file.n)
        write_place(json, "at", source->file, source->line);
    if (source->evidence.n)
        pv_json_key_str(json, "evidence", source->evidence);
    if (source->age_days != PV_AGE_UNKNOWN)
        pv_json_key_int(json, "age_days", source->age_days);
    if (source->state == PV_CLAIM_EXPIRED || source->state == PV_CLAIM_CONFLICT)
        pv_json_key_str(json, "state", pv_str_of(states[source->state]));
    if (source->state == PV_CLAIM_CONFLICT)
        write_place(json, "against", source->other.file, source->other.line);
}

static void write_setting(struct pv_json *json, const struct pv_setting *setting)
{
    struct pv_situation copy = setting->situation;
    for (size_t i = 0; i < pv_situation_facts(&copy); i++) {
        enum pv_dimension dimension = PV_DIM_DATA;
        pv_fact fact = *pv_situation_fact(&copy, i, &dimension);
        struct pv_fact_source source = pv_setting_source(setting, i);
        pv_json_object(json);
        pv_json_key_str(json, "f", pv_situation_name(dimension));
        if (pv_situation_is_of_item(&copy, i)) {
            pv_json_key_str(json, "item", copy.items[pv_situation_item(i)]);
            write_roles(json, copy.roles[pv_situation_item(i)]);
        }
        if (setting->edge)
            pv_json_key_str(json, "edge", setting->edge->name);
        write_values(json, dimension, fact);
        write_source(json, &source);
        pv_json_end(json);
    }
}

static void write_step(struct pv_json *json, struct pv_str name, int row)
{
    pv_json_array(json);
    pv_json_str(json, name);
    if (row >= 0)
        pv_json_int(json, row);
    else
        pv_json_null(json);
    pv_json_end(json);
}

/* The row of each table, where it is one: of several settings, where it is the same in all. */
static int common_row(const struct pv_decision *decisions, size_t n, unsigned step)
{
    int row = step < PV_STEP_COUNT ? decisions[0].rows[step] : decisions[0].cve_row;
    for (size_t i = 1; i < n; i++)
        if ((step < PV_STEP_COUNT ? decisions[i].rows[step] : decisions[i].cve_row) != row)
            return -1;
    return row;
}

static void write_path(struct pv_json *json, const struct pv_policy *policy,
                       const struct pv_settings *settings, const struct pv_decision *decisions)
{
    bool is_cve = settings->list[0].situation.cve.n > 0;
    bool is_timeline = is_cve && policy->cve.output == PV_DIM_TIMELINE;
    unsigned end = is_cve ? PV_STEP_EASE : PV_STEP_COUNT;
    pv_json_key(json, "path");
    pv_json_array(json);
    for (unsigned step = is_timeline ? end : 0; step < end; step++)
        write_step(json, pv_policy_step_name((enum pv_policy_step)step),
                   common_row(decisions, settings->n, step));
    if (is_cve)
        write_step(json, PV_STR("cve"), common_row(decisions, settings->n, PV_STEP_COUNT));
    pv_json_end(json);
}

static void write_changes(struct pv_json *json, const struct pv_policy *policy,
                          const struct pv_settings *settings)
{
    struct pv_changes_of changes = {0};
    pv_explanation_changes(policy, settings, &changes);
    pv_json_key(json, "would_change");
    pv_json_array(json);
    for (size_t i = 0; i < changes.n; i++) {
        const struct pv_change *change = &changes.list[i];
        pv_json_object(json);
        pv_json_key_str(json, "f", pv_situation_name(change->dimension));
        if (change->item.n)
            pv_json_key_str(json, "item", change->item);
        if (settings->n > 1)
            pv_json_key_str(json, "edge", change->edge);
        pv_json_key_str(json, "v", pv_fact_text(change->dimension, change->value));
        write_interval(json, "to", change->priority);
        pv_json_end(json);
    }
    pv_json_end(json);
}

static void write_duties(struct pv_json *json, const struct pv_situation *situation)
{
    if (situation->n_duties == 0)
        return;
    pv_json_key(json, "obligations");
    pv_json_array(json);
    for (size_t i = 0; i < situation->n_duties; i++) {
        pv_json_object(json);
        pv_json_key_str(json, "name", situation->duties[i].name);
        pv_json_key_bool(json, "sure", situation->duties[i].is_sure);
        pv_json_end(json);
    }
    pv_json_end(json);
}

/* What the overlay makes of it: the floor in all settings, and the rows and records of any. */
static void write_overlay(struct pv_json *json, const struct pv_decision *decisions, size_t n)
{
    pv_fact floor = 0;
    for (size_t i = 0; i < n; i++)
        floor |= decisions[i].overlay.floor;
    if (floor == pv_fact_of(PV_PRIORITY_DEFER)) {
        pv_json_key(json, "floor");
        pv_json_null(json);
    } else {
        write_interval(json, "floor", floor);
    }
    pv_json_key(json, "floor_rows");
    pv_json_array(json);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < decisions[i].overlay.n_rows; j++)
            pv_json_int(json, decisions[i].overlay.rows[j]);
    pv_json_end(json);
}

static bool is_told(const struct pv_decision *decisions, size_t number, const char *record)
{
    for (size_t i = 0; i < number; i++)
        for (size_t j = 0; j < decisions[i].overlay.n_records; j++)
            if (strcmp(decisions[i].overlay.records[j], record) == 0)
                return true;
    return false;
}

static void write_records(struct pv_json *json, const struct pv_decision *decisions, size_t n)
{
    pv_json_key(json, "records");
    pv_json_array(json);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < decisions[i].overlay.n_records; j++)
            if (!is_told(decisions, i, decisions[i].overlay.records[j]))
                pv_json_str(json, pv_str_of(decisions[i].overlay.records[j]));
    if (decisions[0].needs_forensics)
        pv_json_str(json, PV_STR("bod-26-04/forensic-investigation"));
    pv_json_end(json);
}

static void write_subject(struct pv_json *json, const struct pv_settings *settings)
{
    const struct pv_setting *first = &settings->list[0];
    if (first->service) {
        pv_json_key_str(json, "service", first->service->name);
        pv_json_key_str(json, "source", first->service->file);
    }
    if (first->situation.class.n)
        pv_json_key_str(json, "class", first->situation.class);
    if (first->situation.cve.n)
        pv_json_key_str(json, "cve", first->situation.cve);
    write_duties(json, &first->situation);
    if (!first->edge)
        return;
    pv_json_key(json, "edges");
    pv_json_array(json);
    for (size_t i = 0; i < settings->n; i++) {
        const struct pv_edge *edge = settings->list[i].edge;
        pv_json_object(json);
        pv_json_key_str(json, "api", edge->name);
        pv_json_key_str(json, "side", edge->is_consumed ? PV_STR("consumes") : PV_STR("provides"));
        if (edge->owner.n)
            pv_json_key_str(json, "owner", edge->owner);
        pv_json_end(json);
    }
    pv_json_end(json);
}

void pv_explanation_write(struct pv_json *json, const struct pv_policy *policy,
                          const struct pv_settings *settings, struct pv_str finding)
{
    struct pv_decision decisions[PV_RISK_EDGES_MAX];
    pv_fact base = 0;
    pv_assert(settings->n > 0 && settings->n <= PV_RISK_EDGES_MAX);
    for (size_t i = 0; i < settings->n; i++) {
        decisions[i] = pv_policy_decide(policy, &settings->list[i].situation);
        base |= decisions[i].base;
    }
    pv_json_object(json);
    if (finding.n)
        pv_json_key_str(json, "finding", finding);
    write_policy(json, policy);
    write_subject(json, settings);
    pv_json_key(json, "facts");
    pv_json_array(json);
    for (size_t i = 0; i < settings->n; i++)
        write_setting(json, &settings->list[i]);
    pv_json_end(json);
    write_path(json, policy, settings, decisions);
    write_interval(json, "risk", base);
    write_overlay(json, decisions, settings->n);
    write_interval(json, "result", pv_settings_decide(policy, settings));
    write_records(json, decisions, settings->n);
    write_changes(json, policy, settings);
    pv_json_end(json);
}

static PV_RESULT read_one(const struct pv_doc *record, struct pv_str edge,
                          struct pv_situations *out, struct pv_err *err)
{
    struct pv_situation *slot = &out->list[out->n];
    PV_TRY(pv_situation_read(pv_doc_get(record, PV_STR("facts")), edge, slot, err));
    PV_TRY(pv_situation_read_class(record, slot, err));
    out->n++;
    return PV_SUCCESS;
}

PV_RESULT pv_explanation_read(const struct pv_doc *record, struct pv_situations *out,
                              struct pv_err *err)
{
    const struct pv_doc *edges = pv_doc_get(record, PV_STR("edges"));
    out->n = 0;
    if (!pv_doc_get(record, PV_STR("facts")))
        return pv_fail(err, PV_INVALID, 0, "a record of a decision has facts");
    if (!edges || edges->kind != PV_DOC_LIST || edges->n == 0)
        return read_one(record, (struct pv_str){0}, out, err);
    for (size_t i = 0; i < edges->n; i++) {
        const struct pv_doc *api = pv_doc_get(&edges->items[i], PV_STR("api"));
        if (!api || !pv_doc_is_scalar(api))
            return pv_fail(err, PV_INVALID, 0, "line %u: an edge has an api",
                           edges->items[i].place.line);
        if (out->n == PV_RISK_EDGES_MAX)
            return pv_fail(err, PV_LIMIT, 0, "more than %d APIs", PV_RISK_EDGES_MAX);
        PV_TRY(read_one(record, api->text, out, err));
    }
    return PV_SUCCESS;
}

pv_fact pv_situations_decide(const struct pv_policy *policy, const struct pv_situations *situations)
{
    pv_fact all = 0;
    for (size_t i = 0; i < situations->n; i++)
        all |= pv_policy_decide(policy, &situations->list[i]).priority;
    return all;
}
