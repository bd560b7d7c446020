/* SPDX-License-Identifier: Apache-2.0 */
#include "inventory/inventory.h"

#include "base/attr.h"
#include "base/embedded.h"
#include "sys/interrupt.h"

/* Made at build time from inventory/. */
extern const struct pv_embedded pv_shipped_inventory[];

void pv_inventory_clear(struct pv_inventory *inventory)
{
    pv_scan_result_clear(&inventory->scan);
    pv_rule_set_clear(&inventory->rules);
    pv_arena_clear(&inventory->mem);
    *inventory = (struct pv_inventory){0};
}

/* What the rule says under `key`: a word, or the text of the metavariable that it names. */
static struct pv_str said(const struct pv_finding *finding, const char *key)
{
    const struct pv_doc *facts = pv_doc_get(finding->rule->metadata, PV_STR("inventory"));
    const struct pv_doc *value = pv_doc_get(facts, pv_str_of(key));
    if (!value || !pv_doc_is_scalar(value))
        return (struct pv_str){0};
    for (size_t i = 0; i < finding->n_vars; i++)
        if (pv_str_eq(finding->vars[i].name, value->text))
            return finding->vars[i].text;
    return pv_str_has_prefix(value->text, PV_STR("$")) ? (struct pv_str){0} : value->text;
}

static struct pv_str first_line(struct pv_str text)
{
    struct pv_str rest = text;
    struct pv_str line = {0};
    return pv_str_split(&rest, '\n', &line) ? pv_str_trim(line) : text;
}

static PV_RESULT fill(const struct pv_finding *finding, struct pv_catalog *catalog,
                      struct pv_crypto_use *out, struct pv_err *err)
{
    const struct pv_service *service = NULL;
    *out = (struct pv_crypto_use){
        .primitive = said(finding, "primitive"),
        .library = said(finding, "library"),
        .code = first_line(finding->lines),
        .path = finding->path,
        .line = finding->start.line,
    };
    struct pv_str algorithm = said(finding, "algorithm");
    pv_algorithm_read(algorithm.n ? algorithm : out->primitive, said(finding, "mode"),
                      said(finding, "size"), &out->algorithm);
    out->is_pave = pv_str_eq(out->library, PV_STR("pave"));
    PV_TRY(pv_catalog_find(catalog, finding->path, &service, err));
    if (service)
        out->service = service->name;
    return PV_SUCCESS;
}

/* Two rules may know the same call; the one that says more of it comes last in order. */
static bool is_same_place(const struct pv_crypto_use *a, const struct pv_crypto_use *b)
{
    return a->line == b->line && pv_str_eq(a->path, b->path) &&
           strcmp(a->algorithm.name, b->algorithm.name) == 0;
}

static PV_RESULT read_rules(struct pv_rule_set *rules, struct pv_err *err)
{
    for (const struct pv_embedded *file = pv_shipped_inventory; file->path.p; file++)
        PV_TRY(pv_rule_set_read(rules, file->path, file->text, err));
    if (rules->problems.n > 0)
        return pv_fail(err, PV_INVALID, 0, "%.*s:%zu: %.*s", PV_STR_FMT(rules->problems.p[0].file),
                       rules->problems.p[0].line, PV_STR_FMT(rules->problems.p[0].text));
    return PV_SUCCESS;
}

static PV_RESULT take(const struct pv_targets *targets, struct pv_catalog *catalog,
                      unsigned threads, struct pv_inventory *out, struct pv_err *err)
{
    const struct pv_scan_options options = {
        .rules = &out->rules,
        .threads = threads,
        .ignores_suppressions = true,
        .stop = pv_interrupt_flag(),
    };
    PV_TRY(read_rules(&out->rules, err));
    PV_TRY(pv_scan_run(&options, targets, &out->scan, err));
    PV_TRY(PV_NEW_ARRAY(&out->mem, out->scan.n_findings + 1, &out->uses, err));
    for (size_t i = 0; i < out->scan.n_findings; i++) {
        struct pv_crypto_use *use = &out->uses[out->n];
        PV_TRY(fill(&out->scan.findings[i], catalog, use, err));
        if (out->n == 0 || !is_same_place(use, use - 1))
            out->n++;
    }
    return PV_SUCCESS;
}

PV_RESULT pv_inventory_take(const struct pv_targets *targets, struct pv_catalog *catalog,
                            unsigned threads, struct pv_inventory *out, struct pv_err *err)
{
    *out = (struct pv_inventory){0};
    struct pv_result result = take(targets, catalog, threads, out, err);
    if (!pv_is_ok(result))
        pv_inventory_clear(out);
    return result;
}
