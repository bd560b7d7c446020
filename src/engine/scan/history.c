/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/history.h"

#include "base/map.h"
#include "base/reader.h"
#include "engine/scan/git.h"
#include "engine/scan/scan_limits.h"

/* A commit's line of the answer: "\1HASH\2AUTHOR\2DATE". */
static PV_RESULT read_commit(struct pv_arena *mem, struct pv_str line, uint32_t order,
                             struct pv_origin *out, struct pv_err *err)
{
    struct pv_origin origin = {.order = order};
    struct pv_str rest = pv_str_sub(line, 1, line.n);
    struct pv_str field = {0};
    if (!pv_str_split(&rest, '\2', &field) || field.n == 0)
        return pv_fail(err, PV_SYNTAX, 0, "git gave a commit without its name");
    PV_TRY(pv_str_copy(mem, field, &origin.commit, err));
    (void)pv_str_split(&rest, '\2', &field);
    PV_TRY(pv_str_copy(mem, field, &origin.author, err));
    PV_TRY(pv_str_copy(mem, rest, &origin.date, err));
    *out = origin;
    return PV_SUCCESS;
}

/* ":OLDMODE NEWMODE OLDBLOB NEWBLOB STATUS": the new blob, if it is a file's. */
static bool read_blob(struct pv_str line, struct pv_str *out)
{
    struct pv_str mode = {0};
    struct pv_str field = {0};
    (void)pv_str_split(&line, ' ', &field);
    (void)pv_str_split(&line, ' ', &mode);
    (void)pv_str_split(&line, ' ', &field);
    (void)pv_str_split(&line, ' ', out);
    return pv_str_has_prefix(mode, PV_STR("100")) && out->n >= 40;
}

struct reading {
    struct pv_arena *mem;
    struct pv_history *history;
    struct pv_map seen; /* blobs */
    struct pv_origin origin;
};

static PV_RESULT add_text(struct reading *reading, struct pv_str blob, struct pv_str path,
                          struct pv_err *err)
{
    struct pv_history_text *slot = NULL;
    struct pv_history_text text = {.origin = reading->origin};
    uint32_t index = 0;
    if (pv_map_find(&reading->seen, blob, &index))
        return PV_SUCCESS;
    PV_TRY(pv_str_copy(reading->mem, blob, &text.blob, err));
    PV_TRY(pv_str_copy(reading->mem, path, &text.path, err));
    PV_TRY(pv_map_put(reading->mem, &reading->seen, text.blob, 1, err));
    PV_TRY(PV_VEC_PUSH(reading->mem, &reading->history->texts, &slot, err));
    *slot = text;
    return PV_SUCCESS;
}

struct pv_result pv_history_read(struct pv_arena *mem, struct pv_str answer, struct pv_history *out,
                                 struct pv_err *err)
{
    struct reading reading = {.mem = mem, .history = out};
    struct pv_str line = {0};
    while (pv_str_split(&answer, '\0', &line)) {
        struct pv_str blob = {0};
        struct pv_str path = {0};
        if (line.n && line.p[0] == '\n')
            line = pv_str_sub(line, 1, line.n);
        if (line.n == 0)
            continue;
        if (line.p[0] == '\1') {
            PV_TRY(read_commit(mem, line, (uint32_t)out->n_commits, &reading.origin, err));
            out->n_commits++;
            continue;
        }
        if (line.p[0] != ':' || !pv_str_split(&answer, '\0', &path))
            return pv_fail(err, PV_SYNTAX, 0, "git log said something else than commits and files");
        if (read_blob(line, &blob))
            PV_TRY(add_text(&reading, blob, path, err));
    }
    return PV_SUCCESS;
}

/* Asks git for the sizes of all texts, in one question. */
static PV_RESULT read_sizes(struct pv_arena *mem, struct pv_history *history, struct pv_err *err)
{
    static const char *const args[] = {"cat-file", "--batch-check=%(objectsize)", NULL};
    PV_DEFER(pv_buf_clear) struct pv_buf question = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf answer = {0};
    struct pv_str line = {0};
    PV_VEC_EACH (const struct pv_history_text, text, &history->texts) {
        pv_buf_add(&question, text->blob);
        pv_buf_add_byte(&question, '\n');
    }
    PV_TRY(pv_buf_result(&question, err));
    struct pv_git git = {.folder = history->root, .args = args, .input = pv_buf_str(&question)};
    PV_TRY(pv_git_ask(mem, &git, &answer, err));
    struct pv_str rest = pv_buf_str(&answer);
    PV_VEC_EACH (struct pv_history_text, text, &history->texts) {
        uint32_t size = 0;
        if (!pv_str_split(&rest, '\n', &line))
            return pv_fail(err, PV_SYNTAX, 0, "git stopped before the last size");
        struct pv_reader in = {.text = line};
        /* What a shallow or partial clone has not got is larger than anything. */
        text->size_bytes = pv_is_ok(pv_reader_u32(&in, INT32_MAX, &size)) ? (size_t)size : SIZE_MAX;
    }
    return PV_SUCCESS;
}

static PV_RESULT ask_log(struct pv_arena *mem, const struct pv_str *revisions, size_t n_revisions,
                         struct pv_buf *answer, struct pv_err *err)
{
    static const char *const fixed[] = {"log",
                                        "-z",
                                        "--raw",
                                        "-m",
                                        "--no-abbrev",
                                        "--no-renames",
                                        "--root",
                                        "--reverse",
                                        "--topo-order",
                                        "--diff-filter=AM",
                                        "--no-show-signature",
                                        "--format=%x01%H%x02%an%x02%aI"};
    const char *args[PV_GIT_ARGS_MAX + 1] = {0};
    size_t n = 0;
    for (; n < PV_COUNT(fixed); n++)
        args[n] = fixed[n];
    for (size_t i = 0; i < n_revisions; i++) {
        if (n + 2 >= PV_GIT_ARGS_MAX)
            return pv_fail(err, PV_LIMIT, 0, "too many revisions");
        if (revisions[i].n == 0 || revisions[i].p[0] == '-')
            return pv_fail(err, PV_INVALID, 0, "%.*s: not the name of a revision",
                           PV_STR_FMT(revisions[i]));
        PV_TRY(pv_str_z(mem, revisions[i], &args[n++], err));
    }
    args[n++] = "--";
    return pv_git_ask(mem, &(struct pv_git){.folder = ".", .args = args}, answer, err);
}

struct pv_result pv_history_list(struct pv_arena *mem, const struct pv_str *revisions,
                                 size_t n_revisions, struct pv_history *out, struct pv_err *err)
{
    PV_DEFER(pv_buf_clear) struct pv_buf answer = {0};
    struct pv_history history = {0};
    struct pv_str root = {0};
    struct pv_str prefix = {0};
    PV_TRY(pv_git_locate(mem, ".", &root, &prefix, err));
    PV_TRY(pv_str_z(mem, root, &history.root, err));
    PV_TRY(ask_log(mem, revisions, n_revisions, &answer, err));
    PV_TRY(pv_history_read(mem, pv_buf_str(&answer), &history, err));
    if (history.texts.n > 0)
        PV_TRY(read_sizes(mem, &history, err));
    *out = history;
    return PV_SUCCESS;
}
