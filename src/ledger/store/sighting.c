/* SPDX-License-Identifier: Apache-2.0 */
#include "ledger/store/sighting.h"

#include "base/attr.h"
#include "ledger/store/envelope.h"
#include "ledger/store/sighting_internal.h"

static bool is(struct pv_str text, const char *word)
{
    return pv_str_eq(text, pv_str_of(word));
}

static PV_RESULT log_event(struct pv_record *r, int64_t finding, const char *kind,
                           const char *value, struct pv_str reason)
{
    const struct pv_ledger_event event = {
        .at = r->run->at,
        .finding = finding,
        .run = r->run_id,
        .actor = r->run->tool,
        .kind = pv_str_of(kind),
        .value = pv_str_of(value),
        .reason = reason,
    };
    return pv_ledger_log(r->ledger, &event, r->err);
}

static PV_RESULT begin_run(struct pv_record *r)
{
    static const char add[] = "INSERT INTO run (id, asset, tool, tool_version, at, manifest)"
                              " VALUES (?, ?, ?, ?, ?, ?)";
    const struct pv_record_run *run = r->run;
    PV_TRY(pv_ledger_asset(r->ledger, run->asset, &r->asset, r->err));
    PV_TRY(pv_sql_number(r->ledger->sql, "SELECT MAX(id) FROM run", PV_SQL_NONE, 0, &r->run_id,
                         r->err));
    r->run_id++;
    return pv_sql_run(r->ledger->sql, add,
                      PV_SQL(pv_sql_int(r->run_id), pv_sql_int(r->asset), pv_sql_text(run->tool),
                             pv_sql_text(run->tool_version), pv_sql_int(run->at),
                             pv_sql_text(run->manifest)),
                      r->err);
}

/* Another tool's finding of the same class at about the same place is the same issue. */
static PV_RESULT find_issue(struct pv_record *r, const struct pv_sighting *seen, int64_t id,
                            int64_t *out)
{
    static const char near[] =
        "SELECT issue FROM finding WHERE asset = ? AND path = ? AND tool <> ? AND class = ?"
        " AND (line BETWEEN ? - 3 AND ? + 3 OR (scope = ? AND scope <> ''))"
        " ORDER BY ABS(line - ?), id LIMIT 1";
    *out = id;
    if (seen->class.n == 0)
        return PV_SUCCESS;
    struct pv_sql_value line = pv_sql_int(seen->at.line);
    return pv_sql_number(r->ledger->sql, near,
                         PV_SQL(pv_sql_int(r->asset), pv_sql_text(seen->at.path),
                                pv_sql_text(r->run->tool), pv_sql_text(seen->class), line, line,
                                pv_sql_text(seen->at.scope), line),
                         id, out, r->err);
}

/* What the run says of finding `id`, as it is kept. */
struct texts {
    struct pv_str message;
    struct pv_str record;
};

static PV_RESULT keep_texts(struct pv_record *r, const struct pv_sighting *seen, int64_t id,
                            struct texts *out)
{
    const struct pv_envelope_place message = pv_envelope_of(PV_ENVELOPE_MESSAGE, id);
    const struct pv_envelope_place record = pv_envelope_of(PV_ENVELOPE_RECORD, id);
    PV_TRY(pv_envelope_seal(r->mem, r->ledger, &message, seen->message, &out->message, r->err));
    return pv_envelope_seal(r->mem, r->ledger, &record, seen->record, &out->record, r->err);
}

