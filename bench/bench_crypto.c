/* SPDX-License-Identifier: Apache-2.0 */
/*
 * libpave beside correct code that people write by hand, on libcrypto and libsodium.
 *
 *     bench_crypto ROUNDS
 *
 * Contenders take turns; the time is that of the processor; medians are shown with the fastest
 * and the slowest round. libpave is called as applications call it: by purpose, with a context,
 * under a signed policy.
 */
#include "base/assert.h"
#include "base/buf.h"
#include "crypto/crypto_policy.h"
#include "crypto/keyset.h"

#include <pave/pave.h>

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { SMALL = 64, LARGE = 1 << 20, ROUNDS_MAX = 501, OVERHEAD = 78, TAG = 16, NONCE = 12 };

struct bench {
    char folder[64];
    struct pave_unlock unlock;
    char trust[128];
    struct pave_library *library;
    struct pave_key *key;
    struct pave_key *stream;
    struct pave_file *file;
    unsigned char secret[32];
    EVP_CIPHER_CTX *kept;
    unsigned char plain[LARGE];
    unsigned char sealed[LARGE + OVERHEAD];
    unsigned char small[SMALL + OVERHEAD];   /* what libpave sealed */
    unsigned char hand[NONCE + SMALL + TAG]; /* what code by hand sealed */
    unsigned char out[LARGE + OVERHEAD];
};

static const char context[] = "patient=p-17;column=name";

static struct pave_field fields[2];

/* By hand, as it should be: a fresh context and nonce, associated data, the tag behind. */
static void evp_seal(struct bench *b, const void *plain, size_t n, unsigned char *out)
{
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    int m = 0;
    pv_assert(ctx && RAND_bytes(out, NONCE) == 1);
    pv_assert(EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, b->secret, out) == 1);
    pv_assert(EVP_EncryptUpdate(ctx, NULL, &m, (const unsigned char *)context, sizeof context) ==
              1);
    pv_assert(EVP_EncryptUpdate(ctx, out + NONCE, &m, plain, (int)n) == 1);
    pv_assert(EVP_EncryptFinal_ex(ctx, out + NONCE + n, &m) == 1);
    pv_assert(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_GET_TAG, TAG, out + NONCE + n) == 1);
    EVP_CIPHER_CTX_free(ctx);
}

static void diy_seal(struct bench *b)
{
    evp_seal(b, b->plain, SMALL, b->out);
}

/* The floor: a kept and keyed context, a nonce that only counts, no commitment, no key id. */
static void floor_seal(struct bench *b)
{
    static uint64_t count;
    int m = 0;
    count++;
    memcpy(b->out, &count, sizeof count);
    pv_assert(EVP_EncryptInit_ex(b->kept, NULL, NULL, NULL, b->out) == 1);
    pv_assert(
        EVP_EncryptUpdate(b->kept, NULL, &m, (const unsigned char *)context, sizeof context) == 1);
    pv_assert(EVP_EncryptUpdate(b->kept, b->out + NONCE, &m, b->plain, SMALL) == 1);
    pv_assert(EVP_EncryptFinal_ex(b->kept, b->out, &m) == 1);
    pv_assert(EVP_CIPHER_CTX_ctrl(b->kept, EVP_CTRL_AEAD_GET_TAG, TAG, b->out + NONCE + SMALL) ==
              1);
}

static void diy_open(struct bench *b)
{
    EVP_CIPHER_CTX *ctx = EVP_CIPHER_CTX_new();
    int m = 0;
    pv_assert(ctx && EVP_DecryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, b->secret, b->hand) == 1);
    pv_assert(EVP_DecryptUpdate(ctx, NULL, &m, (const unsigned char *)context, sizeof context) ==
              1);
    pv_assert(EVP_DecryptUpdate(ctx, b->out, &m, b->hand + NONCE, SMALL) == 1);
    pv_assert(EVP_CIPHER_CTX_ctrl(ctx, EVP_CTRL_AEAD_SET_TAG, TAG, b->hand + NONCE + SMALL) == 1);
    pv_assert(EVP_DecryptFinal_ex(ctx, b->out, &m) == 1);
    EVP_CIPHER_CTX_free(ctx);
}

