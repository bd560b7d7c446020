/* SPDX-License-Identifier: Apache-2.0 */
/*
 * target: a file to be scanned, and a file that is left out and why.
 */
#ifndef PV_ENGINE_SCAN_TARGET_H
#define PV_ENGINE_SCAN_TARGET_H

#include "base/str.h"
#include "base/vec.h"
#include "engine/lang/lang.h"

enum pv_skip {
    PV_SKIP_NONE,
#define X(name, meaning) name,
#include "engine/scan/skip.def"
#undef X
    PV_SKIP_COUNT
};

/* The reason in words; static text, empty for PV_SKIP_NONE. */
struct pv_str pv_skip_meaning(enum pv_skip skip);

/* The commit that brought a text which is not in the work tree. */
struct pv_origin {
    struct pv_str commit;
    struct pv_str author;
    struct pv_str date; /* ISO 8601 */
    uint32_t order;     /* from the oldest */
};

struct pv_target {
    struct pv_str path; /* as the user will see it */
    struct pv_str text; /* what to scan when `has_text`: standard input, a staged file */
    const struct pv_origin *origin; /* NULL: the work tree */
    bool has_text;
    bool is_named; /* the user named this very file: ignore files do not hold for it */
};

/* What the walk left out: a file or a whole folder. */
struct pv_left_out {
    struct pv_str path;
    enum pv_skip skip;
};

/* What the walk could not look at. */
struct pv_unreadable {
    struct pv_str path;
    struct pv_str text; /* what the system said */
};

/* All sorted by path, in the memory that the walk was given. */
struct pv_targets {
    PV_VEC(struct pv_target) files;
    PV_VEC(struct pv_left_out) left_out;
    PV_VEC(struct pv_unreadable) unreadable;
};

/* What `text` says of `path`, without the "PATH: " that the system room begins with. */
struct pv_str pv_target_remark(struct pv_str path, struct pv_str text);

/* The languages of all files, each once, in `mem`. */
PV_RESULT pv_targets_langs(struct pv_arena *mem, const struct pv_targets *targets,
                           const struct pv_lang *const **out, size_t *n_out, struct pv_err *err);

/* Adds text that is not a file, under a name; the text must outlive the scan. */
PV_RESULT pv_targets_add_text(struct pv_arena *mem, struct pv_targets *targets, struct pv_str path,
                              struct pv_str text, struct pv_err *err);

#endif
