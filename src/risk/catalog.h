/* SPDX-License-Identifier: Apache-2.0 */
/*
 * catalog: which service a source file belongs to, and what is known of it.
 *
 * The nearest Component at or above the file counts, up to the root of its repository.
 * catalog-info.yaml says what it is; pave.yaml beside it may say more, or stand alone;
 * pave.observed.yaml is what a look at the running system has shown. Systems, Domains and
 * APIs are looked for above the file, then below the topmost folder that has a catalog
 * file. Each file is read once.
 */
#ifndef PV_RISK_CATALOG_H
#define PV_RISK_CATALOG_H

#include "base/arena.h"
#include "base/map.h"
#include "base/vec.h"
#include "risk/service.h"

enum pv_catalog_matter {
    PV_MATTER_BROKEN,   /* the file can't be used; findings below it are without context */
    PV_MATTER_CONFLICT, /* places disagree; the fact is all that they say */
    PV_MATTER_EXPIRED,  /* nobody has looked at it for too long; the fact is anything */
    PV_MATTER_AHEAD,    /* it was reviewed on a day to come */
};

struct pv_catalog_problem {
    enum pv_catalog_matter matter;
    struct pv_str file;
    uint32_t line; /* 0: in `text` */
    struct pv_str text;
};

/* All entries of one place: a repository, or what stands for one. */
struct pv_catalog_place {
    struct pv_str folder; /* the topmost with a catalog file */
    struct pv_entities entities;
    bool is_searched; /* all files below the folder have been read */
};

struct pv_catalog {
    struct pv_arena mem;
    int64_t now;           /* facts age up to here; 0: they don't age */
    struct pv_map folders; /* path of a folder: 1 + its service, 0 for none */
    struct pv_map files;   /* catalog files that were read, or that are not there */
    struct pv_map known;   /* file and name of a Component: its service */
    PV_VEC(struct pv_catalog_place *) places;
    PV_VEC(struct pv_service) services;
    PV_VEC(struct pv_catalog_problem) problems;
};

void pv_catalog_clear(struct pv_catalog *catalog);

/*
 * The service of the file at `path`, NULL when no catalog says. It lives until the next
 * one is found. Broken catalog files become problems. PV_NO_MEMORY, PV_LIMIT.
 */
PV_RESULT pv_catalog_find(struct pv_catalog *catalog, struct pv_str path,
                          const struct pv_service **out, struct pv_err *err);

/* "context.conflict" …; static. */
struct pv_str pv_catalog_matter_text(enum pv_catalog_matter matter);

#endif