static void sodium_seal_n(struct bench *b, size_t n)
{
    randombytes_buf(b->out, crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(b->out + 24, NULL, b->plain, n,
                                               (const unsigned char *)context, sizeof context, NULL,
                                               b->out, b->secret);
}

static void sodium_seal(struct bench *b)
{
    sodium_seal_n(b, SMALL);
}

static void sodium_large(struct bench *b)
{
    sodium_seal_n(b, LARGE);
}

static void evp_large(struct bench *b)
{
    evp_seal(b, b->plain, LARGE, b->out);
}

static void pave_seal_n(struct bench *b, size_t n)
{
    struct pave_room room = {b->out, sizeof b->out, 0};
    pv_assert(pave_seal_into(b->key, b->plain, n, fields, 2, &room) == PAVE_OK);
}

static void pave_small(struct bench *b)
{
    pave_seal_n(b, SMALL);
}

static void pave_large(struct bench *b)
{
    pave_seal_n(b, LARGE);
}

static void pave_opened(struct bench *b)
{
    struct pave_room room = {b->out, sizeof b->out, 0};
    pv_assert(pave_open_into(b->key, b->small, sizeof b->small, fields, 2, &room) == PAVE_OK);
}

static void pave_allocated(struct bench *b)
{
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    pv_assert(pave_seal(b->key, b->plain, SMALL, fields, 2, &sealed) == PAVE_OK);
    pave_bytes_free(&sealed);
}

static void pave_random_read(struct bench *b)
{
    size_t n = 0;
    uint64_t at = (uint64_t)randombytes_uniform((uint32_t)(pave_file_size(b->file) - 4096));
    pv_assert(pave_file_read_at(b->file, at, b->out, 4096, &n) == PAVE_OK && n == 4096);
}

struct contender {
    const char *name;
    void (*run)(struct bench *b);
    unsigned times;
    double ns[ROUNDS_MAX]; /* of one call, by round */
};

static double cpu_ns(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;
    return (left > right) - (left < right);
}

static void measure(struct bench *b, struct contender *all, size_t n, unsigned rounds)
{
    for (unsigned round = 0; round < rounds; round++) {
        for (size_t i = 0; i < n; i++) {
            all[i].run(b); /* warm */
            double start = cpu_ns();
            for (unsigned k = 0; k < all[i].times; k++)
                all[i].run(b);
            all[i].ns[round] = (cpu_ns() - start) / all[i].times;
        }
    }
    for (size_t i = 0; i < n; i++)
        qsort(all[i].ns, rounds, sizeof all[i].ns[0], by_size);
    printf("| | median ns | fastest to slowest |\n|---|---:|---:|\n");
    for (size_t i = 0; i < n; i++)
        printf("| %s | %.0f | %.0f to %.0f |\n", all[i].name, all[i].ns[rounds / 2], all[i].ns[0],
               all[i].ns[rounds - 1]);
}

static double median(const struct contender *all, size_t i, unsigned rounds)
{
    return all[i].ns[rounds / 2];
}

static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    const struct bench *b = user;
    (void)keyset;
    *out = b->unlock;
    return PAVE_OK;
}

static const char *path_of(const struct bench *b, const char *name)
{
    static char path[160];
    (void)snprintf(path, sizeof path, "%s/%s", b->folder, name);
    return path;
}

static void make_keyset(struct bench *b, const char *name, const char *kind)
{
    const struct pave_keyset_options options = {
        .size = sizeof options, .name = name, .kind = kind, .passphrase_kib = 8};
    pv_assert(pave_keyset_create(path_of(b, name), &options, &b->unlock, NULL) == PAVE_OK);
}

