/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a field of 64 B costs in a batch of 1,000, called from C: what bindings are compared with.
 *
 *     bench_fields POLICY TRUST PROGRAM
 *
 * For each line on standard input it seals and opens some batches, by the purpose "name", and
 * answers with the processor's nanoseconds for each field: sealed, opened.
 */
#include "base/assert.h"

#include <pave/pave.h>

#include <stdio.h>
#include <time.h>

enum { SMALL = 64, MANY = 1000, BATCHES = 20 };

static enum pave_status by_program(void *user, const char *keyset, struct pave_unlock *out)
{
    (void)keyset;
    out->program = user;
    return PAVE_OK;
}

static double cpu_ns(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

typedef enum pave_status (*batch_call)(struct pave_key *key, struct pave_item *items, size_t n);

static double each_ns(struct pave_key *key, struct pave_item *items, batch_call call)
{
    double start = cpu_ns();
    for (int batch = 0; batch < BATCHES; batch++) {
        pv_assert(call(key, items, MANY) == PAVE_OK);
        for (size_t i = 0; i < MANY; i++)
            pave_bytes_free(&items[i].out);
    }
    return (cpu_ns() - start) / BATCHES / MANY;
}

int main(int count, char **words)
{
    static unsigned char plain[MANY][SMALL];
    static struct pave_item items[MANY];
    static struct pave_item sealed[MANY];
    struct pave_library *library = NULL;
    struct pave_key *key = NULL;
    pv_assert(count == 4);
    const struct pave_field fields[] = {pave_field_text("patient", "p-17"),
                                        pave_field_text("column", "name")};
    const struct pave_library_options options = {sizeof options, words[1], words[2], by_program,
                                                 words[3]};
    pv_assert(pave_library_open(&options, &library, NULL) == PAVE_OK);
    pv_assert(pave_key_open(library, "name", &key, NULL) == PAVE_OK);
    for (size_t i = 0; i < MANY; i++) {
        items[i] =
            (struct pave_item){.in = plain[i], .size = SMALL, .fields = fields, .n_fields = 2};
        sealed[i] = items[i];
    }
    pv_assert(pave_seal_batch(key, items, MANY) == PAVE_OK);
    for (size_t i = 0; i < MANY; i++) {
        sealed[i].in = items[i].out.p; /* kept to the end */
        sealed[i].size = items[i].out.n;
        items[i].out = (struct pave_bytes){NULL, 0};
    }
    for (int line = getchar(); line != EOF; line = getchar()) {
        if (line != '\n')
            continue;
        printf("%.1f", each_ns(key, items, pave_seal_batch));
        printf(" %.1f\n", each_ns(key, sealed, pave_open_batch));
        (void)fflush(stdout);
    }
    return 0;
}
