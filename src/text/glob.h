/* SPDX-License-Identifier: Apache-2.0 */
/*
 * glob: patterns of paths as .gitignore writes them.
 *
 * "*" and "?" stop at a slash, "**" between slashes does not; "[a-z]" and "[[:alpha:]]"
 * are classes, and one that is not closed matches nothing; "\" takes the next byte as it is. A
 * pattern with a slash before its end is tied to the folder that it is written for; one without
 * holds in any folder below.
 */
#ifndef PV_TEXT_GLOB_H
#define PV_TEXT_GLOB_H

#include "base/str.h"

#include <stdint.h>

/* A view: as long-lived as the text it was made of. */
struct pv_glob {
    struct pv_str pattern; /* without the slashes at its ends */
    uint64_t pairs;        /* of bytes that stand side by side in all that it matches */
    bool is_anchored;      /* matches whole paths, not any part between slashes */
    bool is_for_folders;   /* was written with a slash at its end */
};

struct pv_glob pv_glob_of(struct pv_str text);

/* Whether `path`, which is relative to the pattern's folder, is what the pattern means. */
bool pv_glob_is_match(const struct pv_glob *glob, struct pv_str path, bool is_folder);

/*
 * The pairs of bytes that stand side by side in a path, but for slashes: a bit each,
 * which some share.
 */
uint64_t pv_glob_pairs(struct pv_str path);

/* False when the pattern matches no path with these pairs, nor a folder on the way. */
static inline bool pv_glob_may_match(const struct pv_glob *glob, uint64_t pairs)
{
    return (glob->pairs & ~pairs) == 0;
}

/* Whether the file `path` or a folder on the way to it is. */
bool pv_glob_is_match_within(const struct pv_glob *glob, struct pv_str path);

#endif
