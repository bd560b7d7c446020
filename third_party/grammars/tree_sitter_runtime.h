/* SPDX-License-Identifier: Apache-2.0 */
/*
 * tree_sitter_runtime: how the runtime takes memory and counts references, put
 * before its own sources. Trees never go from thread to thread here, so counts
 * need not be atomic; its macros say where memory comes from.
 */
#ifndef PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_RUNTIME_H
#define PV_THIRD_PARTY_GRAMMARS_TREE_SITTER_RUNTIME_H

#include <stddef.h>
#include <stdint.h>

#define TREE_SITTER_ATOMIC_H_ /* stands in for atomic.h */

static inline size_t atomic_load(const volatile size_t *p)
{
    return *p;
}

static inline uint32_t atomic_inc(volatile uint32_t *p)
{
    return ++*p;
}

static inline uint32_t atomic_dec(volatile uint32_t *p)
{
    return --*p;
}

/* As malloc, calloc, realloc and free; memory that runs out ends the program, as in the runtime. */
void *pv_grammar_malloc(size_t size);
void *pv_grammar_calloc(size_t count, size_t size);
void *pv_grammar_realloc(void *object, size_t size);
void pv_grammar_release(void *object);

#define ts_malloc pv_grammar_malloc
#define ts_calloc pv_grammar_calloc
#define ts_realloc pv_grammar_realloc
#define ts_free pv_grammar_release

#endif
