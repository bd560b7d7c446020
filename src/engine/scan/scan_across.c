/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One rule in one file, with what others bring to it. The files around are only
 * parsed once a sink of the rule is there that something unknown may come to.
 */
#include "engine/scan/candidates.h"
#include "engine/scan/finding_hide.h"
#include "engine/scan/scan_file_internal.h"
#include "engine/scan/scan_limits.h"
#include "engine/secrets/secrets.h"
#include "engine/taint/unit.h"

enum { STEPS_PART = 20 }; /* of the steps that a rule has, those that others' values may take */

/* How a file of the unit is shown, once a finding passes through it. */
struct shown {
    struct pv_line_index lines;
    struct pv_secrets secrets;
    bool is_read;
};

struct pv_file_unit {
    struct pv_arena mem;
    struct pv_taint_unit of;
    uint32_t *numbers;   /* by number of the member: of the target */
    struct shown *shown; /* the same */
    bool is_joined;
};

/* Which member of the unit the file is that another imports by a path. */
static size_t resolve(void *context, size_t member, struct pv_str path)
{
    const struct pv_file_job *job = context;
    const struct pv_links *links = &job->worker->across->links;
    uint32_t file = pv_links_resolve(links, job->unit->numbers[member], path);
    for (size_t i = 0; file != UINT32_MAX && i < job->unit->of.n; i++)
        if (job->unit->numbers[i] == file)
            return i;
    return SIZE_MAX;
}

/* The file of a target near this one; NULL when it can't be read. */
static const struct pv_match_file *neighbour(const struct pv_file_job *job, uint32_t number)
{
    struct pv_scan_worker *worker = job->worker;
    return pv_neighbours_get(&worker->across->neighbours, number, worker->parsing,
                             &worker->counts.bytes_parsed);
}

/* The files around, parsed. */
static PV_RESULT gather(struct pv_file_job *job, struct pv_file_unit *unit, struct pv_err *err)
{
    struct pv_across *across = job->worker->across;
    const struct pv_across_file *file = &across->files[job->number];
    struct pv_taint_member *members = NULL;
    size_t n = 0;
    PV_TRY(PV_NEW_ARRAY(&unit->mem, file->unit.list.n + 1, &members, err));
    PV_TRY(PV_NEW_ARRAY(&unit->mem, file->unit.list.n + 1, &unit->numbers, err));
    unit->numbers[0] = job->number;
    members[n++] = (struct pv_taint_member){.file = &job->file,
                                            .outline = &file->outline,
                                            .path = job->target->path,
                                            .is_entered = true};
    PV_VEC_EACH (const struct pv_links_member, member, &file->unit.list) {
        const struct pv_match_file *other = neighbour(job, member->file);
        if (!other)
            continue;
        unit->numbers[n] = member->file;
        members[n++] = (struct pv_taint_member){.file = other,
                                                .outline = &across->files[member->file].outline,
                                                .path = across->linked[member->file].path,
                                                .is_entered = member->is_user};
    }
    PV_TRY(PV_NEW_ARRAY(&unit->mem, n, &unit->shown, err));
    unit->of.members = members;
    unit->of.n = n;
    return PV_SUCCESS;
}

static struct pv_str path_of(const struct pv_across *across, const struct pv_links_unit *unit,
                             size_t i)
{
    return i < unit->left.list.n ? across->linked[unit->left.list.p[i]].path : (struct pv_str){0};
}

