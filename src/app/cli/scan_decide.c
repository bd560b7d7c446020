/* SPDX-License-Identifier: Apache-2.0 */
/* What each finding means where it is, who answers for it, and what is worth asking. */
#include "app/cli/scan_job.h"
#include "risk/decide.h"
#include "risk/question.h"
#include "risk/service_proof.h"
#include "sys/clock.h"
#include "sys/interrupt.h"
#include "text/date.h"

/* Learns of the services that findings are in, then what each of them seals. */
static PV_RESULT prove(struct pv_scan_job *job, struct pv_err *err)
{
    const struct pv_proof_options options = {
        .threads = (unsigned)pv_args_number(job->args, PV_OPT_SCAN_THREADS),
        .stop = pv_interrupt_flag(),
    };
    for (size_t i = 0; i < job->result.n_findings; i++) {
        const struct pv_service *service = NULL;
        PV_TRY(pv_catalog_find(&job->catalog, job->result.findings[i].path, &service, err));
    }
    size_t n = job->catalog.services.n;
    for (size_t i = 0; i < n; i++) {
        struct pv_sealings sealings = {0};
        struct pv_service service = job->catalog.services.p[i];
        struct pv_result result =
            pv_sealings_prove(job->cli->mem, &job->catalog, &service, &options, &sealings, err);
        pv_sealings_clear(&sealings);
        PV_TRY(result);
    }
    return PV_SUCCESS;
}

/* Findings of one rule in one service with the same evidence differ in nothing that is asked. */
struct alike {
    const struct pv_rule *rule;
    const struct pv_service *service;
    struct pv_str path; /* of one of them; it counts where the catalog tells files apart */
    bool is_reachable;
    size_t times;
};

struct deciding {
    struct pv_scan_job *job;
    struct pv_questions questions;
    PV_VEC(struct alike) alike;
    struct pv_map known; /* of those, by their names */
    struct pv_err *err;
};

static void set_evidence(const struct pv_finding *finding, struct pv_settings *settings)
{
    for (size_t i = 0; i < settings->n && finding->evidence.is_reachable; i++) {
        settings->list[i].situation.evidence = pv_fact_of(PV_EVIDENCE_REACHABLE);
        settings->list[i].why = finding->evidence.why;
    }
}

/* Counts what may be asked about; what people have settled is not open. */
static PV_RESULT count_open(struct deciding *d, const struct pv_finding *finding,
                            const struct pv_service *service)
{
    struct pv_arena *mem = d->job->cli->mem;
    const struct alike one = {finding->rule, service, finding->path, finding->evidence.is_reachable,
                              0};
    bool tells_files = service && service->codes.list.n > 0;
    struct pv_str key = {0};
    struct alike *slot = NULL;
    uint32_t number = 0;
    if (finding->is_suppressed)
        return PV_SUCCESS;
    PV_TRY(pv_str_format(mem, &key, d->err, "%.*s\n%.*s\n%.*s\n%.*s\n%d",
                         PV_STR_FMT(finding->rule->check_id),
                         PV_STR_FMT(service ? service->file : PV_STR("")),
                         PV_STR_FMT(service ? service->name : PV_STR("")),
                         PV_STR_FMT(tells_files ? finding->path : PV_STR("")), one.is_reachable));
    if (!pv_map_find(&d->known, key, &number)) {
        number = (uint32_t)d->alike.n;
        PV_TRY(pv_map_put(mem, &d->known, key, number, d->err));
        PV_TRY(PV_VEC_PUSH(mem, &d->alike, &slot, d->err));
        *slot = one;
    }
    pv_assume(number < d->alike.n && d->alike.p);
    d->alike.p[number].times++;
    return PV_SUCCESS;
}

