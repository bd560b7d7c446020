/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A history does not fit into memory, so it is scanned in turns: git gives as many texts as one
 * answer may hold, they are scanned like files, and only the findings stay.
 */
#include "engine/scan/history.h"

#include "base/map.h"
#include "base/num.h"
#include "base/reader.h"
#include "engine/scan/git.h"
#include "engine/scan/scan_internal.h"
#include "engine/scan/scan_limits.h"

#include <stdlib.h>

/* The texts of one turn: a part of the history's list, and their bytes. */
struct turn {
    const struct pv_history *history;
    size_t first;
    size_t end;
    struct pv_buf answer;
    struct pv_targets targets;
};

static void clear_turn(struct turn *turn)
{
    pv_buf_clear(&turn->answer);
}

static bool is_wanted(const struct pv_history_text *text, size_t max_bytes)
{
    return text->size_bytes > 0 && text->size_bytes <= max_bytes;
}

/* How far the texts from `first` go that one answer may hold. */
static size_t end_of_turn(const struct pv_history *history, size_t first, size_t max_bytes)
{
    size_t sum = 0;
    size_t at = first;
    for (; at < history->texts.n; at++) {
        const struct pv_history_text *text = &history->texts.p[at];
        size_t size = is_wanted(text, max_bytes) ? text->size_bytes : 0;
        if (sum + size > PV_SCAN_HISTORY_BYTES && at > first)
            break;
        sum += size;
    }
    return at;
}

static PV_RESULT ask(struct pv_arena *mem, struct turn *turn, size_t max_bytes, struct pv_err *err)
{
    static const char *const args[] = {"cat-file", "--batch=%(objectsize)", NULL};
    PV_DEFER(pv_buf_clear) struct pv_buf question = {0};
    for (size_t i = turn->first; i < turn->end; i++) {
        const struct pv_history_text *text = &turn->history->texts.p[i];
        if (!is_wanted(text, max_bytes))
            continue;
        pv_buf_add(&question, text->blob);
        pv_buf_add_byte(&question, '\n');
    }
    PV_TRY(pv_buf_result(&question, err));
    if (question.n == 0)
        return PV_SUCCESS;
    struct pv_git git = {
        .folder = turn->history->root, .args = args, .input = pv_buf_str(&question)};
    return pv_git_ask(mem, &git, &turn->answer, err);
}

/* Each text has its size on a line before it, and a line end behind it. */
static PV_RESULT load(struct pv_arena *mem, struct turn *turn, size_t max_bytes, struct pv_err *err)
{
    PV_TRY(ask(mem, turn, max_bytes, err));
    struct pv_str rest = pv_buf_str(&turn->answer);
    for (size_t i = turn->first; i < turn->end; i++) {
        const struct pv_history_text *text = &turn->history->texts.p[i];
        struct pv_str head = {0};
        uint32_t size = 0;
        if (!is_wanted(text, max_bytes))
            continue;
        (void)pv_str_split(&rest, '\n', &head);
        struct pv_reader in = {.text = head, .err = err};
        PV_TRY(pv_reader_u32(&in, INT32_MAX, &size));
        if (size >= rest.n)
            return pv_fail(err, PV_SYNTAX, 0, "git stopped within a text");
        PV_TRY(
            pv_targets_add_text(mem, &turn->targets, text->path, pv_str_sub(rest, 0, size), err));
        turn->targets.files.p[turn->targets.files.n - 1].origin = &text->origin;
        turn->targets.files.p[turn->targets.files.n - 1].is_named = false;
        rest = pv_str_sub(rest, size + 1, rest.n);
    }
    return PV_SUCCESS;
}

void pv_history_result_clear(struct pv_history_result *result)
{
    for (size_t i = 0; i < result->n_turns; i++)
        pv_scan_result_clear(&result->turns[i]);
    pv_scan_result_clear(&result->all);
    *result = (struct pv_history_result){0};
}

static int compare_age(const void *a, const void *b)
{
    const struct pv_finding *x = a;
    const struct pv_finding *y = b;
    if (x->origin->order != y->origin->order)
        return x->origin->order < y->origin->order ? -1 : 1;
    int order = pv_str_cmp(x->path, y->path);
    return order ? order : pv_scan_compare_findings(x, y);
}

static int compare_place(const void *a, const void *b)
{
    const struct pv_finding *x = a;
    const struct pv_finding *y = b;
    int order = pv_str_cmp(x->path, y->path);
    if (order == 0 && x->start.line != y->start.line)
        return x->start.line < y->start.line ? -1 : 1;
    return order ? order : compare_age(a, b);
}