static void write_file(const char *path, const void *bytes, size_t n, unsigned times)
{
    FILE *out = fopen(path, "wb");
    pv_assert(out != NULL);
    for (unsigned i = 0; i < times; i++)
        pv_assert(fwrite(bytes, 1, n, out) == n);
    pv_assert(fclose(out) == 0);
}

static void make_policy(struct bench *b)
{
    static const char text[] =
        "{\"pave\":\"policy/1\",\"name\":\"bench\",\"issued\":\"2026-01-01\",\"expires\":"
        "\"9000-01-01\",\"keysets\":{\"values\":\"values\",\"files\":\"files\"},\"purposes\":["
        "{\"name\":\"name\",\"keyset\":\"values\",\"suites\":[\"KC-XAES-256-GCM\"],"
        "\"context\":[\"patient\",\"column\"]},{\"name\":\"scan\",\"keyset\":\"files\","
        "\"suites\":[\"COBBLESTONE-256\"],\"context\":[\"patient\"]}]}";
    struct pv_keyset signer = {0};
    struct pv_buf out = {0};
    pv_assert(pv_crypto_policy_sign(PV_STR(text), &b->unlock, path_of(b, "signer"), &out, NULL) ==
              PAVE_OK);
    write_file(path_of(b, "policy.json"), out.p, out.n, 1);
    pv_buf_clear(&out);
    pv_assert(pv_keyset_load(&signer, path_of(b, "signer"), NULL) == PAVE_OK);
    (void)snprintf(b->trust, sizeof b->trust, PV_POLICY_KEY_PREFIX "%.*s",
                   PV_STR_FMT(pv_keyset_primary(&signer)->public_key));
    pv_keyset_clear(&signer);
}

static void open_library(struct bench *b)
{
    struct pave_library_options options = {.size = sizeof options,
                                           .policy = path_of(b, "policy.json"),
                                           .trust = b->trust,
                                           .unlock = unlock,
                                           .user = b};
    pv_assert(pave_library_open(&options, &b->library, NULL) == PAVE_OK);
    pv_assert(pave_key_open(b->library, "name", &b->key, NULL) == PAVE_OK);
    pv_assert(pave_key_open(b->library, "scan", &b->stream, NULL) == PAVE_OK);
}

static void make_file(struct bench *b)
{
    char in[160];
    char out[160];
    (void)snprintf(in, sizeof in, "%s", path_of(b, "plain"));
    (void)snprintf(out, sizeof out, "%s", path_of(b, "sealed"));
    write_file(in, b->plain, LARGE, 256);
    const struct pave_file_job job = {
        .size = sizeof job, .in = in, .out = out, .fields = fields, .n_fields = 2};
    struct timespec from = {0};
    struct timespec to = {0};
    double cpu = cpu_ns();
    (void)clock_gettime(CLOCK_MONOTONIC, &from);
    pv_assert(pave_file_seal(b->stream, &job, NULL) == PAVE_OK);
    (void)clock_gettime(CLOCK_MONOTONIC, &to);
    double wall = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
    printf("\nA file of 256 MiB sealed: %.2f s processor, %.2f s wall.\n", (cpu_ns() - cpu) / 1e9,
           wall);
    pv_assert(pave_file_open(b->stream, out, fields, 2, &b->file, NULL) == PAVE_OK);
}

static void begin(struct bench *b)
{
    (void)snprintf(b->folder, sizeof b->folder, "/tmp/pave-bench-XXXXXX");
    pv_assert(mkdtemp(b->folder) != NULL && sodium_init() >= 0);
    b->unlock =
        (struct pave_unlock){.size = sizeof b->unlock, .passphrase = "bench", .passphrase_size = 5};
    fields[0] = pave_field_text("patient", "p-17");
    fields[1] = pave_field_text("column", "name");
    make_keyset(b, "signer", "sign");
    make_keyset(b, "values", "seal");
    make_keyset(b, "files", "stream");
    make_policy(b);
    open_library(b);
    randombytes_buf(b->secret, sizeof b->secret);
    randombytes_buf(b->plain, sizeof b->plain);
    b->kept = EVP_CIPHER_CTX_new();
    pv_assert(EVP_EncryptInit_ex(b->kept, EVP_aes_256_gcm(), NULL, b->secret, NULL) == 1);
    evp_seal(b, b->plain, SMALL, b->hand);
    struct pave_room room = {b->small, sizeof b->small, 0};
    pv_assert(pave_seal_into(b->key, b->plain, SMALL, fields, 2, &room) == PAVE_OK);
}