static PV_RESULT ask(struct deciding *d)
{
    struct pv_scan_job *job = d->job;
    PV_VEC_EACH (const struct alike, one, &d->alike) {
        struct pv_settings settings = {0};
        const struct pv_finding like = {.evidence.is_reachable = one->is_reachable};
        pv_settings_of(one->rule, one->service, one->path, &settings);
        set_evidence(&like, &settings);
        PV_TRY(pv_questions_add(job->cli->mem, &d->questions, &settings, one->times, d->err));
    }
    pv_questions_settle(&d->questions);
    PV_TRY(PV_NEW_ARRAY(job->cli->mem, d->questions.list.n + 1, &job->questions, d->err));
    PV_VEC_EACH (const struct pv_question, question, &d->questions.list) {
        PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
        struct pv_report_question *out = &job->questions[job->n_questions++];
        pv_question_add(&text, question);
        PV_TRY(pv_buf_result(&text, d->err));
        *out = (struct pv_report_question){.service = question->service,
                                           .subject = question->subject,
                                           .item = question->item,
                                           .annotation = pv_question_key(question),
                                           .worth = question->worth,
                                           .n_findings = question->n_findings};
        PV_TRY(pv_str_copy(job->cli->mem, pv_buf_str(&text), &out->text, d->err));
    }
    return PV_SUCCESS;
}

static PV_RESULT decide_one(struct deciding *d, struct pv_finding *finding)
{
    struct pv_scan_job *job = d->job;
    const struct pv_service *service = NULL;
    struct pv_settings settings = {0};
    struct pv_owner owner = {0};
    PV_TRY(pv_catalog_find(&job->catalog, finding->path, &service, d->err));
    PV_TRY(pv_owners_find(&job->owners, finding->path, service, &owner, d->err));
    PV_TRY(pv_decide_owner(&job->result.mem, &owner, finding, d->err));
    PV_TRY(count_open(d, finding, service));
    if (!service)
        return PV_SUCCESS;
    pv_settings_of(finding->rule, service, finding->path, &settings);
    set_evidence(finding, &settings);
    return pv_decide(&job->result.mem, &job->policy, &settings, finding, d->err);
}

static PV_RESULT set_day(struct pv_scan_job *job, struct pv_err *err)
{
    struct pv_str day = pv_args_text(job->args, PV_OPT_SCAN_AS_OF);
    struct pv_err why = {0};
    job->catalog.now = pv_clock_unix_s();
    if (!day.n || pv_is_ok(pv_date_parse(day, &job->catalog.now, &why)))
        return PV_SUCCESS;
    return pv_fail(err, PV_INVALID, 0, "--as-of: %s", why.text);
}

static PV_RESULT decide(struct pv_scan_job *job, struct pv_err *err)
{
    struct pv_str folder = pv_args_text(job->args, PV_OPT_SCAN_POLICY);
    struct deciding d = {.job = job, .questions = {.policy = &job->policy}, .err = err};
    PV_TRY(set_day(job, err));
    PV_TRY(folder.n ? pv_policy_load(folder, &job->policy, err)
                    : pv_policy_read_shipped(&job->policy, err));
    PV_TRY(prove(job, err));
    for (size_t i = 0; i < job->result.n_findings; i++)
        PV_TRY(decide_one(&d, &job->result.findings[i]));
    pv_prior_take(&job->catalog, &d.questions.prior);
    return ask(&d);
}

static void say_problem(struct pv_scan_job *job, const struct pv_catalog_problem *problem)
{
    struct pv_str matter = pv_catalog_matter_text(problem->matter);
    if (problem->matter == PV_MATTER_BROKEN) {
        pv_cli_say("%.*s: %.*s; findings below it are shown without their context",
                   PV_STR_FMT(problem->file), PV_STR_FMT(problem->text));
        job->exit = pv_cli_worse(job->exit, PV_EXIT_USAGE);
    } else if (job->talk != PV_TALK_QUIET) {
        pv_cli_say("%.*s:%u: %.*s: %.*s", PV_STR_FMT(problem->file), problem->line,
                   PV_STR_FMT(matter), PV_STR_FMT(problem->text));
    }
}

enum pv_exit pv_scan_job_decide(struct pv_scan_job *job)
{
    struct pv_err err = {0};
    struct pv_result result = decide(job, &err);
    if (!pv_is_ok(result))
        return pv_cli_fail(pv_cli_exit_of(result.code), &err);
    PV_VEC_EACH (const struct pv_catalog_problem, problem, &job->catalog.problems)
        say_problem(job, problem);
    return PV_EXIT_DONE;
}