/* Which files around were left out, the nearest by name, and for which limit. */
static PV_RESULT tell_left(struct pv_file_job *job, const struct pv_links_unit *unit,
                           struct pv_err *err)
{
    static const char *const limits[] = {
        [PV_LINKS_WHOLE] = "",
        [PV_LINKS_CUT_FILES] = "more files around it than are followed for one",
        [PV_LINKS_CUT_BYTES] = "more bytes around it than are followed for one file",
        [PV_LINKS_CUT_SCAN] = "more bytes than are followed in one scan",
    };
    const struct pv_across *across = job->worker->across;
    size_t n = unit->left.list.n;
    struct pv_str a = path_of(across, unit, 0);
    struct pv_str b = path_of(across, unit, 1);
    struct pv_str more = {0};
    if (n > 2)
        PV_TRY(pv_str_format(job->worker->result_mem, &more, err, " and %zu more", n - 2));
    return pv_str_format(job->worker->result_mem, &job->out->left, err,
                         "values are not followed from or to %.*s%s%.*s%.*s: %s", PV_STR_FMT(a),
                         n > 1 ? ", " : "", PV_STR_FMT(b), PV_STR_FMT(more), limits[unit->cut]);
}

static PV_RESULT join(struct pv_file_job *job, struct pv_file_unit *unit, struct pv_err *err)
{
    const struct pv_taint_links links = {resolve, job};
    PV_TRY(pv_taint_unit_build(&unit->mem, pv_lang_name(job->lang), &links, &unit->of, err));
    job->worker->counts.joined++;
    const struct pv_links_unit *around = &job->worker->across->files[job->number].unit;
    job->worker->counts.cut += around->cut != PV_LINKS_WHOLE;
    if (around->cut != PV_LINKS_WHOLE)
        PV_TRY(tell_left(job, around, err));
    unit->is_joined = true;
    return PV_SUCCESS;
}

static PV_RESULT has_source_in(const struct pv_file_job *job, const struct pv_taint_rule *rule,
                               const struct pv_match_file *file, bool *out, struct pv_err *err)
{
    struct pv_match_budget budget = {.steps_left = job->worker->options->rule_steps};
    *out = false;
    for (size_t k = 0; k < rule->sources.n && !*out; k++) {
        struct pv_matches sources = {0};
        struct pv_result result = pv_match_memo_find(
            job->worker->file_mem, rule->sources.p[k].formula, file, &budget, &sources, err);
        if (result.code != PV_LIMIT)
            PV_TRY(result);
        *out = sources.list.n > 0;
    }
    return PV_SUCCESS;
}

/* Whether a source of the rule is in one of the files. Only those that may have one are parsed. */
static PV_RESULT has_source(const struct pv_file_job *job, const struct pv_rule_part *part,
                            bool *out, struct pv_err *err)
{
    struct pv_across *across = job->worker->across;
    const struct pv_across_file *file = &across->files[job->number];
    PV_TRY(has_source_in(job, part->taint, &job->file, out, err));
    for (size_t i = 0; i < file->unit.list.n && !*out; i++) {
        uint32_t number = file->unit.list.p[i].file;
        if (!pv_across_has_source(across, number, part))
            continue;
        const struct pv_match_file *other = neighbour(job, number);
        if (other)
            PV_TRY(has_source_in(job, part->taint, other, out, err));
    }
    return PV_SUCCESS;
}

/* False in `*out` when there are no files around that can be joined. */
static PV_RESULT prepare(struct pv_file_job *job, bool *out, struct pv_err *err)
{
    if (!job->unit) {
        PV_TRY(PV_NEW(job->worker->result_mem, &job->unit, err));
        job->unit->mem.limit_bytes = PV_SCAN_FILE_MEMORY;
        PV_TRY(gather(job, job->unit, err));
        if (job->unit->of.n > 1)
            PV_TRY(join(job, job->unit, err));
    }
    *out = job->unit->is_joined;
    return PV_SUCCESS;
}

void pv_scan_across_begin(struct pv_file_job *job, bool is_across)
{
    if (!is_across)
        return;
    pv_match_memo_init(&job->memo, PV_SCAN_FILE_MEMORY, job->worker->options->rule_steps);
    job->file.memo = &job->memo;
}

void pv_scan_across_end(struct pv_file_job *job)
{
    if (job->unit)
        pv_arena_clear(&job->unit->mem);
    if (job->file.memo)
        pv_match_memo_clear(&job->memo);
    pv_arena_clear(&job->door_mem);
    job->doors = NULL;
    job->unit = NULL;
    job->file.memo = NULL;
}