static PV_RESULT add_finding(struct pv_record *r, const struct pv_sighting *seen, int64_t *out)
{
    static const char add[] =
        "INSERT INTO finding (id, asset, tool, issue, rule, class, path, scope,"
        " line, content, context, tokens, file_digest, message, severity, priority,"
        " priority_text, record, service, owner, observation, observation_reason, disposition,"
        " disposition_reason, disposition_by, verification, first_seen, last_seen, first_run, last_run)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'present', '',"
        " 'new', '', '', 'none', ?, ?, ?, ?)";
    const struct pv_footprint *footprint = &seen->at.footprint;
    struct pv_str tokens = {0};
    struct texts texts = {0};
    int64_t id = 0;
    int64_t issue = 0;
    PV_TRY(
        pv_sql_number(r->ledger->sql, "SELECT MAX(id) FROM finding", PV_SQL_NONE, 0, &id, r->err));
    id++;
    PV_TRY(find_issue(r, seen, id, &issue));
    PV_TRY(keep_texts(r, seen, id, &texts));
    PV_TRY(pv_hashes_write(r->mem, footprint->tokens, footprint->n_tokens, &tokens, r->err));
    PV_TRY(pv_sql_run(
        r->ledger->sql, add,
        PV_SQL(pv_sql_int(id), pv_sql_int(r->asset), pv_sql_text(r->run->tool), pv_sql_int(issue),
               pv_sql_text(seen->at.rule), pv_sql_text(seen->class), pv_sql_text(seen->at.path),
               pv_sql_text(seen->at.scope), pv_sql_int(seen->at.line),
               pv_sql_int((int64_t)footprint->content), pv_sql_int((int64_t)footprint->context),
               pv_sql_text(tokens), pv_sql_int((int64_t)seen->file_digest),
               pv_sql_text(texts.message), pv_sql_text(seen->severity), pv_sql_int(seen->rank),
               pv_sql_text(seen->priority), pv_sql_text(texts.record), pv_sql_text(seen->service),
               pv_sql_text(seen->owner), pv_sql_int(r->run->at), pv_sql_int(r->run->at),
               pv_sql_int(r->run_id), pv_sql_int(r->run_id)),
        r->err));
    if (issue != id)
        PV_TRY(log_event(r, id, "clustered", "same-issue", (struct pv_str){0}));
    *out = id;
    return log_event(r, id, "observed", "present", (struct pv_str){0});
}

static PV_RESULT set_observation(struct pv_record *r, const struct pv_known *known,
                                 const char *value, const char *reason)
{
    static const char set[] =
        "UPDATE finding SET observation = ?, observation_reason = ?, last_run = ? WHERE id = ?";
    if (is(known->observation, value) && is(known->observation_reason, reason))
        return PV_SUCCESS;
    PV_TRY(pv_sql_run(r->ledger->sql, set,
                      PV_SQL(pv_sql_text(pv_str_of(value)), pv_sql_text(pv_str_of(reason)),
                             pv_sql_int(r->run_id), pv_sql_int(known->id)),
                      r->err));
    return log_event(r, known->id, "observed", value, pv_str_of(reason));
}

/* An acceptance ends when its time does, or when the concern weighs more than it did. */
static PV_RESULT void_acceptance(struct pv_record *r, struct pv_known *known, unsigned rank)
{
    static const char set[] = "UPDATE finding SET disposition = 'confirmed',"
                              " disposition_reason = ?, until = NULL, premise = NULL WHERE id = ?";
    const char *why = known->until && known->until <= r->run->at ? "the acceptance has expired"
                      : rank > known->premise ? "the priority is higher than when it was accepted"
                                              : NULL;
    const struct pv_envelope_place place = pv_envelope_of(PV_ENVELOPE_REASON, known->id);
    struct pv_str reason = {0};
    if (!is(known->disposition, "accepted") || !why)
        return PV_SUCCESS;
    PV_TRY(pv_envelope_seal(r->mem, r->ledger, &place, pv_str_of(why), &reason, r->err));
    PV_TRY(pv_sql_run(r->ledger->sql, set, PV_SQL(pv_sql_text(reason), pv_sql_int(known->id)),
                      r->err));
    known->disposition = PV_STR("confirmed");
    known->disposition_reason = pv_str_of(why);
    known->until = 0;
    r->counts.voided++;
    return log_event(r, known->id, "disposed", "confirmed", pv_str_of(why));
}

