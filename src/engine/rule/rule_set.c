/* SPDX-License-Identifier: Apache-2.0 */
#include "base/embedded.h"
#include "engine/rule/rule.h"
#include "engine/rule/rule_limits.h"
#include "sys/file.h"
#include "sys/folder.h"

/* Made at build time from rules/. */
extern const struct pv_embedded pv_shipped_rules[];

void pv_rule_set_clear(struct pv_rule_set *set)
{
    for (size_t i = 0; i < set->formulas.n; i++)
        pv_formula_clear(set->formulas.p[i]);
    pv_arena_clear(&set->mem);
    *set = (struct pv_rule_set){0};
}

struct pv_result pv_rule_set_read_shipped(struct pv_rule_set *set, struct pv_err *err)
{
    for (const struct pv_embedded *file = pv_shipped_rules; file->path.p; file++)
        PV_TRY(pv_rule_set_read(set, file->path, file->text, err));
    return PV_SUCCESS;
}

static bool is_rule_file(struct pv_str name)
{
    return pv_str_has_suffix(name, PV_STR(".yaml")) || pv_str_has_suffix(name, PV_STR(".yml")) ||
           pv_str_has_suffix(name, PV_STR(".json"));
}

static PV_RESULT load_file(struct pv_rule_set *set, struct pv_str path, struct pv_err *err)
{
    struct pv_str text = {0};
    PV_TRY(pv_file_read_text(&set->mem, path, PV_RULE_FILE_BYTES_MAX, &text, err));
    return pv_rule_set_read(set, path, text, err);
}

struct queue {
    PV_VEC(struct pv_str) folders;
};

/* Takes the rule files of one folder, and puts its folders in the queue. */
static PV_RESULT load_folder(struct pv_rule_set *set, struct pv_str path, struct queue *queue,
                             struct pv_err *err)
{
    struct pv_folder folder = {0};
    PV_TRY(pv_folder_read(&set->mem, path, true, &folder, err));
    for (size_t i = 0; i < folder.entries.n; i++) {
        const struct pv_folder_entry *entry = &folder.entries.p[i];
        struct pv_str *slot = NULL;
        struct pv_str full = {0};
        if (entry->name.p[0] == '.')
            continue;
        PV_TRY(pv_str_format(&set->mem, &full, err, "%.*s/%.*s", PV_STR_FMT(path),
                             PV_STR_FMT(entry->name)));
        if (entry->kind == PV_FILE_REGULAR && is_rule_file(entry->name)) {
            PV_TRY(load_file(set, full, err));
        } else if (entry->kind == PV_FILE_FOLDER) {
            if (queue->folders.n >= PV_RULE_FOLDERS_MAX)
                return pv_fail(err, PV_LIMIT, 0, "%.*s: more than %d folders", PV_STR_FMT(path),
                               PV_RULE_FOLDERS_MAX);
            PV_TRY(PV_VEC_PUSH(&set->mem, &queue->folders, &slot, err));
            *slot = full;
        }
    }
    return PV_SUCCESS;
}

struct pv_result pv_rule_set_load(struct pv_rule_set *set, struct pv_str path, struct pv_err *err)
{
    struct pv_file_info info = {0};
    struct queue queue = {0};
    PV_TRY(pv_file_look(path, &info, err));
    if (info.kind != PV_FILE_FOLDER)
        return load_file(set, path, err);
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    PV_TRY(load_folder(set, path, &queue, err));
    for (size_t i = 0; i < queue.folders.n; i++)
        PV_TRY(load_folder(set, queue.folders.p[i], &queue, err));
    return PV_SUCCESS;
}