/* What is shown of a member's text: without its secrets, as everywhere. */
static PV_RESULT show(struct pv_file_job *job, size_t number, struct pv_finding_source *out,
                      struct pv_err *err)
{
    struct pv_file_unit *unit = job->unit;
    const struct pv_taint_member *member = &unit->of.members[number];
    struct shown *shown = &unit->shown[number];
    const struct pv_secret_finder *finder = job->worker->plan->finder;
    *out = job->source;
    if (number == 0)
        return PV_SUCCESS;
    if (!shown->is_read) {
        PV_TRY(pv_line_index_build(&unit->mem, member->file->text, &shown->lines, err));
        if (finder)
            PV_TRY(pv_secrets_find(&unit->mem, finder, member->path, member->file->text,
                                   &shown->secrets, err));
        shown->is_read = true;
    }
    *out = (struct pv_finding_source){.path = member->path,
                                      .lines = &shown->lines,
                                      .vocab = job->source.vocab,
                                      .hidden = &shown->secrets};
    return PV_SUCCESS;
}

/*
 * Whether the finding's way leads through another file. In C++ it may stay in one, and be seen
 * only where the class stands, or what makes an object of it.
 */
static bool is_across(const struct pv_file_job *job, const struct pv_taint_finding *flow)
{
    if (pv_str_eq(pv_lang_name(job->lang), PV_STR("cpp")))
        return true;
    for (size_t i = 0; i < flow->n_steps; i++)
        if (flow->steps[i].start >= job->text.n)
            return true;
    return false;
}

/* Whether it begins in a file that the rule looks at: tests hand over what nobody else does. */
static bool is_begun(const struct pv_file_job *job, const struct pv_rule *rule,
                     const struct pv_taint_finding *flow)
{
    if (flow->n_steps == 0 || job->worker->options->ignores_rule_paths)
        return true;
    const struct pv_taint_member *member =
        pv_taint_unit_member(&job->unit->of, flow->steps[0].start);
    return member == job->unit->of.members || pv_candidates_has_path(rule, member->path);
}

/* Whether the rule has found the place already: one concern, however it comes there. */
static bool is_told(const struct pv_file_job *job, const struct pv_match *match, size_t first)
{
    const struct pv_scan_worker *worker = job->worker;
    for (size_t i = first; i < worker->findings.n; i++)
        if (worker->findings.p[i].start.offset == match->start + job->source.shift &&
            worker->findings.p[i].end.offset == match->end + job->source.shift)
            return true;
    return false;
}

/* The match with what it binds in this file alone. */
static PV_RESULT own_match(struct pv_file_job *job, const struct pv_match *match,
                           struct pv_match *out, struct pv_err *err)
{
    *out = *match;
    PV_TRY(PV_NEW_ARRAY(job->worker->file_mem, match->bindings.n, &out->bindings.p, err));
    out->bindings.n = 0;
    for (size_t i = 0; i < match->bindings.n; i++)
        if (match->bindings.p[i].end <= job->text.n)
            out->bindings.p[out->bindings.n++] = match->bindings.p[i];
    return PV_SUCCESS;
}

static PV_RESULT fill_steps(struct pv_file_job *job, const struct pv_taint_finding *flow,
                            struct pv_finding *finding, struct pv_err *err)
{
    struct pv_arena *mem = job->worker->result_mem;
    const struct pv_taint_unit *unit = &job->unit->of;
    struct pv_finding_step *steps = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, flow->n_steps, &steps, err));
    for (size_t i = 0; i < flow->n_steps; i++) {
        const struct pv_taint_member *member = pv_taint_unit_member(unit, flow->steps[i].start);
        struct pv_taint_step step = {flow->steps[i].start - member->first_byte,
                                     flow->steps[i].end - member->first_byte};
        struct pv_finding_source source = {0};
        PV_TRY(show(job, (size_t)(member - unit->members), &source, err));
        PV_TRY(pv_finding_fill_step(mem, &source, step, &steps[i], err));
        if (member != unit->members)
            steps[i].path = member->path;
    }
    finding->steps = steps;
    finding->n_steps = flow->n_steps;
    finding->ending = flow->ending;
    finding->is_sent = flow->is_sent;
    return PV_SUCCESS;
}

