/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libpave beside correct code that people write by hand, on libcrypto and libsodium.
 *
 *     bench_crypto ROUNDS
 *     bench_crypto cold FOLDER     one seal, from nothing, in the folder of a scene
 *     bench_crypto stream FOLDER   a long stream, in the same way
 *
 * The time is that of the processor; medians are shown with the fastest and the slowest round.
 */
#include "crypto/contest.h"
#include "crypto/peer.h"
#include "crypto/peer_themis.h"

#include "base/assert.h"

#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void pave_seal_n(struct scene *b, size_t n)
{
    struct pave_room room = {b->out, sizeof b->out, 0};
    pv_assert(pave_seal_into(b->key, b->plain, n, b->fields, 2, &room) == PAVE_OK);
}

static void pave_small(struct scene *b)
{
    pave_seal_n(b, SMALL);
}

static void pave_large(struct scene *b)
{
    pave_seal_n(b, LARGE);
}

static void pave_opened(struct scene *b)
{
    struct pave_room room = {b->out, sizeof b->out, 0};
    pv_assert(pave_open_into(b->key, b->small, sizeof b->small, b->fields, 2, &room) == PAVE_OK);
}

static void pave_allocated(struct scene *b)
{
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    pv_assert(pave_seal(b->key, b->plain, SMALL, b->fields, 2, &sealed) == PAVE_OK);
    pave_bytes_free(&sealed);
}

static void pave_random_read(struct scene *b)
{
    size_t n = 0;
    uint64_t at = (uint64_t)randombytes_uniform((uint32_t)(pave_file_size(b->file) - 4096));
    pv_assert(pave_file_read_at(b->file, at, b->out, 4096, &n) == PAVE_OK && n == 4096);
}

static void pave_token(struct scene *b)
{
    const struct pave_field value = pave_field_bytes("name", b->plain, SMALL);
    struct pave_index_token token;
    pv_assert(pave_index_token(b->index, &value, 1, &token) == PAVE_OK);
}

static void pave_batch(struct scene *b)
{
    pv_assert(pave_seal_batch(b->key, b->items, MANY) == PAVE_OK);
    for (size_t i = 0; i < MANY; i++)
        pave_bytes_free(&b->items[i].out);
}

enum { EACH = 400000, COLD_TRIES = 21, STREAM_MIB = 512 };

static void *seal_many(void *user)
{
    struct scene *b = user;
    unsigned char out[SMALL + OVERHEAD];
    for (int i = 0; i < EACH; i++) {
        struct pave_room room = {out, sizeof out, 0};
        pv_assert(pave_seal_into(b->key, b->plain, SMALL, b->fields, 2, &room) == PAVE_OK);
    }
    return NULL;
}

static double wall_ns(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* How long so many threads take, each with the same work and the same key. */
static double threads_ns(struct scene *b, size_t n)
{
    pthread_t threads[2];
    double start = wall_ns();
    for (size_t i = 0; i < n; i++)
        pv_assert(pthread_create(&threads[i], NULL, seal_many, b) == 0);
    for (size_t i = 0; i < n; i++)
        pv_assert(pthread_join(threads[i], NULL) == 0);
    return wall_ns() - start;
}

/* What the processor works for one value when two threads seal, against one. */
static double two_threads_cost(struct scene *b)
{
    double cost[2] = {1e18, 1e18};
    for (int i = 0; i < 9; i++) {
        for (size_t n = 1; n <= 2; n++) {
            double start = scene_cpu_ns();
            (void)threads_ns(b, n);
            double each = (scene_cpu_ns() - start) / (double)n;
            cost[n - 1] = each < cost[n - 1] ? each : cost[n - 1];
        }
    }
    return cost[1] / cost[0];
}

static double two_threads_gain(struct scene *b)
{
    double best = 0;
    for (int i = 0; i < 15; i++) {
        double one = threads_ns(b, 1);
        double gain = 2 * one / threads_ns(b, 2);
        best = gain > best ? gain : best;
    }
    return best;
}

/* What a process took that did `what` in the scene's folder. */
static struct rusage child_of(const struct scene *b, const char *self, const char *what)
{
    struct rusage used = {0};
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        (void)execl(self, self, what, b->folder, (char *)NULL);
        _exit(1);
    }
    pv_assert(wait4(child, &status, 0, &used) == child && status == 0);
    return used;
}

