/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/target.h"

struct pv_str pv_skip_meaning(enum pv_skip skip)
{
    switch (skip) {
    case PV_SKIP_NONE:
    case PV_SKIP_COUNT: break;
#define X(name, meaning)                                                                           \
    case name:                                                                                     \
        return PV_STR(meaning);
#include "engine/scan/skip.def"
#undef X
    }
    return PV_STR("");
}

struct pv_str pv_target_remark(struct pv_str path, struct pv_str text)
{
    struct pv_str rest = pv_str_sub(text, path.n, text.n);

    if (!pv_str_has_prefix(text, path) || !pv_str_has_prefix(rest, PV_STR(": ")))
        return text;
    return pv_str_sub(rest, 2, rest.n);
}

static bool is_in(const struct pv_lang *const *langs, size_t n, const struct pv_lang *lang)
{
    for (size_t i = 0; i < n; i++)
        if (langs[i] == lang)
            return true;
    return false;
}

struct pv_result pv_targets_langs(struct pv_arena *mem, const struct pv_targets *targets,
                                  const struct pv_lang *const **out, size_t *n_out,
                                  struct pv_err *err)
{
    const struct pv_lang **langs = NULL;
    size_t n_all = 0;
    size_t n = 0;
    while (pv_lang_at(n_all))
        n_all++;
    PV_TRY(PV_NEW_ARRAY(mem, n_all + 1, &langs, err));
    for (size_t i = 0; i < targets->files.n && n < n_all; i++) {
        const struct pv_lang *lang = pv_lang_of_path(targets->files.p[i].path);
        if (lang && !is_in(langs, n, lang))
            langs[n++] = lang;
    }
    *out = langs;
    *n_out = n;
    return PV_SUCCESS;
}

struct pv_result pv_targets_add_text(struct pv_arena *mem, struct pv_targets *targets,
                                     struct pv_str path, struct pv_str text, struct pv_err *err)
{
    struct pv_target *target = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &targets->files, &target, err));
    *target = (struct pv_target){.path = path, .text = text, .has_text = true, .is_named = true};
    return PV_SUCCESS;
}
