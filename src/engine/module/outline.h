/* SPDX-License-Identifier: Apache-2.0 */
/*
 * outline: what a file says of its place among others: its package, what it
 * imports, which names it defines for others, and which words it mentions.
 *
 * It is read off the bytes, far faster than parsing. What it takes for more than
 * there is costs time alone: whether a name means what another file defines is
 * asked again of their trees.
 */
#ifndef PV_ENGINE_MODULE_OUTLINE_H
#define PV_ENGINE_MODULE_OUTLINE_H

#include "base/vec.h"
#include "engine/lang/lang.h"
#include "engine/module/module_limits.h"

/* How files of a language find each other. All files of Ruby are of one package. */
enum pv_outline_kind {
    PV_OUTLINE_NONE,
    PV_OUTLINE_PACKAGE, /* by the package that they say they are of: Java, C#, PHP … */
    PV_OUTLINE_FOLDER,  /* by the folder that they are in: Go, C, C++ */
    PV_OUTLINE_PATH,    /* by the path that they import: Python, JavaScript, TypeScript */
};

/* One import. Of a package: its hash and the name that is taken of it. Of a path: as written. */
struct pv_outline_import {
    uint64_t package;  /* 0: none of the tree */
    uint64_t name;     /* 0: all */
    bool has_no_class; /* it is of functions alone */
    struct pv_str path;
};

struct pv_outline {
    const struct pv_lang *lang;
    enum pv_outline_kind kind;
    uint64_t group; /* hash of the package, or of the folder */
    uint64_t space; /* of C++: hash of the namespace that the file begins; 0 for none */
    PV_VEC(struct pv_outline_import) imports;
    uint64_t bases[PV_OUTLINE_BASES_MAX]; /* of a package: hashes of what its first class extends */
    uint32_t n_bases;
};

enum pv_outline_kind pv_outline_kind_of(const struct pv_lang *lang);

/* Whether values go from files of one language to files of the other. */
bool pv_outline_is_kin(const struct pv_lang *a, const struct pv_lang *b);

/*
 * Reads the head of the file `path`. Lives in `mem`, texts included. Nothing is
 * learnt of what stands behind PV_OUTLINE_HEAD_BYTES or PV_OUTLINE_IMPORTS_MAX.
 */
PV_RESULT pv_outline_read(struct pv_arena *mem, const struct pv_lang *lang, struct pv_str path,
                          struct pv_str text, struct pv_outline *out, struct pv_err *err);

/* Hashes of names; `is_type` where several files may share one, as a class of C++ does. */
struct pv_outline_name {
    uint64_t hash;
    bool is_type;
};

struct pv_outline_names {
    PV_VEC(struct pv_outline_name) list;
};

/* The names that a text defines and other files may use: classes, functions, variables. */
PV_RESULT pv_outline_defines(struct pv_arena *mem, const struct pv_lang *lang, struct pv_str text,
                             struct pv_outline_names *out, struct pv_err *err);

/* A word of a text, and where it stands. */
struct pv_outline_mention {
    struct pv_str text; /* all of it */
    size_t start;
    uint64_t hash;
};

/* Calls `see` for each word of a text that does not begin or end a string. */
void pv_outline_mentions(struct pv_str text,
                         void (*see)(void *context, const struct pv_outline_mention *mention),
                         void *context);

/* Whether a class is said to extend or implement what is mentioned, on the line that it is on. */
bool pv_outline_is_base(const struct pv_outline_mention *mention);

/* What stands before a word: `a.b` of `a.b.C`, `a\b` of `\a\b\C`; empty when there is none. */
struct pv_str pv_outline_qualifier(const struct pv_outline_mention *mention);

#endif
