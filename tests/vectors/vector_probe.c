/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Puts published vectors to what libpave is composed of. One line in, one line out:
 *
 *     gcm KEY NONCE AAD MESSAGE SEALED     opened or refused; "differs" when sealing gives other
 * bytes cobblestone KEY CONTEXT SEALED       opened N SHA-512, or refused
 *     expand KEY INFO OUTPUT               as gcm: HKDF-Expand with SHA-256
 *     hpke AEAD EPHEMERAL RECIPIENT INFO AAD MESSAGE ENC SEALED   as gcm; the keys are secret, and
 *                                          the AEAD is its number
 *     chacha, xchacha KEY NONCE AAD MESSAGE SEALED   as gcm: what libsodium does for libpave
 *     x25519 SECRET PUBLIC SHARED          as gcm
 *     verify JWK MESSAGE SIGNATURE         opened or refused; "no key" when the key is not taken
 *     jws JWKS TOKEN                       the same
 *
 * All are hexadecimal, "-" for nothing.
 */
#include "base/assert.h"
#include "crypto/cobblestone.h"
#include "crypto/gcm.h"
#include "crypto/hkdf.h"
#include "crypto/hpke.h"
#include "crypto/jws.h"

#include <pave/secret.h>

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MAX = 8, SHA512 = crypto_hash_sha512_BYTES };

struct bytes {
    unsigned char *p;
    size_t n;
};

static struct bytes unhex(const char *text)
{
    size_t n = strcmp(text, "-") == 0 ? 0 : strlen(text) / 2;
    struct bytes out = {calloc(1, n + 64), n};
    pv_assert(out.p != NULL);
    pv_assert(n == 0 || sodium_hex2bin(out.p, n, text, 2 * n, NULL, &out.n, NULL) == 0);
    return out;
}

static void try_gcm(const struct bytes *v)
{
    struct pv_gcm gcm = {0};
    struct pv_gcm_call call = {v[0].p, v[1].p, {(const char *)v[2].p, v[2].n}};
    unsigned char *out = calloc(1, v[4].n + v[3].n + 64);
    bool is_open = pv_gcm_open(&gcm, &call, v[4].p, v[4].n, out) == PAVE_OK;
    bool is_same = is_open && v[4].n == v[3].n + 16 && memcmp(out, v[3].p, v[3].n) == 0 &&
                   pv_gcm_seal(&gcm, &call, v[3].p, v[3].n, out) == PAVE_OK &&
                   memcmp(out, v[4].p, v[4].n) == 0;
    puts(!is_open ? "refused" : is_same ? "opened" : "differs");
    pv_gcm_clear(&gcm);
    free(out);
}

/* All chunks, of which the last is short; gives the bytes, or -1. */
static long open_chunks(struct pv_cobblestone *cobblestone, struct bytes rest, unsigned char *out)
{
    long n = 0;
    for (uint64_t index = 0;; index++) {
        size_t size = rest.n < PV_CHUNK_SEALED ? rest.n : PV_CHUNK_SEALED;
        if (pv_cobblestone_open(cobblestone, index, rest.p, size, out + n) != PAVE_OK)
            return -1;
        n += (long)size - PV_CHUNK_TAG;
        rest = (struct bytes){rest.p + size, rest.n - size};
        if (size < PV_CHUNK_SEALED)
            return rest.n == 0 ? n : -1;
    }
}

static void try_cobblestone(const struct bytes *v)
{
    struct pv_cobblestone *cobblestone = NULL;
    unsigned char *out = calloc(1, v[2].n + 64);
    unsigned char hash[SHA512];
    char hex[2 * SHA512 + 1];
    long n = -1;
    bool is_whole = v[0].n == 32 && v[2].n >= PV_COBBLESTONE_HEAD;
    if (is_whole &&
        pv_cobblestone_new(v[0].p, v[2].p, (struct pv_str){(const char *)v[1].p, v[1].n}, false,
                           &cobblestone) == PAVE_OK &&
        pave_equal(v[2].p + PV_COBBLESTONE_SALT, pv_cobblestone_commitment(cobblestone), 32))
        n = open_chunks(cobblestone,
                        (struct bytes){v[2].p + PV_COBBLESTONE_HEAD, v[2].n - PV_COBBLESTONE_HEAD},
                        out);
    pv_cobblestone_free(cobblestone);
    if (n < 0) {
        puts("refused");
    } else {
        crypto_hash_sha512(hash, out, (unsigned long long)n);
        printf("opened %ld %s\n", n, sodium_bin2hex(hex, sizeof hex, hash, sizeof hash));
    }
    free(out);
}

static struct pv_str text_of(const struct bytes *v)
{
    return (struct pv_str){(const char *)v->p, v->n};
}

static void try_expand(const struct bytes *v)
{
    unsigned char *out = calloc(1, v[2].n + 1);
    bool is_made = v[0].n == PV_KEY_BYTES &&
                   pv_hkdf_expand(PV_SHA256, v[0].p, text_of(&v[1]), out, v[2].n) == PAVE_OK;
    puts(!is_made ? "refused" : memcmp(out, v[2].p, v[2].n) == 0 ? "opened" : "differs");
    free(out);
}

