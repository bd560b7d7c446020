/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/changes.h"

#include "base/reader.h"

/*
 * The answer has two halves: a list of files with their paths as they are, each
 * ended by a zero byte, and after one more zero byte the lines that differ, with
 * the same files in the same order but with paths in quotes if need be. So paths
 * come from the first half, lines from the second, and no quotes are read.
 */

enum { FIELD_NEW_MODE = 1, FIELD_NEW_BLOB = 3, FIELD_STATUS = 4, FIELDS = 5 };

/* One entry of the first half, regular file or not: the halves must stay in step. */
struct section {
    size_t file; /* index in out->files; SIZE_MAX for what is not a regular file */
};

struct sections {
    PV_VEC(struct section) list;
};

static PV_RESULT bad_answer(struct pv_err *err, size_t offset)
{
    return pv_fail(err, PV_SYNTAX, offset, "git gave a difference that is not in its usual form");
}

/* ":100644 100644 OLD NEW M" */
static PV_RESULT read_entry(struct pv_arena *mem, struct pv_str head, struct pv_str path,
                            struct pv_changes *out, struct section *section, struct pv_err *err)
{
    struct pv_str fields[FIELDS] = {0};
    size_t n = 0;
    struct pv_changed_file *file = NULL;
    while (n < FIELDS && pv_str_split(&head, ' ', &fields[n]))
        n++;
    if (n < FIELDS || path.n == 0)
        return bad_answer(err, 0);
    section->file = SIZE_MAX;
    if (pv_str_eq(fields[FIELD_NEW_MODE], PV_STR("160000"))) {
        struct pv_str *submodule = NULL;
        PV_TRY(PV_VEC_PUSH(mem, &out->submodules, &submodule, err));
        return pv_str_copy(mem, path, submodule, err);
    }
    if (!pv_str_has_prefix(fields[FIELD_NEW_MODE], PV_STR("100")))
        return PV_SUCCESS;
    section->file = out->files.n;
    PV_TRY(PV_VEC_PUSH(mem, &out->files, &file, err));
    file->is_new = pv_str_eq(fields[FIELD_STATUS], PV_STR("A"));
    PV_TRY(pv_str_copy(mem, path, &file->path, err));
    return pv_str_copy(mem, fields[FIELD_NEW_BLOB], &file->blob, err);
}

static PV_RESULT read_list(struct pv_arena *mem, struct pv_str *rest, struct pv_changes *out,
                           struct sections *sections, struct pv_err *err)
{
    while (rest->n > 0 && rest->p[0] == ':') {
        struct pv_str head = {0};
        struct pv_str path = {0};
        struct section *section = NULL;
        if (!pv_str_split(rest, '\0', &head) || !pv_str_split(rest, '\0', &path))
            return bad_answer(err, 0);
        PV_TRY(PV_VEC_PUSH(mem, &sections->list, &section, err));
        PV_TRY(read_entry(mem, head, path, out, section, err));
    }
    if (rest->n > 0 && rest->p[0] == '\0')
        *rest = pv_str_sub(*rest, 1, rest->n);
    return PV_SUCCESS;
}

struct hunk {
    uint32_t old_count;
    uint32_t first;
    uint32_t count;
};

/* "12" or "12,3"; one line when no count is given. */
static PV_RESULT read_span(struct pv_reader *in, uint32_t *first, uint32_t *count)
{
    PV_TRY(pv_reader_u32(in, INT32_MAX, first));
    *count = 1;
    if (pv_reader_accept(in, ','))
        PV_TRY(pv_reader_u32(in, INT32_MAX, count));
    return PV_SUCCESS;
}

/* "@@ -1,2 +3,4 @@ …" */
static PV_RESULT read_hunk(struct pv_str line, struct hunk *out, struct pv_err *err)
{
    struct pv_reader in = {.text = line, .err = err};
    uint32_t old_first = 0;
    struct hunk hunk = {0};
    if (!pv_reader_accept_str(&in, PV_STR("@@ -")))
        return bad_answer(err, 0);
    PV_TRY(read_span(&in, &old_first, &hunk.old_count));
    if (!pv_reader_accept_str(&in, PV_STR(" +")))
        return bad_answer(err, in.at);
    PV_TRY(read_span(&in, &hunk.first, &hunk.count));
    if (!pv_reader_accept_str(&in, PV_STR(" @@")))
        return bad_answer(err, in.at);
    *out = hunk;
    return PV_SUCCESS;
}

static PV_RESULT add_lines(struct pv_arena *mem, struct pv_changed_file *file,
                           const struct hunk *hunk, struct pv_err *err)
{
    struct pv_line_range *range = NULL;
    if (hunk->count == 0)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(mem, &file->lines, &range, err));
    *range = (struct pv_line_range){hunk->first, hunk->first + hunk->count - 1};
    return PV_SUCCESS;
}

struct pv_result pv_changes_read(struct pv_arena *mem, struct pv_str answer, struct pv_changes *out,
                                 struct pv_err *err)
{
    struct sections sections = {0};
    struct pv_str rest = answer;
    struct pv_str line = {0};
    size_t next = 0;   /* section */
    uint64_t skip = 0; /* lines of code, which may look like anything */
    PV_TRY(read_list(mem, &rest, out, &sections, err));
    while (pv_str_split(&rest, '\n', &line)) {
        struct hunk hunk = {0};
        if (skip > 0) {
            skip -= !pv_str_has_prefix(line, PV_STR("\\"));
            continue;
        }
        if (pv_str_has_prefix(line, PV_STR("diff --git ")))
            next++;
        if (!pv_str_has_prefix(line, PV_STR("@@ ")))
            continue;
        if (next == 0 || next > sections.list.n)
            return bad_answer(err, 0);
        PV_TRY(read_hunk(line, &hunk, err));
        skip = (uint64_t)hunk.old_count + hunk.count;
        size_t file = sections.list.p[next - 1].file;
        if (file != SIZE_MAX)
            PV_TRY(add_lines(mem, &out->files.p[file], &hunk, err));
    }
    return PV_SUCCESS;
}
