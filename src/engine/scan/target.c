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

struct pv_result pv_targets_add_text(struct pv_arena *mem, struct pv_targets *targets,
                                     struct pv_str path, struct pv_str text, struct pv_err *err)
{
    struct pv_target *target = NULL;
    PV_TRY(PV_VEC_PUSH(mem, &targets->files, &target, err));
    *target = (struct pv_target){.path = path, .text = text, .has_text = true, .is_named = true};
    return PV_SUCCESS;
}
