/* SPDX-License-Identifier: Apache-2.0 */
/*
 * links: which files of a scan use names that others define.
 *
 * Only files around those where values may end, the "ends", are looked at. A
 * name that two files of a package define links nobody: which one is meant is
 * not known.
 */
#ifndef PV_ENGINE_MODULE_LINKS_H
#define PV_ENGINE_MODULE_LINKS_H

#include "engine/module/outline.h"

struct pv_links_file {
    struct pv_str path;
    const struct pv_outline *outline; /* NULL: it is linked to nothing */
    size_t bytes;
    bool is_end;
};

/* Gives the text of a file until the next call; an empty one when it can't be read. */
typedef struct pv_str pv_links_read(void *context, uint32_t file);

struct pv_links_input {
    const struct pv_links_file *files; /* by path */
    uint32_t n;
    pv_links_read *read;
    void *context;
};

enum { PV_LINKS_STEMS = 1 << 16 };

struct pv_links_list {
    PV_VEC(uint32_t) list; /* in order, each once */
};

/* Hashes of names, each once; of at most PV_LINKS_OF_FILE_MAX. */
struct pv_links_names {
    PV_VEC(uint64_t) list;
};

/* By number of the file; immutable once built. */
struct pv_links {
    const struct pv_links_file *files;
    struct pv_links_list *uses;
    struct pv_links_list *users;
    struct pv_links_names *names; /* by which the file uses others, of the same package or folder */
    uint64_t *stems; /* set of hashes, PV_LINKS_STEMS of them: what files and folders are called */
    uint32_t n;
};

/* Lives in `mem`, and so do the files. */
PV_RESULT pv_links_build(struct pv_arena *mem, const struct pv_links_input *input,
                         struct pv_links *out, struct pv_err *err);

/* The file that `path`, as `file` imports it, names; UINT32_MAX when it is none of the scan. */
uint32_t pv_links_resolve(const struct pv_links *links, uint32_t file, struct pv_str path);

/* One file that values of another are followed into. */
struct pv_links_member {
    uint32_t file;
    bool is_user; /* it calls the other, if through a third; else it is only called */
};

/* Why values are not followed into all files around one. */
enum pv_links_cut {
    PV_LINKS_WHOLE,     /* they are */
    PV_LINKS_CUT_FILES, /* PV_LINKS_UNIT_FILES_MAX */
    PV_LINKS_CUT_BYTES, /* PV_LINKS_UNIT_BYTES_MAX */
    PV_LINKS_CUT_SCAN,  /* what all files of a scan may take */
};

struct pv_links_unit {
    PV_VEC(struct pv_links_member) list; /* the nearest first */
    enum pv_links_cut cut;               /* the first limit that was met */
    struct pv_links_list left;           /* who was left out for it, the nearest first */
};

/* Notes that a file is left out; of at most PV_LINKS_OF_FILE_MAX. */
PV_RESULT pv_links_leave_out(struct pv_arena *mem, struct pv_links_unit *unit, uint32_t file,
                             enum pv_links_cut cut, struct pv_err *err);

/* The files around `file`, within PV_LINKS_HOPS_MAX; not itself. */
PV_RESULT pv_links_around(struct pv_arena *mem, const struct pv_links *links, uint32_t file,
                          struct pv_links_unit *out, struct pv_err *err);

#endif