static void try_hpke(unsigned aead, const struct bytes *v)
{
    unsigned char public_key[PV_HPKE_KEY_BYTES];
    unsigned char enc[PV_HPKE_KEY_BYTES];
    unsigned char *out = calloc(1, v[6].n + v[4].n + 64);
    const struct pv_hpke_call call = {.aead = (enum pv_hpke_aead)aead,
                                      .public_key = public_key,
                                      .info = text_of(&v[2]),
                                      .aad = text_of(&v[3])};
    pv_assert(crypto_scalarmult_base(public_key, v[1].p) == 0);
    bool is_open = pv_hpke_open(&call, v[1].p, v[5].p, text_of(&v[6]), out) == PAVE_OK;
    bool is_same = is_open && memcmp(out, v[4].p, v[4].n) == 0 &&
                   pv_hpke_seal(&call, v[0].p, text_of(&v[4]), enc, out) == PAVE_OK &&
                   memcmp(enc, v[5].p, sizeof enc) == 0 && memcmp(out, v[6].p, v[6].n) == 0;
    puts(!is_open ? "refused" : is_same ? "opened" : "differs");
    free(out);
}

static void try_chacha(bool is_long, const struct bytes *v)
{
    size_t n_nonce = is_long ? 24 : 12;
    unsigned char *out = calloc(1, v[4].n + v[3].n + 64);
    unsigned long long n = 0;
    bool is_open =
        v[0].n == 32 && v[1].n == n_nonce &&
        (is_long ? crypto_aead_xchacha20poly1305_ietf_decrypt(out, &n, NULL, v[4].p, v[4].n, v[2].p,
                                                              v[2].n, v[1].p, v[0].p)
                 : crypto_aead_chacha20poly1305_ietf_decrypt(out, &n, NULL, v[4].p, v[4].n, v[2].p,
                                                             v[2].n, v[1].p, v[0].p)) == 0;
    bool is_same = is_open && n == v[3].n && memcmp(out, v[3].p, v[3].n) == 0;
    if (is_same && is_long)
        (void)crypto_aead_xchacha20poly1305_ietf_encrypt(out, &n, v[3].p, v[3].n, v[2].p, v[2].n,
                                                         NULL, v[1].p, v[0].p);
    else if (is_same)
        (void)crypto_aead_chacha20poly1305_ietf_encrypt(out, &n, v[3].p, v[3].n, v[2].p, v[2].n,
                                                        NULL, v[1].p, v[0].p);
    is_same = is_same && n == v[4].n && memcmp(out, v[4].p, v[4].n) == 0;
    puts(!is_open ? "refused" : is_same ? "opened" : "differs");
    free(out);
}

static void try_x25519(const struct bytes *v)
{
    unsigned char out[32];
    bool is_shared = v[0].n == 32 && v[1].n == 32 && crypto_scalarmult(out, v[0].p, v[1].p) == 0;
    bool is_same = is_shared && v[2].n == 32 && memcmp(out, v[2].p, 32) == 0;
    puts(!is_shared ? "refused" : is_same ? "opened" : "differs");
}

static void try_verify(const struct bytes *v)
{
    struct pv_arena mem = {0};
    struct pv_record *map = NULL;
    struct pv_jwk jwk = {0};
    bool is_key = pv_record_read(&mem, text_of(&v[0]), &map, NULL) == PAVE_OK &&
                  pv_jwk_read(&jwk, map, NULL) == PAVE_OK && jwk.alg != PV_JWS_NONE;
    bool is_good = is_key && pv_jwk_verify(&jwk, text_of(&v[1]), v[2].p, v[2].n) == PAVE_OK;
    puts(is_good ? "opened" : is_key ? "refused" : "no key");
    pv_jwk_clear(&jwk);
    pv_arena_clear(&mem);
}

static void try_jws(const struct bytes *v)
{
    struct pv_arena mem = {0};
    struct pave_jwks *jwks = NULL;
    struct pv_jws jws = {0};
    bool is_key = pave_jwks_read((const char *)v[0].p, v[0].n, &jwks, NULL) == PAVE_OK;
    bool is_good = is_key && pv_jws_verify(&mem, jwks, text_of(&v[1]), &jws) == PAVE_OK;
    puts(is_good ? "opened" : is_key ? "refused" : "no key");
    pave_jwks_close(jwks);
    pv_arena_clear(&mem);
}

/* Whether the line was understood. */
static bool try_verb(const char *verb, const struct bytes *values, size_t n)
{
    if (strcmp(verb, "gcm") == 0 && n == 5)
        try_gcm(values);
    else if (strcmp(verb, "chacha") == 0 && n == 5)
        try_chacha(false, values);
    else if (strcmp(verb, "xchacha") == 0 && n == 5)
        try_chacha(true, values);
    else if (strcmp(verb, "cobblestone") == 0 && n == 3)
        try_cobblestone(values);
    else if (strcmp(verb, "expand") == 0 && n == 3)
        try_expand(values);
    else if (strcmp(verb, "x25519") == 0 && n == 3)
        try_x25519(values);
    else if (strcmp(verb, "verify") == 0 && n == 3)
        try_verify(values);
    else if (strcmp(verb, "jws") == 0 && n == 2)
        try_jws(values);
    else if (strcmp(verb, "hpke") == 0 && n == 8 && values[0].n == 1)
        try_hpke(values[0].p[0], values + 1);
    else
        return false;
    return true;
}

static void try_line(char *line)
{
    struct bytes values[WORDS_MAX] = {0};
    size_t n = 0;
    char *rest = NULL;
    const char *verb = strtok_r(line, " \n", &rest);
    const char *word = NULL;
    while (n < WORDS_MAX && (word = strtok_r(NULL, " \n", &rest)) != NULL)
        values[n++] = unhex(word);
    if (!verb || !try_verb(verb, values, n))
        puts("not understood");
    for (size_t i = 0; i < n; i++)
        free(values[i].p);
}

int main(void)
{
    char *line = NULL;
    size_t capacity = 0;
    pv_assert(sodium_init() >= 0);
    while (getline(&line, &capacity, stdin) > 0)
        try_line(line);
    free(line);
    return 0;
}
