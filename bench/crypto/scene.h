/* SPDX-License-Identifier: Apache-2.0 */
/*
 * scene: keysets, a signed policy and an open library in a scratch folder, as an application has
 * them; libpave is called by purpose, with a context.
 */
#ifndef PV_BENCH_CRYPTO_SCENE_H
#define PV_BENCH_CRYPTO_SCENE_H

#include <pave/pave.h>

#include <openssl/evp.h>

enum { SMALL = 64, LARGE = 1 << 20, OVERHEAD = 78, TAG = 16, NONCE = 12, MANY = 1000 };

struct scene {
    char folder[64];
    struct pave_unlock unlock;
    char trust[128];
    struct pave_library *library;
    struct pave_key *key;
    struct pave_key *stream;
    struct pave_file *file;
    struct pave_index *index;
    struct pave_field fields[2];
    unsigned char secret[32]; /* what code by hand has */
    EVP_CIPHER_CTX *kept;
    unsigned char plain[LARGE];
    unsigned char sealed[LARGE + OVERHEAD];
    unsigned char small[SMALL + OVERHEAD];   /* what libpave sealed */
    unsigned char hand[NONCE + SMALL + TAG]; /* what code by hand sealed */
    unsigned char out[LARGE + OVERHEAD];
    struct pave_item items[MANY];
};

/* Makes all but `file`. The program ends where that cannot be. */
struct scene *scene_begin(void);
void scene_end(struct scene *scene);

/* The path of a file of the scene; lives until the next call. */
const char *scene_path(const struct scene *scene, const char *name);

/* Opens the library of a folder that scene_begin made; gives the status of all it takes. */
enum pave_status scene_open(struct scene *scene);

/* Seals a file of 256 MiB and opens it for reading; says what that took. */
void scene_make_file(struct scene *scene);

/* What the processor has worked for this process, in nanoseconds. */
double scene_cpu_ns(void);

#endif
