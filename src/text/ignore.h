/* SPDX-License-Identifier: Apache-2.0 */
/*
 * ignore: a file of patterns of paths to leave out, as .gitignore.
 */
#ifndef PV_TEXT_IGNORE_H
#define PV_TEXT_IGNORE_H

#include "base/arena.h"
#include "base/vec.h"
#include "text/glob.h"

struct pv_ignore_rule {
    struct pv_glob glob;
    bool is_negated; /* "!": what an earlier line left out is wanted after all */
};

struct pv_ignore {
    PV_VEC(struct pv_ignore_rule) rules;
};

enum pv_ignore_verdict {
    PV_IGNORE_SILENT, /* no line is about the path */
    PV_IGNORE_OUT,
    PV_IGNORE_IN,
};

/* Adds the lines of `text`, which must outlive `out`. PV_LIMIT past PV_IGNORE_RULES_MAX lines. */
PV_RESULT pv_ignore_read(struct pv_arena *mem, struct pv_str text, struct pv_ignore *out,
                         struct pv_err *err);

/* What the last line that fits says of `path`, which is relative to the file's folder. */
enum pv_ignore_verdict pv_ignore_judge(const struct pv_ignore *ignore, struct pv_str path,
                                       bool is_folder);

#endif
