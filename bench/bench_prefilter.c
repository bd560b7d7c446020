/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The first pass over the bytes of a tree, which lie in memory: processor time of
 * each of its parts, for one thread, with the shipped rules.
 *
 *     bench_prefilter PATH [TIMES]
 */
#include "base/assert.h"
#include "base/num.h"
#include "engine/lang/lang.h"
#include "engine/scan/candidates.h"
#include "engine/scan/sniff.h"
#include "engine/scan/walk.h"
#include "sys/file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { FILE_BYTES_MAX = 1000000, TIMES = 5, NS_PER_S = 1000000000, KB = 1024 };

struct text {
    struct pv_target target;
    struct pv_str bytes;
    const struct pv_plan_lang *plan;
};

struct bench {
    struct pv_arena mem;
    struct pv_rule_set rules;
    struct pv_plan plan;
    PV_VEC(struct text) texts;
    size_t n_bytes;
    uint64_t *words;
    size_t found; /* by the part that runs */
};

static uint64_t now_ns(void)
{
    struct timespec t = {0};
    pv_assert(clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t) == 0);
    return (uint64_t)t.tv_sec * NS_PER_S + (uint64_t)t.tv_nsec;
}

static void sniff(struct bench *bench, const struct text *text)
{
    bench->found += pv_sniff_text(text->bytes) == PV_SKIP_NONE;
}

static void find_words(struct bench *bench, const struct text *text)
{
    pv_prefilter_find(&text->plan->prefilter, text->bytes, bench->words);
    for (size_t i = 0; i < pv_plan_n_words(&bench->plan); i++)
        bench->found += bench->words[i] != 0;
}

static void choose(struct bench *bench, const struct text *text)
{
    const struct pv_scan_options options = {.rules = &bench->rules};
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_scan_worker worker = {
        .options = &options, .plan = &bench->plan, .words = bench->words, .file_mem = &mem};
    struct pv_candidates candidates = {0};
    pv_prefilter_find(&text->plan->prefilter, text->bytes, bench->words);
    pv_assert(pv_is_ok(
        pv_candidates_choose(&worker, text->plan->lang, &text->target, &candidates, NULL)));
    bench->found += candidates.n;
}

static void find_secrets(struct bench *bench, const struct text *text)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_secrets secrets = {0};
    pv_assert(pv_is_ok(
        pv_secrets_find(&mem, bench->plan.finder, text->target.path, text->bytes, &secrets, NULL)));
    bench->found += secrets.list.n;
}

static void run(struct bench *bench, const char *name, unsigned times,
                void (*part)(struct bench *bench, const struct text *text))
{
    uint64_t best = UINT64_MAX;
    for (unsigned i = 0; i < times; i++) {
        uint64_t start = now_ns();
        bench->found = 0;
        PV_VEC_EACH (const struct text, text, &bench->texts)
            part(bench, text);
        best = pv_min(best, now_ns() - start);
    }
    printf("%-10s %8.2f ms %8.0f MB/s  found %zu\n", name, (double)best / 1e6,
           (double)bench->n_bytes * 1e3 / (double)pv_max(best, 1), bench->found);
}

static void read_texts(struct bench *bench, const char *path)
{
    const struct pv_str root = pv_str_of(path);
    struct pv_targets targets = {0};
    pv_assert(
        pv_is_ok(pv_walk(&bench->mem, &root, 1, &(struct pv_walk_options){0}, &targets, NULL)));
    PV_VEC_EACH (const struct pv_target, target, &targets.files) {
        struct text *text = NULL;
        struct pv_str bytes = {0};
        if (!pv_is_ok(pv_file_read_text(&bench->mem, target->path, FILE_BYTES_MAX, &bytes, NULL)))
            continue;
        pv_assert(pv_is_ok(PV_VEC_PUSH(&bench->mem, &bench->texts, &text, NULL)));
        *text =
            (struct text){*target, bytes, pv_plan_of(&bench->plan, pv_lang_of_path(target->path))};
        bench->n_bytes += bytes.n;
    }
}

int main(int argc, char **argv)
{
    static struct bench bench;
    if (argc < 2) {
        fprintf(stderr, "usage: bench_prefilter PATH [TIMES]\n");
        return 2;
    }
    unsigned times = argc > 2 ? (unsigned)strtoul(argv[2], NULL, 10) : TIMES;
    pv_assert(pv_is_ok(pv_rule_set_read_shipped(&bench.rules, NULL)));
    pv_assert(pv_is_ok(pv_plan_build(&bench.mem, &bench.rules, PV_PLAN_ALL, &bench.plan, NULL)));
    pv_assert(
        pv_is_ok(PV_NEW_ARRAY(&bench.mem, pv_plan_n_words(&bench.plan) + 1, &bench.words, NULL)));
    read_texts(&bench, argv[1]);
    printf("%zu files, %zu KB, %zu rules\n", bench.texts.n, bench.n_bytes / KB,
           bench.rules.rules.n);
    run(&bench, "sniff", times, sniff);
    run(&bench, "words", times, find_words);
    run(&bench, "rules", times, choose);
    run(&bench, "secrets", times, find_secrets);
    pv_rule_set_clear(&bench.rules);
    pv_arena_clear(&bench.mem);
    return 0;
}