/* What a finding is known by and what it means are as this run saw them. */
static PV_RESULT refresh(struct pv_record *r, const struct pv_known *known,
                         const struct pv_sighting *seen)
{
    static const char set[] =
        "UPDATE finding SET rule = ?, class = ?, path = ?, scope = ?, line = ?,"
        " content = ?, context = ?, tokens = ?, file_digest = ?, message = ?, severity = ?,"
        " priority = ?, priority_text = ?, record = ?, service = ?, owner = ?, last_seen = ?, last_run = ?"
        " WHERE id = ?";
    const struct pv_footprint *footprint = &seen->at.footprint;
    struct pv_str tokens = {0};
    struct texts texts = {0};
    PV_TRY(keep_texts(r, seen, known->id, &texts));
    if (!pv_str_eq(known->at.path, seen->at.path))
        PV_TRY(log_event(r, known->id, "moved", "file", known->at.path));
    PV_TRY(pv_hashes_write(r->mem, footprint->tokens, footprint->n_tokens, &tokens, r->err));
    return pv_sql_run(r->ledger->sql, set,
                      PV_SQL(pv_sql_text(seen->at.rule), pv_sql_text(seen->class),
                             pv_sql_text(seen->at.path), pv_sql_text(seen->at.scope),
                             pv_sql_int(seen->at.line), pv_sql_int((int64_t)footprint->content),
                             pv_sql_int((int64_t)footprint->context), pv_sql_text(tokens),
                             pv_sql_int((int64_t)seen->file_digest), pv_sql_text(texts.message),
                             pv_sql_text(seen->severity), pv_sql_int(seen->rank),
                             pv_sql_text(seen->priority), pv_sql_text(texts.record),
                             pv_sql_text(seen->service), pv_sql_text(seen->owner),
                             pv_sql_int(r->run->at), pv_sql_int(r->run_id), pv_sql_int(known->id)),
                      r->err);
}

static PV_RESULT see_again(struct pv_record *r, struct pv_known *known,
                           const struct pv_sighting *seen)
{
    bool was_fixed = is(known->observation, "absent");
    known->is_seen = true;
    if (was_fixed)
        r->counts.reopened++;
    else
        r->counts.known++;
    PV_TRY(set_observation(r, known, "present", ""));
    PV_TRY(void_acceptance(r, known, seen->rank));
    return refresh(r, known, seen);
}

/* What is not seen is gone only if this run would have seen it. */
static PV_RESULT miss(struct pv_record *r, const struct pv_known *known)
{
    if (known->is_seen || is(known->observation, "absent") ||
        !r->run->ran(r->run->context, known->at.rule))
        return PV_SUCCESS;
    struct pv_coverage_answer answer = r->run->look(r->run->context, known->at.path);
    switch (answer.coverage) {
    case PV_COVERAGE_NONE: return PV_SUCCESS;
    case PV_COVERAGE_FAILED:
        r->counts.unobservable++;
        return set_observation(r, known, "unobservable", answer.why);
    case PV_COVERAGE_GONE:
        r->counts.fixed++;
        return set_observation(r, known, "absent", "file-gone");
    case PV_COVERAGE_SCANNED: break;
    }
    if (known->file_digest && answer.file_digest == known->file_digest) {
        r->counts.withdrawn++;
        return set_observation(r, known, "absent", "rule-changed");
    }
    r->counts.fixed++;
    return set_observation(r, known, "absent", "code-changed");
}

static PV_RESULT keep_sketches(struct pv_record *r, const struct pv_sightings *seen)
{
    static const char put[] = "INSERT INTO file (asset, path, sketch) VALUES (?, ?, ?)"
                              " ON CONFLICT (asset, path) DO UPDATE SET sketch = excluded.sketch";
    for (size_t i = 0; i < seen->n_files; i++) {
        const struct pv_sketch *sketch = &seen->files[i].sketch;
        struct pv_str text = {0};
        PV_TRY(pv_hashes_write(r->mem, sketch->lines, sketch->n, &text, r->err));
        PV_TRY(pv_sql_run(
            r->ledger->sql, put,
            PV_SQL(pv_sql_int(r->asset), pv_sql_text(seen->files[i].path), pv_sql_text(text)),
            r->err));
    }
    return PV_SUCCESS;
}

