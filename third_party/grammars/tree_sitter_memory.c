/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Objects are cut from blocks, one behind the other, each behind a word that says
 * its class. A class is a size in granules for small ones and a power of two for
 * others; freed objects of a class are a list. Large ones, and all for the address
 * sanitizer, which would not see into blocks, are allocations of their own.
 */
#include "tree_sitter_memory.h"

#include "tree_sitter_rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { LARGE_MIN = 0 };
#define HAS_LARGE_MIN
#endif
#elif defined(__SANITIZE_ADDRESS__)
enum { LARGE_MIN = 0 };
#define HAS_LARGE_MIN
#endif
#ifndef HAS_LARGE_MIN
enum { LARGE_MIN = 32 << 10 };
#endif

static void *need(void *got, size_t size)
{
    if (!got && size > 0) {
        (void)fprintf(stderr, "out of memory for %zu bytes of a parser\n", size);
        abort();
    }
    return got;
}

enum {
    GRANULE = 16,
    HEADER = 8,         /* before each object, which is then aligned to a granule */
    SMALL_CLASSES = 64, /* up to a KiB, header included */
    CLASSES = SMALL_CLASSES + 64,
    LARGE_CLASS = CLASSES,
    BLOCK_MIN = 64 << 10,
    BLOCK_MAX = 1 << 20,
    KEPT_BYTES = 8 << 20 /* kept for the next text */
};

struct block {
    struct block *older;
    size_t size;
    _Alignas(GRANULE) unsigned char bytes[];
};

/* `class` is the word before the object, as it is of others. */
struct large {
    struct large *older;
    struct large *newer;
    size_t size;
    size_t class;
    _Alignas(GRANULE) unsigned char bytes[];
};

_Static_assert(offsetof(struct large, bytes) == offsetof(struct large, class) + HEADER,
               "the class is right before the object");

struct freed {
    struct freed *next;
};

struct pv_grammar_memory {
    struct block *newest;
    struct block *spare; /* empty ones */
    unsigned char *at;   /* free bytes of the newest block */
    unsigned char *end;
    struct freed *freed[CLASSES];
    struct large *large; /* the newest */
    struct pv_grammar_rows rows;
};

static size_t class_of(size_t whole)
{
    size_t granules = (whole + GRANULE - 1) / GRANULE;
    if (granules < SMALL_CLASSES)
        return granules;
    return SMALL_CLASSES + 63 - (size_t)__builtin_clzll((unsigned long long)(whole - 1));
}

/* Bytes of an object of the class, header included. */
static size_t size_of_class(size_t class)
{
    return class < SMALL_CLASSES ? class * GRANULE : (size_t)2 << (class - SMALL_CLASSES);
}

static size_t *header_of(void *object)
{
    return (size_t *)(void *)((unsigned char *)object - HEADER);
}

static void add_block(struct pv_grammar_memory *memory, size_t size)
{
    struct block **at = &memory->spare;
    while (*at && (*at)->size < size)
        at = &(*at)->older;
    struct block *block = *at;
    if (block) {
        *at = block->older;
    } else {
        size_t next = memory->newest ? memory->newest->size * 2 : BLOCK_MIN;
        next = next > BLOCK_MAX ? BLOCK_MAX : next;
        size = size > next ? size : next;
        block = need(malloc(sizeof *block + size), size);
        block->size = size;
    }
    block->older = memory->newest;
    memory->newest = block;
    memory->at = block->bytes + (GRANULE - HEADER); /* objects, not headers, are aligned */
    memory->end = block->bytes + block->size;
}

static void *cut(struct pv_grammar_memory *memory, size_t class)
{
    size_t size = size_of_class(class);
    if ((size_t)(memory->end - memory->at) < size)
        add_block(memory, size + GRANULE);
    unsigned char *object = memory->at + HEADER;
    memory->at += size;
    *header_of(object) = class;
    return object;
}

static struct large *large_of(void *object)
{
    return (struct large *)(void *)((unsigned char *)object - offsetof(struct large, bytes));
}

