/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads or parses every source file under a folder, and does nothing with it:
 * what a scan is measured against.
 *
 *     bench_parse read|grammar|tree THREADS PATH
 *
 * read: the bytes alone. grammar: tree-sitter alone. tree: tree-sitter, and Pave's
 * tree made from it.
 */
#include "base/assert.h"
#include "base/buf.h"
#include "engine/lang/lang.h"
#include "engine/scan/walk.h"
#include "sys/file.h"
#include "sys/thread.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

enum { FILE_BYTES_MAX = 1000000, THREADS_MAX = 64 };

const TSLanguage *tree_sitter_java(void);
const TSLanguage *tree_sitter_python(void);

struct bench {
    struct pv_targets targets;
    struct pv_thread_queue queue;
    const char *mode;
    atomic_size_t files;
    atomic_size_t bytes;
    atomic_size_t nodes; /* of Pave's trees */
};

static const TSLanguage *grammar_of(const struct pv_lang *lang)
{
    if (pv_str_eq(pv_lang_name(lang), PV_STR("java")))
        return tree_sitter_java();
    return pv_str_eq(pv_lang_name(lang), PV_STR("python")) ? tree_sitter_python() : NULL;
}

static void parse_by_grammar(const struct pv_lang *lang, struct pv_str text)
{
    const TSLanguage *grammar = grammar_of(lang);
    if (!grammar)
        return;
    TSParser *parser = ts_parser_new();
    pv_assert(ts_parser_set_language(parser, grammar));
    ts_tree_delete(ts_parser_parse_string(parser, NULL, text.p, (uint32_t)text.n));
    ts_parser_delete(parser);
}

/* One thread's own things, kept from file to file. */
struct worker {
    struct pv_buf bytes;
    struct pv_arena mem;
    struct pv_parse_memory *parsing;
};

static void clear_worker(struct worker *worker)
{
    pv_buf_clear(&worker->bytes);
    pv_arena_clear(&worker->mem);
    pv_parse_memory_free(worker->parsing);
}

static void take_file(struct bench *bench, const struct pv_target *target, struct worker *worker)
{
    struct pv_buf *bytes = &worker->bytes;
    struct pv_parse_options options = {.memory = worker->parsing};
    const struct pv_lang *lang = pv_lang_of_path(target->path);
    struct pv_tree tree = {0};
    if (!lang || !pv_is_ok(pv_file_read(target->path, FILE_BYTES_MAX, bytes, NULL)))
        return;
    if (strcmp(bench->mode, "grammar") == 0)
        parse_by_grammar(lang, pv_buf_str(bytes));
    else if (strcmp(bench->mode, "tree") == 0)
        pv_ignore(pv_lang_parse(&worker->mem, lang, pv_buf_str(bytes), &options, &tree, NULL));
    pv_arena_reset(&worker->mem);
    atomic_fetch_add(&bench->nodes, tree.nodes.n);
    atomic_fetch_add(&bench->files, 1);
    atomic_fetch_add(&bench->bytes, bytes->n);
}

static void work(void *context, unsigned index)
{
    struct bench *bench = context;
    PV_DEFER(clear_worker) struct worker worker = {.parsing = pv_parse_memory_new()};
    size_t at = 0;
    (void)index;
    while (pv_thread_queue_take(&bench->queue, &at))
        take_file(bench, &bench->targets.files.p[at], &worker);
}

int main(int argc, char **argv)
{
    static struct bench bench;
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_err err = {0};
    if (argc != 4) {
        fprintf(stderr, "usage: bench_parse read|grammar|tree THREADS PATH\n");
        return 2;
    }
    struct pv_str path = pv_str_of(argv[3]);
    unsigned long threads = strtoul(argv[2], NULL, 10);
    bench.mode = argv[1];
    if (!pv_is_ok(pv_walk(&mem, &path, 1, &(struct pv_walk_options){0}, &bench.targets, &err))) {
        fprintf(stderr, "bench_parse: %s\n", err.text);
        return 3;
    }
    bench.queue.n = bench.targets.files.n;
    pv_thread_run(threads > THREADS_MAX ? THREADS_MAX : (unsigned)threads, work, &bench);
    printf("%zu files, %zu bytes, %zu nodes\n", atomic_load(&bench.files),
           atomic_load(&bench.bytes), atomic_load(&bench.nodes));
    return 0;
}