static void end(struct bench *b)
{
    static const char *const names[] = {"signer",      "values", "files",
                                        "policy.json", "plain",  "sealed"};
    pave_file_close(b->file);
    pave_key_close(b->key);
    pave_key_close(b->stream);
    pave_library_close(b->library);
    EVP_CIPHER_CTX_free(b->kept);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        (void)unlink(path_of(b, names[i]));
    (void)rmdir(b->folder);
    free(b);
}

static void say_goal(const char *goal, const char *what, double ratio, const char *gate)
{
    printf("| %s | %s | %.2f× | %s |\n", goal, what, ratio, gate);
}

int main(int count, char **words)
{
    static struct contender all[] = {
        {"seal 64 B by hand: EVP, new context", diy_seal, 2000, {0}},
        {"seal 64 B, EVP floor: kept context, counted nonce", floor_seal, 2000, {0}},
        {"seal 64 B, libsodium XChaCha20", sodium_seal, 2000, {0}},
        {"**pave_seal_into 64 B**", pave_small, 2000, {0}},
        {"pave_seal 64 B, allocating", pave_allocated, 2000, {0}},
        {"open 64 B by hand: EVP, new context", diy_open, 2000, {0}},
        {"**pave_open_into 64 B**", pave_opened, 2000, {0}},
        {"seal 1 MiB by hand: EVP", evp_large, 8, {0}},
        {"seal 1 MiB, libsodium XChaCha20", sodium_large, 4, {0}},
        {"**pave_seal_into 1 MiB**", pave_large, 8, {0}},
        {"pave_file_read_at, 4 KiB anywhere", pave_random_read, 200, {0}},
    };
    unsigned rounds = count > 1 ? (unsigned)strtoul(words[1], NULL, 10) : 31;
    rounds = rounds < 1 ? 1 : rounds > ROUNDS_MAX ? ROUNDS_MAX : rounds;
    struct bench *b = calloc(1, sizeof *b);
    pv_assert(b != NULL);
    begin(b);
    make_file(b);
    printf("\n");
    measure(b, all, sizeof all / sizeof all[0], rounds);
    printf("\n| goal | | here | gate |\n|---|---|---:|---:|\n");
    say_goal("P1", "seal 64 B, faster than by hand",
             median(all, 0, rounds) / median(all, 3, rounds), "≥ 4.5×");
    say_goal("P2", "seal 64 B, slower than the EVP floor",
             median(all, 3, rounds) / median(all, 1, rounds), "≤ 1.6×");
    say_goal("P3", "open 64 B, faster than by hand",
             median(all, 5, rounds) / median(all, 6, rounds), "≥ 2.2×");
    say_goal("P4", "seal 1 MiB, throughput of EVP", median(all, 7, rounds) / median(all, 9, rounds),
             "≥ 0.97×");
    say_goal("P5", "seal 64 B, faster than libsodium",
             median(all, 2, rounds) / median(all, 3, rounds), "≥ 2.4×");
    say_goal("P5", "seal 1 MiB, faster than libsodium",
             median(all, 8, rounds) / median(all, 9, rounds), "≥ 2.8×");
    printf("| P12 | 4 KiB anywhere in a sealed file | %.1f µs | ≤ 20 µs |\n",
           median(all, 10, rounds) / 1000);
    end(b);
    return 0;
}
