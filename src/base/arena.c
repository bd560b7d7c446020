/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include "base/alloc.h"
#include "base/assert.h"
#include "base/num.h"

#include <stdalign.h>
#include <string.h>

enum { FIRST_BLOCK = 16 << 10, BLOCK_MAX = 4 << 20 };

struct pv_arena_block {
    struct pv_arena_block *older;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char bytes[];
};

static size_t limit_of(const struct pv_arena *mem)
{
    return mem->limit_bytes ? mem->limit_bytes : (size_t)PV_ARENA_LIMIT_DEFAULT;
}

/* Blocks double up to BLOCK_MAX, so that a small file costs little and a large one few calls. */
static PV_RESULT add_block(struct pv_arena *mem, size_t need, struct pv_err *err)
{
    size_t size = mem->newest ? pv_min(mem->newest->size * 2, BLOCK_MAX) : FIRST_BLOCK;
    size_t whole = 0;
    size = pv_max(size, need);
    if (!pv_add(sizeof(struct pv_arena_block), size, &whole))
        return pv_fail(err, PV_LIMIT, 0, "an object of %zu bytes is too large", need);
    struct pv_arena_block *block = pv_alloc(whole);
    if (!block)
        return pv_fail(err, PV_NO_MEMORY, 0, "out of memory for %zu bytes", whole);
    block->size = size;
    block->older = mem->newest;
    mem->newest = block;
    return PV_SUCCESS;
}

struct pv_result pv_arena_take(struct pv_arena *mem, size_t size, void **out, struct pv_err *err)
{
    const size_t mask = alignof(max_align_t) - 1;
    size_t padded = 0;
    size_t total = 0;
    if (!pv_add(size, mask, &padded) || !pv_add(mem->used_bytes, padded & ~mask, &total) ||
        total > limit_of(mem))
        return pv_fail(err, PV_LIMIT, 0, "memory limit of %zu bytes reached", limit_of(mem));
    padded &= ~mask;
    if (!mem->newest || mem->newest->size - mem->newest->used < padded)
        PV_TRY(add_block(mem, padded, err));

    struct pv_arena_block *block = mem->newest;
    pv_assert(block);
    *out = block->bytes + block->used;
    block->used += padded;
    mem->used_bytes = total;
    return PV_SUCCESS;
}

struct pv_result pv_arena_take_array(struct pv_arena *mem, size_t count, size_t size, void **out,
                                     struct pv_err *err)
{
    size_t whole = 0;
    if (!pv_mul(count, size, &whole))
        return pv_fail(err, PV_LIMIT, 0, "%zu objects of %zu bytes are too many", count, size);
    return pv_arena_take(mem, whole, out, err);
}

struct pv_arena_mark pv_arena_mark(const struct pv_arena *mem)
{
    struct pv_arena_mark mark = {.block = mem->newest, .used_bytes = mem->used_bytes};
    if (mem->newest)
        mark.block_used = mem->newest->used;
    return mark;
}

/* What is handed out is zero, so what is given back is made zero again. */
static void empty_from(struct pv_arena_block *block, size_t used)
{
    memset(block->bytes + used, 0, block->used - used);
    block->used = used;
}

void pv_arena_rewind(struct pv_arena *mem, struct pv_arena_mark mark)
{
    while (mem->newest != mark.block) {
        struct pv_arena_block *block = mem->newest;
        mem->newest = block->older;
        pv_release(block);
    }
    if (mem->newest)
        empty_from(mem->newest, mark.block_used);
    mem->used_bytes = mark.used_bytes;
}

void pv_arena_reset(struct pv_arena *mem)
{
    struct pv_arena_block *kept = mem->newest;
    if (!kept)
        return;
    /* One huge object must not be kept for ever by a thread that goes on with small files. */
    if (kept->size > BLOCK_MAX) {
        pv_arena_clear(mem);
        return;
    }
    mem->newest = kept->older;
    kept->older = NULL;
    while (mem->newest) {
        struct pv_arena_block *block = mem->newest;
        mem->newest = block->older;
        pv_release(block);
    }
    empty_from(kept, 0);
    mem->newest = kept;
    mem->used_bytes = 0;
}

void pv_arena_clear(struct pv_arena *mem)
{
    while (mem->newest) {
        struct pv_arena_block *block = mem->newest;
        mem->newest = block->older;
        pv_release(block);
    }
    mem->used_bytes = 0;
}
