/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/changes.h"

#include "base/reader.h"
#include "engine/scan/git.h"
#include "engine/scan/walk.h"

/* The answer's head for one object: "NAME blob SIZE". */
static PV_RESULT read_size(struct pv_str head, size_t *out, struct pv_err *err)
{
    struct pv_str field = {0};
    struct pv_str kind = {0};
    uint32_t size = 0;
    (void)pv_str_split(&head, ' ', &field);
    (void)pv_str_split(&head, ' ', &kind);
    struct pv_reader in = {.text = head, .err = err};
    if (!pv_str_eq(kind, PV_STR("blob")))
        return pv_fail(err, PV_SYNTAX, 0, "git gave no staged text for %.*s", PV_STR_FMT(field));
    PV_TRY(pv_reader_u32(&in, INT32_MAX, &size));
    *out = size;
    return PV_SUCCESS;
}

/* What a walk would leave out is left out here too. */
static PV_RESULT add_text(struct pv_arena *mem, struct pv_targets *targets, struct pv_str path,
                          struct pv_str text, struct pv_err *err)
{
    bool is_out = false;
    struct pv_left_out *slot = NULL;
    PV_TRY(pv_walk_leaves_out(mem, path, &is_out, err));
    if (!is_out)
        return pv_targets_add_text(mem, targets, path, text, err);
    PV_TRY(PV_VEC_PUSH(mem, &targets->left_out, &slot, err));
    *slot = (struct pv_left_out){path, PV_SKIP_IGNORED};
    return PV_SUCCESS;
}

/* The objects come one after the other, each with its head and a line end behind it. */
static PV_RESULT read_texts(struct pv_arena *mem, const struct pv_changes *changes,
                            struct pv_str rest, struct pv_targets *targets, struct pv_err *err)
{
    PV_VEC_EACH (const struct pv_changed_file, file, &changes->files) {
        struct pv_str head = {0};
        size_t size = 0;
        if (!pv_str_split(&rest, '\n', &head))
            return pv_fail(err, PV_SYNTAX, 0, "git stopped before the last staged file");
        PV_TRY(read_size(head, &size, err));
        if (size >= rest.n)
            return pv_fail(err, PV_SYNTAX, 0, "git stopped within a staged file");
        PV_TRY(add_text(mem, targets, file->path, pv_str_sub(rest, 0, size), err));
        rest = pv_str_sub(rest, size + 1, rest.n);
    }
    return PV_SUCCESS;
}

struct pv_result pv_changes_load_staged(struct pv_arena *mem, const struct pv_changes *changes,
                                        struct pv_targets *targets, struct pv_err *err)
{
    static const char *const args[] = {"cat-file", "--batch", NULL};
    PV_DEFER(pv_buf_clear) struct pv_buf question = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf answer = {0};
    struct pv_str texts = {0};
    if (changes->files.n == 0)
        return PV_SUCCESS;
    PV_VEC_EACH (const struct pv_changed_file, file, &changes->files) {
        pv_buf_add(&question, file->blob);
        pv_buf_add_byte(&question, '\n');
    }
    PV_TRY(pv_buf_result(&question, err));
    struct pv_git git = {.folder = changes->root, .args = args, .input = pv_buf_str(&question)};
    PV_TRY(pv_git_ask(mem, &git, &answer, err));
    PV_TRY(pv_str_copy(mem, pv_buf_str(&answer), &texts, err));
    return read_texts(mem, changes, texts, targets, err);
}
