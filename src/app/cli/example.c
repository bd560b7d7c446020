/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/example.h"

#include "sys/folder.h"

/* The name of a file up to its first dot behind `stem`, which it must begin with. */
static bool has_stem(struct pv_str name, struct pv_str stem)
{
    return name.n > stem.n + 1 && pv_str_has_prefix(name, stem) && name.p[stem.n] == '.';
}

static bool is_yaml(struct pv_str name)
{
    return pv_str_has_suffix(name, PV_STR(".yaml")) || pv_str_has_suffix(name, PV_STR(".yml"));
}

/* What a fix should make of an example is no example. */
static bool is_fixed(struct pv_str name)
{
    return pv_str_find(name, PV_STR(".fixed."), 0) != SIZE_MAX ||
           pv_str_find(name, PV_STR(".fix."), 0) != SIZE_MAX;
}

static bool is_example(struct pv_examples *examples, struct pv_str name, struct pv_str stem)
{
    if (is_fixed(name))
        return false;
    /* "a.yaml" is the rule itself; in a folder, where that is "rule.yaml", YAML may be an example.
     */
    if (!examples->is_folder)
        return has_stem(name, stem) && !is_yaml(name);
    bool is_bad = has_stem(name, PV_STR("bad"));
    bool is_good = has_stem(name, PV_STR("good"));
    examples->has_bad = examples->has_bad || is_bad;
    examples->has_good = examples->has_good || is_good;
    return is_bad || is_good;
}

PV_RESULT pv_examples_find(struct pv_arena *mem, struct pv_str rule_file, struct pv_examples *out,
                           struct pv_err *err)
{
    size_t slash = pv_str_rfind_byte(rule_file, '/');
    struct pv_str before = slash == SIZE_MAX ? PV_STR("") : pv_str_sub(rule_file, 0, slash + 1);
    struct pv_str name = pv_str_sub(rule_file, before.n, rule_file.n);
    struct pv_str stem = pv_str_sub(name, 0, pv_str_rfind_byte(name, '.'));
    struct pv_folder folder = {0};
    struct pv_examples found = {.is_folder = pv_str_eq(stem, PV_STR("rule"))};

    PV_TRY(pv_folder_read(mem, before.n ? before : PV_STR("."), true, &folder, err));
    for (size_t i = 0; i < folder.entries.n; i++) {
        const struct pv_folder_entry *entry = &folder.entries.p[i];
        struct pv_str *path = NULL;
        if (entry->kind != PV_FILE_REGULAR || !is_example(&found, entry->name, stem))
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &found.paths, &path, err));
        PV_TRY(
            pv_str_format(mem, path, err, "%.*s%.*s", PV_STR_FMT(before), PV_STR_FMT(entry->name)));
    }
    *out = found;
    return PV_SUCCESS;
}
