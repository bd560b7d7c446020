/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/exchange/sarif_read.h"

#include "base/attr.h"
#include "base/hash.h"
#include "ledger/store/weakness.h"
#include "text/doc.h"

struct read {
    struct pv_arena *mem;
    const struct pv_sarif_options *options;
    const struct pv_doc *run;
    struct pv_sarif_run *out;
    struct pv_map classes; /* id of a rule: number in `class_of` */
    struct pv_str *class_of;
    struct pv_map files;  /* path: number in out->sightings.files */
    struct pv_str *texts; /* of those files; empty where there is no code */
    uint64_t *digests;
    struct pv_err *err;
};

static struct pv_str text_at(const struct pv_doc *doc, const char *key)
{
    const struct pv_doc *value = pv_doc_get(doc, pv_str_of(key));
    return value && value->kind == PV_DOC_TEXT ? value->text : (struct pv_str){0};
}

static const struct pv_doc *first(const struct pv_doc *list)
{
    return list && list->kind == PV_DOC_LIST && list->n > 0 ? &list->items[0] : NULL;
}

static const struct pv_doc *get(const struct pv_doc *doc, const char *key)
{
    return pv_doc_get(doc, pv_str_of(key));
}

static PV_RESULT read_rule(struct read *r, const struct pv_doc *rule, uint32_t number)
{
    const struct pv_doc *tags = get(get(rule, "properties"), "tags");
    struct pv_str id = text_at(rule, "id");
    struct pv_str *class = &r->class_of[number];
    *class = (struct pv_str){0};
    for (size_t i = 0; tags && tags->kind == PV_DOC_LIST && i < tags->n && class->n == 0; i++)
        PV_TRY(pv_weakness_find(r->mem, tags->items[i].text, class, r->err));
    PV_TRY(pv_map_put(r->mem, &r->classes, id, number, r->err));
    return pv_map_put(r->mem, &r->out->rules, id, 1, r->err);
}

