/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/scene.h"

#include "base/assert.h"
#include "base/buf.h"
#include "crypto/crypto_policy.h"
#include "crypto/keyset.h"
#include "crypto/peer.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

double scene_cpu_ns(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    const struct scene *b = user;
    (void)keyset;
    *out = b->unlock;
    return PAVE_OK;
}

const char *scene_path(const struct scene *scene, const char *name)
{
    static char path[160];
    (void)snprintf(path, sizeof path, "%s/%s", scene->folder, name);
    return path;
}

static void make_keyset(struct scene *b, const char *name, const char *kind)
{
    const struct pave_keyset_options options = {
        .size = sizeof options, .name = name, .kind = kind, .passphrase_kib = 8};
    pv_assert(pave_keyset_create(scene_path(b, name), &options, &b->unlock, NULL) == PAVE_OK);
}

static void write_file(const char *path, const void *bytes, size_t n, unsigned times)
{
    FILE *out = fopen(path, "wb");
    pv_assert(out != NULL);
    for (unsigned i = 0; i < times; i++)
        pv_assert(fwrite(bytes, 1, n, out) == n);
    pv_assert(fclose(out) == 0);
}

static void make_policy(struct scene *b)
{
    static const char text[] =
        "{\"pave\":\"policy/1\",\"name\":\"bench\",\"issued\":\"2026-01-01\",\"expires\":"
        "\"9000-01-01\",\"keysets\":{\"values\":\"values\",\"files\":\"files\",\"tokens\":\"tokens\"},\"purposes\":["
        "{\"name\":\"name\",\"keyset\":\"values\",\"suites\":[\"KC-XAES-256-GCM\"],"
        "\"context\":[\"patient\",\"column\"]},{\"name\":\"scan\",\"keyset\":\"files\","
        "\"suites\":[\"COBBLESTONE-256\"],\"context\":[\"patient\"]},"
        "{\"name\":\"search\",\"keyset\":\"tokens\",\"suites\":[\"HMAC-SHA256-INDEX\"],\"context\":[],"
        "\"indexes\":[{\"name\":\"who\",\"table\":\"patient\",\"columns\":{\"name\":\"exact\"},\"bits\":13,"
        "\"distinct\":1000000}]}]}";
    struct pv_keyset signer = {0};
    struct pv_buf out = {0};
    pv_assert(pv_crypto_policy_sign(PV_STR(text), &b->unlock, scene_path(b, "signer"), &out,
                                    NULL) == PAVE_OK);
    write_file(scene_path(b, "policy.json"), out.p, out.n, 1);
    pv_buf_clear(&out);
    pv_assert(pv_keyset_load(&signer, scene_path(b, "signer"), NULL) == PAVE_OK);
    (void)snprintf(b->trust, sizeof b->trust, PV_POLICY_KEY_PREFIX "%.*s",
                   PV_STR_FMT(pv_keyset_primary(&signer)->public_key));
    pv_keyset_clear(&signer);
}

/* The public half of the key that signs, for those who only open. */
static void write_trust(struct scene *b)
{
    write_file(scene_path(b, "trust"), b->trust, strlen(b->trust) + 1, 1);
}

enum pave_status scene_open(struct scene *scene)
{
    char policy[160];
    FILE *in = fopen(scene_path(scene, "trust"), "rb");
    pv_assert(in && fread(scene->trust, 1, sizeof scene->trust, in) > 0 && fclose(in) == 0);
    (void)snprintf(policy, sizeof policy, "%s", scene_path(scene, "policy.json"));
    const struct pave_library_options options = {.size = sizeof options,
                                                 .policy = policy,
                                                 .trust = scene->trust,
                                                 .unlock = unlock,
                                                 .user = scene};
    enum pave_status status = pave_library_open(&options, &scene->library, NULL);
    if (status == PAVE_OK)
        status = pave_key_open(scene->library, "name", &scene->key, NULL);
    if (status == PAVE_OK)
        status = pave_key_open(scene->library, "scan", &scene->stream, NULL);
    return status;
}

void scene_make_file(struct scene *b)
{
    char in[160];
    char out[160];
    (void)snprintf(in, sizeof in, "%s", scene_path(b, "plain"));
    (void)snprintf(out, sizeof out, "%s", scene_path(b, "sealed"));
    write_file(in, b->plain, LARGE, 256);
    const struct pave_file_job job = {
        .size = sizeof job, .in = in, .out = out, .fields = b->fields, .n_fields = 2};
    struct timespec from = {0};
    struct timespec to = {0};
    double cpu = scene_cpu_ns();
    (void)clock_gettime(CLOCK_MONOTONIC, &from);
    pv_assert(pave_file_seal(b->stream, &job, NULL) == PAVE_OK);
    (void)clock_gettime(CLOCK_MONOTONIC, &to);
    double wall = (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
    printf("\nA file of 256 MiB sealed: %.2f s processor, %.2f s wall.\n",
           (scene_cpu_ns() - cpu) / 1e9, wall);
    pv_assert(pave_file_open(b->stream, out, b->fields, 2, &b->file, NULL) == PAVE_OK);
}

struct scene *scene_begin(void)
{
    struct scene *b = calloc(1, sizeof *b);
    pv_assert(b != NULL);
    (void)snprintf(b->folder, sizeof b->folder, "/tmp/pave-bench-XXXXXX");
    pv_assert(mkdtemp(b->folder) != NULL && sodium_init() >= 0);
    b->unlock =
        (struct pave_unlock){.size = sizeof b->unlock, .passphrase = "bench", .passphrase_size = 5};
    b->fields[0] = pave_field_text("patient", "p-17");
    b->fields[1] = pave_field_text("column", "name");
    make_keyset(b, "signer", "sign");
    make_keyset(b, "values", "seal");
    make_keyset(b, "files", "stream");
    make_keyset(b, "tokens", "index");
    make_policy(b);
    write_trust(b);
    pv_assert(scene_open(b) == PAVE_OK);
    pv_assert(pave_index_open(b->library, "search", "who", &b->index, NULL) == PAVE_OK);
    randombytes_buf(b->secret, sizeof b->secret);
    randombytes_buf(b->plain, sizeof b->plain);
    peer_begin(b);
    struct pave_room room = {b->small, sizeof b->small, 0};
    pv_assert(pave_seal_into(b->key, b->plain, SMALL, b->fields, 2, &room) == PAVE_OK);
    for (size_t i = 0; i < MANY; i++)
        b->items[i] = (struct pave_item){
            .in = b->plain + i * SMALL, .size = SMALL, .fields = b->fields, .n_fields = 2};
    return b;
}

void scene_end(struct scene *b)
{
    static const char *const names[] = {"signer",      "values", "files", "tokens",
                                        "policy.json", "trust",  "plain", "sealed"};
    pave_file_close(b->file);
    pave_index_close(b->index);
    pave_key_close(b->key);
    pave_key_close(b->stream);
    pave_library_close(b->library);
    EVP_CIPHER_CTX_free(b->kept);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        (void)unlink(scene_path(b, names[i]));
    (void)rmdir(b->folder);
    free(b);
}
