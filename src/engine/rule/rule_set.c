/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/rule/rule.h"

#include "engine/rule/rule_limits.h"
#include "sys/file.h"
#include "sys/folder.h"

struct pv_str pv_rule_class(const struct pv_rule *rule)
{
    const struct pv_doc *pave = pv_doc_get(rule->metadata, PV_STR("pave"));
    const struct pv_doc *class = pv_doc_get(pave, PV_STR("class"));
    return class ? class->text : (struct pv_str){0};
}

void pv_rule_set_clear(struct pv_rule_set *set)
{
    for (size_t i = 0; i < set->formulas.n; i++)
        pv_formula_clear(set->formulas.p[i]);
    pv_arena_clear(&set->mem);
    *set = (struct pv_rule_set){0};
}

static bool is_rule_file(struct pv_str name)
{
    return pv_str_has_suffix(name, PV_STR(".yaml")) || pv_str_has_suffix(name, PV_STR(".yml")) ||
           pv_str_has_suffix(name, PV_STR(".json"));
}

static PV_RESULT add_source(struct pv_arena *mem, struct pv_rule_sources *out,
                            struct pv_rule_source source, struct pv_err *err)
{
    struct pv_rule_source *slot = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, err));
    *slot = source;
    return PV_SUCCESS;
}

static PV_RESULT gather_file(struct pv_arena *mem, struct pv_str path, struct pv_rule_sources *out,
                             struct pv_err *err)
{
    struct pv_str text = {0};
    PV_TRY(pv_file_read_text(mem, path, PV_RULE_FILE_BYTES_MAX, &text, err));
    return add_source(mem, out, (struct pv_rule_source){path, text}, err);
}

/* Whether a text says of itself that it holds rules, however broken the rest of it may be. */
static bool is_rule_text(struct pv_str text)
{
    struct pv_str key = PV_STR("\"rules\"");
    size_t at = pv_str_find(text, key, 0);
    if (pv_str_has_prefix(text, PV_STR("rules:")) ||
        pv_str_has_prefix(text, PV_STR("entry-points:")) ||
        pv_str_find(text, PV_STR("\nrules:"), 0) != SIZE_MAX ||
        pv_str_find(text, PV_STR("\nentry-points:"), 0) != SIZE_MAX)
        return true;
    if (at == SIZE_MAX)
        return false;
    /* In JSON other tools have "rules", too, but not as a list. */
    struct pv_str rest = pv_str_trim(pv_str_sub(text, at + key.n, text.n));
    return pv_str_has_prefix(rest, PV_STR(":")) &&
           pv_str_has_prefix(pv_str_trim(pv_str_sub(rest, 1, rest.n)), PV_STR("["));
}

/* A file that was found and not named: YAML and JSON are about anything, and most is not ours. */
static PV_RESULT gather_found(struct pv_arena *mem, struct pv_str path, struct pv_rule_sources *out,
                              struct pv_err *err)
{
    struct pv_str text = {0};
    struct pv_arena_mark mark = pv_arena_mark(mem);
    struct pv_result result = pv_file_read_text(mem, path, PV_RULE_FILE_BYTES_MAX, &text, err);
    if (result.code == PV_LIMIT)
        return PV_SUCCESS;
    PV_TRY(result);
    if (is_rule_text(text))
        return add_source(mem, out, (struct pv_rule_source){path, text}, err);
    pv_arena_rewind(mem, mark);
    return PV_SUCCESS;
}

static PV_RESULT path_in(struct pv_arena *mem, struct pv_str folder, struct pv_str name,
                         struct pv_str *out, struct pv_err *err)
{
    bool is_here = pv_str_eq(folder, PV_STR("."));
    return pv_str_format(mem, out, err, "%.*s%s%.*s", PV_STR_FMT(is_here ? PV_STR("") : folder),
                         is_here ? "" : "/", PV_STR_FMT(name));
}

struct queue {
    PV_VEC(struct pv_str) folders;
};

/* Takes the rule files of one folder, and puts its folders in the queue. */
static PV_RESULT gather_folder(struct pv_arena *mem, struct pv_str path, struct queue *queue,
                               struct pv_rule_sources *out, struct pv_err *err)
{
    struct pv_folder folder = {0};
    PV_TRY(pv_folder_read(mem, path, true, &folder, err));
    for (size_t i = 0; i < folder.entries.n; i++) {
        const struct pv_folder_entry *entry = &folder.entries.p[i];
        struct pv_str *slot = NULL;
        struct pv_str full = {0};
        if (entry->name.p[0] == '.')
            continue;
        PV_TRY(path_in(mem, path, entry->name, &full, err));
        if (entry->kind == PV_FILE_REGULAR && is_rule_file(entry->name)) {
            PV_TRY(gather_found(mem, full, out, err));
        } else if (entry->kind == PV_FILE_FOLDER) {
            if (queue->folders.n >= PV_RULE_FOLDERS_MAX)
                return pv_fail(err, PV_LIMIT, 0, "%.*s: more than %d folders", PV_STR_FMT(path),
                               PV_RULE_FOLDERS_MAX);
            PV_TRY(PV_VEC_PUSH(mem, &queue->folders, &slot, err));
            *slot = full;
        }
    }
    return PV_SUCCESS;
}

struct pv_result pv_rule_sources_gather(struct pv_arena *mem, struct pv_str path,
                                        struct pv_rule_sources *out, struct pv_err *err)
{
    struct pv_file_info info = {0};
    struct queue queue = {0};
    PV_TRY(pv_file_look(path, &info, err));
    if (info.kind != PV_FILE_FOLDER)
        return gather_file(mem, path, out, err);
    while (path.n > 1 && path.p[path.n - 1] == '/')
        path.n--;
    PV_TRY(gather_folder(mem, path, &queue, out, err));
    for (size_t i = 0; i < queue.folders.n; i++)
        PV_TRY(gather_folder(mem, queue.folders.p[i], &queue, out, err));
    return PV_SUCCESS;
}

struct pv_result pv_rule_set_load(struct pv_rule_set *set, struct pv_str path, struct pv_err *err)
{
    struct pv_rule_sources sources = {0};
    PV_TRY(pv_rule_sources_gather(&set->mem, path, &sources, err));
    PV_VEC_EACH (const struct pv_rule_source, source, &sources.list)
        PV_TRY(pv_rule_set_read(set, source->path, source->text, err));
    return PV_SUCCESS;
}