/* Of equal findings the oldest stays: the commit that has to be known is the first one. */
static PV_RESULT gather(struct pv_history_result *result, struct pv_err *err)
{
    struct pv_scan_result *all = &result->all;
    struct pv_map seen = {0};
    size_t n = 0;
    size_t kept = 0;
    for (size_t i = 0; i < result->n_turns; i++)
        n += result->turns[i].n_findings;
    PV_TRY(PV_NEW_ARRAY(&all->mem, n + 1, &all->findings, err));
    for (size_t i = 0; i < result->n_turns; i++)
        for (size_t k = 0; k < result->turns[i].n_findings; k++)
            all->findings[all->n_findings++] = result->turns[i].findings[k];
    qsort(all->findings, n, sizeof *all->findings, compare_age);
    for (size_t i = 0; i < n; i++) {
        struct pv_str key = {0};
        uint32_t index = 0;
        PV_TRY(pv_str_copy(&all->mem, pv_str_of(all->findings[i].fingerprint), &key, err));
        if (pv_map_find(&seen, key, &index))
            continue;
        PV_TRY(pv_map_put(&all->mem, &seen, key, 1, err));
        all->findings[kept++] = all->findings[i];
    }
    all->n_findings = kept;
    for (size_t i = 0; i < kept; i++)
        all->counts.suppressed += all->findings[i].is_suppressed;
    qsort(all->findings, kept, sizeof *all->findings, compare_place);
    return PV_SUCCESS;
}

static void add_counts(struct pv_scan_result *all, const struct pv_scan_result *turn)
{
    for (size_t i = 0; i < PV_OUTCOME_COUNT; i++)
        all->counts.outcome[i] += turn->counts.outcome[i];
    for (size_t i = 0; i < PV_SKIP_COUNT; i++)
        all->counts.skip[i] += turn->counts.skip[i];
    all->counts.bytes_read += turn->counts.bytes_read;
    all->counts.threads = turn->counts.threads;
    all->times.read_ns += turn->times.read_ns;
    all->times.prefilter_ns += turn->times.prefilter_ns;
    all->times.match_ns += turn->times.match_ns;
    all->times.wall_ns += turn->times.wall_ns;
    all->is_partial = all->is_partial || turn->is_partial;
}

static PV_RESULT take_turn(struct pv_arena *mem, struct turn *turn,
                           const struct pv_scan_options *options, struct pv_history_result *out,
                           struct pv_err *err)
{
    size_t max = options->max_file_bytes ? options->max_file_bytes : PV_SCAN_FILE_BYTES;
    struct pv_scan_result *result = &out->turns[out->n_turns];
    PV_TRY(load(mem, turn, max, err));
    PV_TRY(pv_scan_run(options, &turn->targets, result, err));
    out->n_turns++;
    add_counts(&out->all, result);
    return PV_SUCCESS;
}

static PV_RESULT take_turns(struct pv_arena *mem, const struct pv_history *history,
                            const struct pv_scan_options *options,
                            const struct pv_history_watch *watch, struct pv_history_result *out,
                            struct pv_err *err)
{
    size_t max = options->max_file_bytes ? options->max_file_bytes : PV_SCAN_FILE_BYTES;
    size_t findings = 0;
    for (size_t at = 0; at < history->texts.n && !out->all.is_partial;) {
        PV_DEFER(clear_turn)
        struct turn turn = {.history = history, .first = at, .end = end_of_turn(history, at, max)};
        if (!watch->step(watch->context, at, history->texts.n, findings)) {
            out->all.is_partial = true;
            break;
        }
        PV_TRY(take_turn(mem, &turn, options, out, err));
        findings += out->turns[out->n_turns - 1].n_findings;
        at = turn.end;
    }
    return PV_SUCCESS;
}

static size_t count_turns(const struct pv_history *history, size_t max_bytes)
{
    size_t n = 0;
    for (size_t at = 0; at < history->texts.n; at = end_of_turn(history, at, max_bytes))
        n++;
    return n;
}

struct pv_result pv_history_scan(struct pv_arena *mem, const struct pv_history *history,
                                 const struct pv_scan_options *options,
                                 const struct pv_history_watch *watch,
                                 struct pv_history_result *out, struct pv_err *err)
{
    PV_DEFER(pv_history_result_clear) struct pv_history_result result = {0};
    size_t max = options->max_file_bytes ? options->max_file_bytes : PV_SCAN_FILE_BYTES;
    PV_TRY(PV_NEW_ARRAY(mem, count_turns(history, max) + 1, &result.turns, err));
    PV_TRY(take_turns(mem, history, options, watch, &result, err));
    PV_TRY(gather(&result, err));
    *out = result;
    result = (struct pv_history_result){0}; /* it has a new owner */
    return PV_SUCCESS;
}