/* The known ones that are absent, or those that are not, and which of them each sighting is. */
static PV_RESULT match(struct pv_record *r, const struct pv_sightings *seen, bool is_absent,
                       uint32_t *known_of)
{
    struct pv_observations earlier = {.files = r->files.p, .n_files = r->files.n};
    struct pv_observations later = {.files = seen->files, .n_files = seen->n_files};
    uint32_t *of_earlier = NULL;
    uint32_t *of_later = NULL;
    struct pv_recognition *found = NULL;
    PV_TRY(PV_NEW_ARRAY(r->mem, r->known.n + 1, &earlier.p, r->err));
    PV_TRY(PV_NEW_ARRAY(r->mem, r->known.n + 1, &of_earlier, r->err));
    PV_TRY(PV_NEW_ARRAY(r->mem, seen->n + 1, &later.p, r->err));
    PV_TRY(PV_NEW_ARRAY(r->mem, seen->n + 1, &of_later, r->err));
    for (uint32_t i = 0; i < r->known.n; i++) {
        if (is(r->known.p[i].observation, "absent") != is_absent)
            continue;
        of_earlier[earlier.n] = i;
        earlier.p[earlier.n++] = r->known.p[i].at;
    }
    for (uint32_t i = 0; i < seen->n; i++) {
        if (known_of[i] != PV_RECOGNITION_NONE)
            continue;
        of_later[later.n] = i;
        later.p[later.n++] = seen->p[i].at;
    }
    PV_TRY(pv_recognition_match(r->mem, &earlier, &later, &found, r->err));
    for (size_t i = 0; i < later.n; i++)
        if (found[i].earlier != PV_RECOGNITION_NONE)
            known_of[of_later[i]] = of_earlier[found[i].earlier];
    return PV_SUCCESS;
}

/* Files that are not there any more may have been renamed. */
static void mark_gone(struct pv_record *r)
{
    PV_VEC_EACH (struct pv_observed_file, file, &r->files)
        file->is_gone = r->run->look(r->run->context, file->path).coverage == PV_COVERAGE_GONE;
}

static PV_RESULT take_in(struct pv_record *r, const struct pv_sightings *seen,
                         struct pv_recorded *out)
{
    uint32_t *known_of = NULL;
    PV_TRY(begin_run(r));
    PV_TRY(pv_record_load(r, r->err));
    mark_gone(r);
    PV_TRY(PV_NEW_ARRAY(r->mem, seen->n + 1, &known_of, r->err));
    for (size_t i = 0; i < seen->n; i++)
        known_of[i] = PV_RECOGNITION_NONE;
    PV_TRY(match(r, seen, false, known_of));
    PV_TRY(match(r, seen, true, known_of));
    for (size_t i = 0; i < seen->n; i++) {
        out[i] = (struct pv_recorded){.disposition = PV_STR("new"), .first_seen = r->run->at};
        if (known_of[i] == PV_RECOGNITION_NONE) {
            out[i].is_fresh = true;
            r->counts.fresh++;
            PV_TRY(add_finding(r, &seen->p[i], &out[i].id));
            continue;
        }
        struct pv_known *known = &r->known.p[known_of[i]];
        PV_TRY(see_again(r, known, &seen->p[i]));
        out[i] = (struct pv_recorded){.id = known->id,
                                      .disposition = known->disposition,
                                      .reason = known->disposition_reason,
                                      .until = known->until,
                                      .first_seen = known->first_seen};
    }
    PV_VEC_EACH (const struct pv_known, known, &r->known)
        PV_TRY(miss(r, known));
    return keep_sketches(r, seen);
}

PV_RESULT pv_ledger_record(struct pv_arena *mem, struct pv_ledger *ledger,
                           const struct pv_record_run *run, const struct pv_sightings *seen,
                           struct pv_record_result *out, struct pv_err *err)
{
    struct pv_record record = {.mem = mem, .ledger = ledger, .run = run, .err = err};
    struct pv_recorded *recorded = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, seen->n + 1, &recorded, err));
    PV_TRY(pv_sql_begin(ledger->sql, err));
    struct pv_result result = take_in(&record, seen, recorded);
    if (pv_is_ok(result))
        result = pv_sql_commit(ledger->sql, err);
    if (!pv_is_ok(result)) {
        pv_sql_rollback(ledger->sql);
        return result;
    }
    *out = (struct pv_record_result){recorded, record.counts};
    return PV_SUCCESS;
}