/* A message may speak of what stands in another file. */
static PV_RESULT tell(struct pv_file_job *job, const struct pv_rule *rule,
                      const struct pv_match *match, struct pv_finding *finding, struct pv_err *err)
{
    struct pv_line_index all = {.text = job->unit->of.whole.text};
    struct pv_finding_source source = {.lines = &all, .vocab = job->source.vocab};
    return pv_finding_interpolate(job->worker->result_mem, &source, rule->message, match,
                                  &finding->message, err);
}

static PV_RESULT add(struct pv_file_job *job, const struct pv_rule *rule,
                     const struct pv_taint_finding *flow, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_match match = {0};
    size_t before = worker->findings.n;
    PV_TRY(own_match(job, &flow->match, &match, err));
    PV_TRY(pv_file_job_add(job, rule, &match, NULL, err));
    if (worker->findings.n == before)
        return PV_SUCCESS; /* of lines that did not change */
    struct pv_finding *finding = &worker->findings.p[before];
    if (match.bindings.n < flow->match.bindings.n)
        PV_TRY(tell(job, rule, &flow->match, finding, err));
    return fill_steps(job, flow, finding, err);
}

/*
 * Whether some sink could be reached by more than the file's own values have reached. What
 * takes least to tell is asked first: whether a sink takes anything that is not known, whether
 * there is a source, then whether what comes in by the doors gets to the sink.
 */
static PV_RESULT look_for_open(struct pv_file_job *job, const struct pv_rule_part *part,
                               size_t first, struct pv_match_budget *budget, bool *out,
                               struct pv_err *err)
{
    struct pv_arena *mem = job->worker->file_mem;
    struct pv_matches sinks = {0};
    struct pv_taint_probe probe = {.rule = part->taint, .file = &job->file};
    *out = false;
    PV_TRY(pv_taint_find_open(mem, &probe, budget, &sinks, err));
    if (sinks.list.n == 0)
        return PV_SUCCESS;
    PV_TRY(has_source(job, part, out, err));
    if (!*out)
        return PV_SUCCESS;
    sinks = (struct pv_matches){0};
    *out = false;
    PV_TRY(pv_scan_doors_read(job, &probe.doors, err));
    PV_TRY(pv_taint_find_open(mem, &probe, budget, &sinks, err));
    PV_VEC_EACH (const struct pv_match, sink, &sinks.list)
        *out = *out || !is_told(job, sink, first);
    return PV_SUCCESS;
}

struct pv_result pv_scan_across_rule(struct pv_file_job *job, const struct pv_plan_entry *entry,
                                     size_t first, struct pv_err *err)
{
    struct pv_scan_worker *worker = job->worker;
    struct pv_match_budget budget = {.steps_left = worker->options->rule_steps / STEPS_PART};
    struct pv_taint_findings findings = {0};
    bool is_open = false;
    PV_TRY(look_for_open(job, entry->part, first, &budget, &is_open, err));
    if (!is_open)
        return PV_SUCCESS;
    PV_TRY(prepare(job, &is_open, err));
    if (!is_open)
        return PV_SUCCESS;
    struct pv_result result = pv_taint_find_across(worker->file_mem, entry->part->taint,
                                                   &job->unit->of, &budget, &findings, err);
    PV_VEC_EACH (const struct pv_taint_finding, finding, &findings.list) {
        size_t n = worker->findings.n - first;
        bool has_enough = entry->rule->max_matches && n >= entry->rule->max_matches;
        if (!has_enough && is_across(job, finding) && is_begun(job, entry->rule, finding) &&
            !is_told(job, &finding->match, first))
            PV_TRY(add(job, entry->rule, finding, err));
    }
    return result;
}