static PV_RESULT read_rules(struct read *r)
{
    const struct pv_doc *rules = get(get(get(r->run, "tool"), "driver"), "rules");
    size_t n = rules && rules->kind == PV_DOC_LIST ? rules->n : 0;
    PV_TRY(PV_NEW_ARRAY(r->mem, n + 1, &r->class_of, r->err));
    for (size_t i = 0; i < n; i++)
        PV_TRY(read_rule(r, &rules->items[i], (uint32_t)i));
    return PV_SUCCESS;
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A URI reference as a path: "file:///" and "./" away, "%20" a blank. */
static PV_RESULT path_of(struct read *r, struct pv_str uri, struct pv_str *out)
{
    char *path = NULL;
    size_t n = 0;
    if (pv_str_has_prefix(uri, PV_STR("file://")))
        uri = pv_str_sub(uri, sizeof "file://" - 1, uri.n);
    while (pv_str_has_prefix(uri, PV_STR("./")))
        uri = pv_str_sub(uri, 2, uri.n);
    PV_TRY(PV_NEW_ARRAY(r->mem, uri.n + 1, &path, r->err));
    for (size_t i = 0; i < uri.n; i++) {
        bool is_escape =
            uri.p[i] == '%' && i + 2 < uri.n && hex(uri.p[i + 1]) >= 0 && hex(uri.p[i + 2]) >= 0;
        path[n++] = is_escape ? (char)(hex(uri.p[i + 1]) * 16 + hex(uri.p[i + 2])) : uri.p[i];
        if (is_escape)
            i += 2;
    }
    *out = (struct pv_str){path, n};
    return PV_SUCCESS;
}

static PV_RESULT file_of(struct read *r, struct pv_str path, uint32_t *out)
{
    struct pv_sightings *all = &r->out->sightings;
    struct pv_str text = {0};
    if (pv_map_find(&r->files, path, out))
        return PV_SUCCESS;
    *out = (uint32_t)all->n_files++;
    all->files[*out] = (struct pv_observed_file){.path = path};
    if (r->options->code && r->options->code(r->options->context, path, &text)) {
        pv_sketch_take(text, &all->files[*out].sketch);
        r->digests[*out] = pv_hash_str(text);
    }
    r->texts[*out] = text;
    return pv_map_put(r->mem, &r->files, path, *out, r->err);
}

static uint32_t line_at(const struct pv_doc *region, const char *key, uint32_t missing)
{
    const struct pv_doc *value = get(region, key);
    bool is_good =
        value && value->kind == PV_DOC_INT && value->number > 0 && value->number < INT32_MAX;
    return is_good ? (uint32_t)value->number : missing;
}

/* Of the code where it can be had; else of what the tool shows of it, or says. */
static void take_footprint(struct read *r, const struct pv_doc *result, const struct pv_doc *region,
                           struct pv_sighting *seen)
{
    struct pv_str text = r->texts[seen->at.file];
    uint32_t last = line_at(region, "endLine", seen->at.line);
    struct pv_str snippet = text_at(get(region, "snippet"), "text");
    const struct pv_doc *prints = get(result, "partialFingerprints");
    if (text.n && last >= seen->at.line)
        pv_footprint_take(text, seen->at.line, last, &seen->at.footprint);
    else if (snippet.n)
        pv_footprint_of_words(snippet, &seen->at.footprint);
    else if (prints && prints->kind == PV_DOC_MAP && prints->n > 0)
        pv_footprint_of_words(prints->items[0].text, &seen->at.footprint);
    else
        pv_footprint_of_words(seen->message, &seen->at.footprint);
}

static bool is_suppressed(const struct pv_doc *result)
{
    const struct pv_doc *list = get(result, "suppressions");
    bool has_any = list && list->kind == PV_DOC_LIST && list->n > 0;
    for (size_t i = 0; has_any && i < list->n; i++) {
        struct pv_str status = text_at(&list->items[i], "status");
        if (status.n && !pv_str_eq(status, PV_STR("accepted")))
            return false;
    }
    return has_any;
}

static struct pv_str rule_of(const struct read *r, const struct pv_doc *result)
{
    struct pv_str id = text_at(result, "ruleId");
    const struct pv_doc *index = get(result, "ruleIndex");
    const struct pv_doc *rules = get(get(get(r->run, "tool"), "driver"), "rules");
    if (id.n == 0)
        id = text_at(get(result, "rule"), "id");
    if (id.n == 0 && index && index->kind == PV_DOC_INT && index->number >= 0 && rules &&
        rules->kind == PV_DOC_LIST && (uint64_t)index->number < rules->n)
        id = text_at(&rules->items[index->number], "id");
    return id;
}

static PV_RESULT read_result(struct read *r, const struct pv_doc *result)
{
    const struct pv_doc *location = first(get(result, "locations"));
    const struct pv_doc *physical = get(location, "physicalLocation");
    const struct pv_doc *region = get(physical, "region");
    struct pv_str uri = text_at(get(physical, "artifactLocation"), "uri");
    struct pv_str rule = rule_of(r, result);
    uint32_t number = 0;
    if (is_suppressed(result)) {
        r->out->n_suppressed++;
        return PV_SUCCESS;
    }
    if (uri.n == 0 || rule.n == 0) {
        r->out->n_without_place++;
        return PV_SUCCESS;
    }
    struct pv_sighting *seen = &r->out->sightings.p[r->out->sightings.n];
    *seen = (struct pv_sighting){
        .at = {.rule = rule,
               .scope = text_at(first(get(location, "logicalLocations")), "fullyQualifiedName"),
               .line = line_at(region, "startLine", 1)},
        .message = text_at(get(result, "message"), "text"),
        .severity = text_at(result, "level"),
    };
    if (seen->severity.n == 0)
        seen->severity = PV_STR("warning");
    PV_TRY(path_of(r, uri, &seen->at.path));
    PV_TRY(file_of(r, seen->at.path, &seen->at.file));
    seen->at.path = r->out->sightings.files[seen->at.file].path;
    seen->file_digest = r->digests[seen->at.file];
    if (pv_map_find(&r->classes, rule, &number))
        seen->class = r->class_of[number];
    take_footprint(r, result, region, seen);
    r->out->sightings.n++;
    return pv_map_put(r->mem, &r->out->rules, rule, 1, r->err);
}

static PV_RESULT read_run(struct read *r)
{
    const struct pv_doc *driver = get(get(r->run, "tool"), "driver");
    const struct pv_doc *results = get(r->run, "results");
    const struct pv_doc *success = get(first(get(r->run, "invocations")), "executionSuccessful");
    size_t n = results && results->kind == PV_DOC_LIST ? results->n : 0;
    r->out->tool = text_at(driver, "name");
    r->out->version = text_at(driver, "semanticVersion");
    if (r->out->version.n == 0)
        r->out->version = text_at(driver, "version");
    r->out->is_successful = !success || success->kind != PV_DOC_BOOL || success->number;
    if (r->out->tool.n == 0)
        return pv_fail(r->err, PV_INVALID, 0, "a run of SARIF needs tool.driver.name");
    PV_TRY(PV_NEW_ARRAY(r->mem, n + 1, &r->out->sightings.p, r->err));
    PV_TRY(PV_NEW_ARRAY(r->mem, n + 1, &r->out->sightings.files, r->err));
    PV_TRY(PV_NEW_ARRAY(r->mem, n + 1, &r->texts, r->err));
    PV_TRY(PV_NEW_ARRAY(r->mem, n + 1, &r->digests, r->err));
    for (size_t i = 0; i <= n; i++)
        r->digests[i] = 0;
    PV_TRY(read_rules(r));
    for (size_t i = 0; i < n; i++)
        PV_TRY(read_result(r, &results->items[i]));
    return PV_SUCCESS;
}

PV_RESULT pv_sarif_read(struct pv_arena *mem, struct pv_str text,
                        const struct pv_sarif_options *options, struct pv_sarif_runs *out,
                        struct pv_err *err)
{
    struct pv_doc doc = {0};
    struct pv_sarif_runs runs = {0};
    PV_TRY(pv_doc_read(mem, text, &doc, NULL, err));
    const struct pv_doc *list = get(&doc, "runs");
    if (!list || list->kind != PV_DOC_LIST)
        return pv_fail(err, PV_INVALID, 0, "is not SARIF: it has no list of runs");
    for (size_t i = 0; i < list->n; i++) {
        struct pv_sarif_run *run = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &runs.list, &run, err));
        *run = (struct pv_sarif_run){0};
        struct read read = {
            .mem = mem, .options = options, .run = &list->items[i], .out = run, .err = err};
        PV_TRY(read_run(&read));
    }
    *out = runs;
    return PV_SUCCESS;
}