/* Open policy and keyset, unlock, seal one value, end. */
static double cold_ms(const struct scene *b, const char *self)
{
    double best = 1e9;
    for (int i = 0; i < COLD_TRIES; i++) {
        struct rusage used = child_of(b, self, "cold");
        double ms = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
                    (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
        best = ms < best ? ms : best;
    }
    return best;
}

/* By how much more a process grows that seals a long stream. */
static double stream_growth_mib(const struct scene *b, const char *self)
{
    struct rusage without = child_of(b, self, "cold");
    struct rusage with = child_of(b, self, "stream");
    return (double)(with.ru_maxrss - without.ru_maxrss) / 1024;
}

static enum pave_status to_nowhere(void *user, const void *bytes, size_t size)
{
    (void)user;
    (void)bytes;
    (void)size;
    return PAVE_OK;
}

static void seal_stream(struct scene *b)
{
    const struct pave_pipe pipe = {.sink = to_nowhere};
    struct pave_writer *writer = NULL;
    pv_assert(pave_writer_open(b->stream, b->fields, 2, &pipe, &writer) == PAVE_OK);
    for (int i = 0; i < STREAM_MIB * 64; i++)
        pv_assert(pave_writer_write(writer, b->plain, LARGE / 64) == PAVE_OK);
    pv_assert(pave_writer_finish(writer) == PAVE_OK);
    pave_writer_close(writer);
}

static int be_child(const char *what, const char *folder)
{
    struct scene *b = calloc(1, sizeof *b);
    pv_assert(b != NULL);
    (void)snprintf(b->folder, sizeof b->folder, "%s", folder);
    b->unlock =
        (struct pave_unlock){.size = sizeof b->unlock, .passphrase = "bench", .passphrase_size = 5};
    b->fields[0] = pave_field_text("patient", "p-17");
    b->fields[1] = pave_field_text("column", "name");
    pv_assert(scene_open(b) == PAVE_OK);
    pave_small(b);
    if (strcmp(what, "stream") == 0)
        seal_stream(b);
    return 0;
}

enum who {
    HAND,
    FLOOR,
    SODIUM,
    SEAL,
    SEAL_NEW,
    BATCH,
    HAND_OPEN,
    OPEN,
    HAND_LARGE,
    SODIUM_LARGE,
    SEAL_LARGE,
    READ_AT,
    THEMIS_SEAL,
    THEMIS_OPEN,
    HAND_TOKEN,
    TOKEN,
    WHO_COUNT
};

static struct contender all[WHO_COUNT] = {
    [HAND] = {"seal 64 B by hand: EVP, new context", peer_evp_seal, 2000, 1, {0}},
    [FLOOR] = {"seal 64 B, EVP floor: kept context, counted nonce", peer_floor_seal, 2000, 1, {0}},
    [SODIUM] = {"seal 64 B, libsodium XChaCha20", peer_sodium_seal, 2000, 1, {0}},
    [SEAL] = {"**pave_seal_into 64 B**", pave_small, 2000, 1, {0}},
    [SEAL_NEW] = {"pave_seal 64 B, allocating", pave_allocated, 2000, 1, {0}},
    [BATCH] = {"pave_seal_batch, 1,000 of 64 B, each", pave_batch, 4, MANY, {0}},
    [HAND_OPEN] = {"open 64 B by hand: EVP, new context", peer_evp_open, 2000, 1, {0}},
    [OPEN] = {"**pave_open_into 64 B**", pave_opened, 2000, 1, {0}},
    [HAND_LARGE] = {"seal 1 MiB by hand: EVP", peer_evp_large, 8, 1, {0}},
    [SODIUM_LARGE] = {"seal 1 MiB, libsodium XChaCha20", peer_sodium_large, 4, 1, {0}},
    [SEAL_LARGE] = {"**pave_seal_into 1 MiB**", pave_large, 8, 1, {0}},
    [THEMIS_SEAL] = {"seal 64 B, Themis Secure Cell", peer_themis_seal, 500, 1, {0}},
    [THEMIS_OPEN] = {"open 64 B, Themis Secure Cell", peer_themis_open, 500, 1, {0}},
    [HAND_TOKEN] = {"token of 64 B by hand: EVP_Q_mac", peer_token, 2000, 1, {0}},
    [TOKEN] = {"**pave_index_token 64 B**", pave_token, 2000, 1, {0}},
    [READ_AT] = {"pave_file_read_at, 4 KiB anywhere", pave_random_read, 200, 1, {0}},
};

static void say_ratio(const char *goal, const char *what, enum who above, enum who below,
                      const char *gate, unsigned rounds)
{
    printf("| %s | %s | %.2f× | %s |\n", goal, what,
           contest_median(&all[above], rounds) / contest_median(&all[below], rounds), gate);
}

static void say_goals(struct scene *b, const char *self, unsigned rounds)
{
    printf("\n| goal | | here | gate |\n|---|---|---:|---:|\n");
    say_ratio("P1", "seal 64 B, faster than by hand", HAND, SEAL, "≥ 4.5×", rounds);
    say_ratio("P2", "seal 64 B, slower than the EVP floor", SEAL, FLOOR, "≤ 1.6×", rounds);
    say_ratio("P3", "open 64 B, faster than by hand", HAND_OPEN, OPEN, "≥ 2.2×", rounds);
    say_ratio("P4", "seal 1 MiB, throughput of EVP", HAND_LARGE, SEAL_LARGE, "≥ 0.97×", rounds);
    say_ratio("P5", "seal 64 B, faster than libsodium", SODIUM, SEAL, "≥ 2.4×", rounds);
    say_ratio("P5", "seal 1 MiB, faster than libsodium", SODIUM_LARGE, SEAL_LARGE, "≥ 2.8×",
              rounds);
    if (all[THEMIS_SEAL].run) {
        say_ratio("P6", "seal 64 B, faster than Themis", THEMIS_SEAL, SEAL, "≥ 8×", rounds);
        say_ratio("P6", "open 64 B, faster than Themis", THEMIS_OPEN, OPEN, "≥ 6×", rounds);
    }
    printf("| P10 | 2 threads, one key: faster than one, wall | %.2f× | ≥ 1.8× |\n",
           two_threads_gain(b));
    printf("| P10 | 2 threads, one key: processor time for each value | %.2f× | ≤ 1.1× |\n",
           two_threads_cost(b));
    say_ratio("P11", "a batch of 1,000, each, against one call", BATCH, SEAL_NEW, "≤ 1.5×", rounds);
    printf("| P12 | 4 KiB anywhere in a sealed file | %.1f µs | ≤ 20 µs |\n",
           contest_median(&all[READ_AT], rounds) / 1000);
    say_ratio("P13", "a token of 64 B, faster than by hand", HAND_TOKEN, TOKEN, "≥ 3.5×", rounds);
    printf("| P15 | growth while a stream of %d MiB is sealed | %.1f MiB | ≤ 8 MiB |\n", STREAM_MIB,
           stream_growth_mib(b, self));
    printf("| P16 | a process that seals one value, start to end | %.1f ms | ≤ 5 ms |\n",
           cold_ms(b, self));
}

int main(int count, char **words)
{
    if (count == 3)
        return be_child(words[1], words[2]);
    unsigned rounds = count > 1 ? (unsigned)strtoul(words[1], NULL, 10) : 31;
    rounds = rounds < 1 ? 1 : rounds > ROUNDS_MAX ? ROUNDS_MAX : rounds;
    struct scene *b = scene_begin();
    scene_make_file(b);
    if (!peer_themis_begin(b)) {
        (void)fprintf(stderr, "bench: Themis is not there\n");
        all[THEMIS_SEAL].run = NULL;
        all[THEMIS_OPEN].run = NULL;
    }
    printf("\n");
    contest_run(b, all, WHO_COUNT, rounds);
    say_goals(b, words[0], rounds);
    scene_end(b);
    return 0;
}
