/* SPDX-License-Identifier: Apache-2.0 */
/* What is made of a file's findings once all rules have run: their order, evidence, scopes, twins.
 */
#include "engine/scan/evidence.h"
#include "engine/scan/fix_proof.h"
#include "engine/scan/scan_file_internal.h"
#include "engine/scan/scope.h"
#include "sys/clock.h"

#include <stdlib.h>

enum { NS_PER_MS = 1000000 };

int pv_scan_compare_findings(const struct pv_finding *a, const struct pv_finding *b)
{
    if (a->start.offset != b->start.offset)
        return a->start.offset < b->start.offset ? -1 : 1;
    if (a->end.offset != b->end.offset)
        return a->end.offset < b->end.offset ? -1 : 1;
    int order = pv_str_cmp(a->rule->check_id, b->rule->check_id);
    return order ? order : pv_str_cmp(a->message, b->message);
}

static int compare(const void *a, const void *b)
{
    return pv_scan_compare_findings(a, b);
}

static bool is_at_one_place(const struct pv_finding *a, const struct pv_finding *b)
{
    return a->start.offset == b->start.offset && a->end.offset == b->end.offset;
}

/* Whether a graver rule of the same class says it already: one concern, however many rules see it.
 */
static bool is_outdone(const struct pv_finding *finding, const struct pv_finding *other)
{
    struct pv_str class = pv_rule_class(finding->rule);
    return class.n > 0 && other->rule->severity > finding->rule->severity &&
           pv_str_eq(class, pv_rule_class(other->rule));
}

/* Among sorted findings; those before `i` that are kept end at `kept`. */
static bool is_said(const struct pv_finding *findings, size_t n, size_t i, size_t kept)
{
    for (size_t k = kept; k > 0 && is_at_one_place(&findings[k - 1], &findings[i]); k--)
        if (pv_scan_compare_findings(&findings[k - 1], &findings[i]) == 0 ||
            is_outdone(&findings[i], &findings[k - 1]))
            return true;
    for (size_t k = i + 1; k < n && is_at_one_place(&findings[k], &findings[i]); k++)
        if (is_outdone(&findings[i], &findings[k]))
            return true;
    return false;
}

/* Sorts the file's findings and leaves one of those that say the same. */
static void sort_findings(struct pv_file_job *job)
{
    struct pv_scan_worker *worker = job->worker;
    size_t n = worker->findings.n - job->first_finding;
    if (n < 2)
        return;
    struct pv_finding *findings = worker->findings.p + job->first_finding;
    qsort(findings, n, sizeof *findings, compare);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++)
        if (!is_said(findings, n, i, kept))
            findings[kept++] = findings[i];
    worker->findings.n = job->first_finding + kept;
}

/* The same code in the same file twice: the fingerprints count them, in order of place. */
static PV_RESULT tell_twins_apart(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_map seen = {0};
    for (size_t i = job->first_finding; i < worker->findings.n; i++) {
        struct pv_finding *finding = &worker->findings.p[i];
        struct pv_str key = {0};
        uint32_t twin = 0;
        PV_TRY(pv_str_copy(worker->file_mem, pv_str_of(finding->fingerprint), &key, err));
        if (pv_map_find(&seen, key, &twin))
            twin++;
        PV_TRY(pv_map_put(worker->file_mem, &seen, key, twin, err));
        if (twin == 0)
            continue;
        struct pv_str matched = {0};
        PV_TRY(pv_finding_signed_text(worker->file_mem, &job->source, finding, &matched, err));
        pv_finding_sign(finding, matched, twin);
    }
    return PV_SUCCESS;
}

/* Whether an unused comment is about rules of this scan: of others nothing is known. */
static bool is_about_ours(const struct pv_scan_worker *worker, struct pv_str rules)
{
    const struct pv_rule_set *set = worker->options->rules;
    for (size_t i = 0; i < set->rules.n; i++)
        if (pv_suppression_names(rules, set->rules.p[i]))
            return true;
    return false;
}

static PV_RESULT add_notices(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    PV_VEC_EACH (const struct pv_suppression, one, &job->suppressions.list) {
        struct pv_scan_notice *notice = NULL;
        struct pv_str rules = {0};
        if (one->flaw == PV_SUPPRESS_GOOD && (one->is_used || !is_about_ours(worker, one->rules)))
            continue;
        PV_TRY(pv_str_copy(worker->result_mem, one->rules, &rules, err));
        PV_TRY(PV_VEC_PUSH(worker->result_mem, &worker->notices, &notice, err));
        *notice = (struct pv_scan_notice){job->target->path, one->line, one->flaw, rules};
    }
    return PV_SUCCESS;
}

static PV_RESULT add_evidence(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_evidence_file file = {.lang = job->lang,
                                    .file = &job->file,
                                    .source = &job->source,
                                    .steps = worker->options->rule_steps,
                                    .findings = worker->findings.p + job->first_finding,
                                    .n = worker->findings.n - job->first_finding};
    return pv_evidence_fill(worker->file_mem, worker->result_mem, worker->options->rules, &file,
                            err);
}

static PV_RESULT prove_fixes(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    const struct pv_parse_options parsing = {
        .vocab = &worker->options->rules->vocab,
        .deadline_ns = pv_clock_ns() + worker->options->file_timeout_ms * NS_PER_MS,
        .now_ns = pv_clock_ns,
        .memory = worker->parsing,
    };
    const struct pv_fix_proof proof = {.lang = job->file.tree ? job->lang : NULL,
                                       .text = job->text,
                                       .shift = job->source.shift,
                                       .error_bytes = job->tree.error_bytes,
                                       .parsing = &parsing,
                                       .properties = worker->properties,
                                       .steps = worker->options->rule_steps,
                                       .is_strict = worker->options->writes_fixes};
    return pv_fix_prove(worker->file_mem, &proof, worker->findings.p + job->first_finding,
                        worker->findings.n - job->first_finding, err);
}

struct pv_result pv_scan_finish_file(struct pv_file_job *job, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    sort_findings(job);
    PV_TRY(prove_fixes(job, err));
    PV_TRY(add_evidence(job, err));
    if (job->file.tree)
        PV_TRY(pv_scope_fill(worker->result_mem, job->file.tree, job->source.shift,
                             worker->findings.p + job->first_finding,
                             worker->findings.n - job->first_finding, err));
    PV_TRY(tell_twins_apart(job, err));
    return add_notices(job, err);
}
