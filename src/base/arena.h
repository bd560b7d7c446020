/* SPDX-License-Identifier: Apache-2.0 */
/*
 * arena: memory for things that live and die together, with a limit.
 *
 * A scan, a request and a file each own one. There is no free of a single
 * object; `reset` makes the arena empty and keeps its largest block, so that
 * the next file of the same thread allocates nothing.
 */
#ifndef PV_BASE_ARENA_H
#define PV_BASE_ARENA_H

#include "base/err.h"

#include <stddef.h>

struct pv_arena_block;

struct pv_arena {
    struct pv_arena_block *newest;
    size_t used_bytes;  /* handed out since the last reset, padding included */
    size_t limit_bytes; /* 0: PV_ARENA_LIMIT_DEFAULT */
};

enum { PV_ARENA_LIMIT_DEFAULT = 1 << 30 };

/* A place to come back to. */
struct pv_arena_mark {
    struct pv_arena_block *block;
    size_t block_used;
    size_t used_bytes;
};

/*
 * Gives `size` zeroed bytes aligned for any type; they live until the arena is
 * reset, cleared, or rewound past them. PV_LIMIT or PV_NO_MEMORY.
 */
PV_RESULT pv_arena_take(struct pv_arena *mem, size_t size, void **out, struct pv_err *err);

/* As pv_arena_take for `count` objects of `size` bytes; PV_LIMIT when that overflows. */
PV_RESULT pv_arena_take_array(struct pv_arena *mem, size_t count, size_t size, void **out,
                              struct pv_err *err);

struct pv_arena_mark pv_arena_mark(const struct pv_arena *mem);

/* Forgets what was taken since `mark`; later marks are void. */
void pv_arena_rewind(struct pv_arena *mem, struct pv_arena_mark mark);

void pv_arena_reset(struct pv_arena *mem);
void pv_arena_clear(struct pv_arena *mem);

/* Typed forms: PV_NEW(mem, &node, err) for one, PV_NEW_ARRAY(mem, n, &nodes, err) for many. */
#define PV_NEW(mem, out, err) pv_arena_take((mem), sizeof **(out), (void **)(out), (err))
#define PV_NEW_ARRAY(mem, count, out, err)                                                         \
    pv_arena_take_array((mem), (count), sizeof **(out), (void **)(out), (err))

#endif