static void *take_large(struct pv_grammar_memory *memory, size_t size)
{
    struct large *large = need(malloc(sizeof *large + size), size);
    *large = (struct large){.older = memory->large, .size = size, .class = LARGE_CLASS};
    if (memory->large)
        memory->large->newer = large;
    memory->large = large;
    return large->bytes;
}

static void give_back_large(struct pv_grammar_memory *memory, struct large *large)
{
    if (large->older)
        large->older->newer = large->newer;
    if (large->newer)
        large->newer->older = large->older;
    else
        memory->large = large->older;
    free(large);
}

static void *take(struct pv_grammar_memory *memory, size_t size)
{
    if (size >= LARGE_MIN)
        return take_large(memory, size);
    size_t class = class_of(size + HEADER);
    struct freed *freed = memory->freed[class];
    if (!freed)
        return cut(memory, class);
    memory->freed[class] = freed->next;
    return freed;
}

static size_t room_of(void *object)
{
    size_t class = *header_of(object);
    return class == LARGE_CLASS ? large_of(object)->size : size_of_class(class) - HEADER;
}

static void give_back(struct pv_grammar_memory *memory, void *object)
{
    struct freed *freed = object;
    size_t class = *header_of(object);
    if (class == LARGE_CLASS) {
        give_back_large(memory, large_of(object));
        return;
    }
    freed->next = memory->freed[class];
    memory->freed[class] = freed;
}

/* Adds the blocks of `list` to the spare ones, as far as `*room` goes. */
static void spare(struct pv_grammar_memory *memory, struct block *list, size_t *room)
{
    while (list) {
        struct block *block = list;
        list = block->older;
        if (block->size > *room) {
            free(block);
            continue;
        }
        *room -= block->size;
        block->older = memory->spare;
        memory->spare = block;
    }
}

static void empty(struct pv_grammar_memory *memory, size_t room)
{
    while (memory->large)
        give_back_large(memory, memory->large);
    struct pv_grammar_memory old = *memory;
    *memory = (struct pv_grammar_memory){.rows = old.rows};
    spare(memory, old.newest, &room);
    spare(memory, old.spare, &room);
}

static _Thread_local struct pv_grammar_memory *used;

void *pv_grammar_malloc(size_t size)
{
    if (!used)
        return need(malloc(size), size);
    return size > SIZE_MAX / 4 ? need(NULL, size) : take(used, size);
}

void *pv_grammar_calloc(size_t count, size_t size)
{
    if (!used)
        return need(calloc(count, size), count && size);
    if (size > 0 && count > SIZE_MAX / size)
        return need(NULL, SIZE_MAX);
    return memset(pv_grammar_malloc(count * size), 0, count * size);
}

void pv_grammar_release(void *object)
{
    if (!used)
        free(object);
    else if (object)
        give_back(used, object);
}

void *pv_grammar_realloc(void *object, size_t size)
{
    if (!used)
        return need(realloc(object, size), size);
    size_t room = object ? room_of(object) : 0;
    if (object && size <= room)
        return object;
    void *larger = pv_grammar_malloc(size);
    if (object)
        memcpy(larger, object, room);
    pv_grammar_release(object);
    return larger;
}

struct pv_grammar_memory *pv_grammar_memory_new(void)
{
    return calloc(1, sizeof(struct pv_grammar_memory));
}

void pv_grammar_memory_free(struct pv_grammar_memory *memory)
{
    if (memory) {
        empty(memory, 0);
        pv_grammar_rows_clear(&memory->rows);
    }
    free(memory);
}

void pv_grammar_memory_begin(struct pv_grammar_memory *memory)
{
    if (used)
        abort(); /* two texts would share what goes with one of them */
    used = memory;
    pv_grammar_rows = &memory->rows;
}

bool pv_grammar_memory_is_used(void)
{
    return used != NULL;
}

void pv_grammar_memory_end(void)
{
    if (used)
        empty(used, KEPT_BYTES);
    used = NULL;
    pv_grammar_rows = NULL;
}
