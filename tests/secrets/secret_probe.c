/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Works with secrets that valgrind takes for undefined memory: a branch or an address in this
 * room's code that depends on one is reported as an error. What libcrypto and libsodium do is
 * theirs to keep (secrets.supp). Plaintext is a secret, too; what is sealed is not.
 */
#include "base/assert.h"
#include "base/buf.h"
#include "crypto/cobblestone.h"
#include "crypto/hpke.h"
#include "crypto/identity.h"
#include "crypto/keyset.h"
#include "crypto/library.h"
#include "crypto/paseto.h"
#include "crypto/sealer.h"

#include <pave/pave.h>

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <valgrind/memcheck.h>

enum { N = 64, ROOM = 512 };

static void make_secret(void *bytes, size_t n)
{
    randombytes_buf(bytes, n);
    (void)VALGRIND_MAKE_MEM_UNDEFINED(bytes, n);
}

static void publish(const void *bytes, size_t n)
{
    (void)VALGRIND_MAKE_MEM_DEFINED(bytes, n);
}

static void values(enum pv_suite suite)
{
    unsigned char key[PV_KEY_BYTES];
    unsigned char message[N];
    unsigned char sealed[ROOM];
    unsigned char opened[ROOM];
    const struct pave_field field = pave_field_text("patient", "p-17");
    const struct pv_sealer_origin origin = {
        .key = key, .header = {suite, 7}, .purpose = PV_STR("phi.name")};
    struct pv_sealer *sealer = NULL;
    size_t n = N + pv_suite_overhead(suite);

    make_secret(key, sizeof key);
    make_secret(message, sizeof message);
    pv_assert(pv_sealer_new(&origin, &sealer) == PAVE_OK);
    struct pv_sealer_call call = {.in = message, .n = N, .fields = &field, .n_fields = 1};
    pv_assert(pv_sealer_seal(sealer, &call, sealed) == PAVE_OK);
    publish(sealed, n);
    call.in = sealed;
    call.n = n;
    pv_assert(pv_sealer_open(sealer, &call, opened) == PAVE_OK);
    for (size_t i = 6; i < n; i += 9) {
        sealed[i] ^= 1;
        pv_assert(pv_sealer_open(sealer, &call, opened) == PAVE_REFUSED);
        sealed[i] ^= 1;
    }
    pv_sealer_free(sealer);
}

static void streams(void)
{
    unsigned char key[PV_KEY_BYTES];
    unsigned char message[N];
    unsigned char sealed[ROOM];
    unsigned char opened[ROOM];
    unsigned char salt[PV_COBBLESTONE_SALT] = {1};
    struct pv_cobblestone *in = NULL;
    struct pv_cobblestone *out = NULL;

    make_secret(key, sizeof key);
    make_secret(message, sizeof message);
    pv_assert(pv_cobblestone_new(key, salt, PV_STR("context"), true, &in) == PAVE_OK);
    pv_assert(pv_cobblestone_new(key, salt, PV_STR("context"), false, &out) == PAVE_OK);
    pv_assert(pv_cobblestone_seal(in, 3, message, N, sealed) == PAVE_OK);
    publish(sealed, N + PV_CHUNK_TAG);
    pv_assert(pv_cobblestone_open(out, 3, sealed, N + PV_CHUNK_TAG, opened) == PAVE_OK);
    pv_assert(pv_cobblestone_open(out, 4, sealed, N + PV_CHUNK_TAG, opened) == PAVE_REFUSED);
    pv_cobblestone_free(in);
    pv_cobblestone_free(out);
}

static void messages(enum pv_hpke_aead aead)
{
    unsigned char secret_key[PV_HPKE_KEY_BYTES];
    unsigned char public_key[PV_HPKE_KEY_BYTES];
    unsigned char message[N];
    unsigned char enc[32];
    unsigned char sealed[ROOM];
    unsigned char opened[ROOM];
    const struct pv_hpke_call call = {
        .aead = aead, .public_key = public_key, .info = PV_STR("info")};

    make_secret(secret_key, sizeof secret_key);
    make_secret(message, sizeof message);
    (void)crypto_scalarmult_base(public_key, secret_key);
    publish(public_key, sizeof public_key);
    pv_assert(pv_hpke_seal(&call, NULL, (struct pv_str){(const char *)message, N}, enc, sealed) ==
              PAVE_OK);
    publish(enc, sizeof enc);
    publish(sealed, N + PV_HPKE_TAG_BYTES);
    const struct pv_str whole = {(const char *)sealed, N + PV_HPKE_TAG_BYTES};
    pv_assert(pv_hpke_open(&call, secret_key, enc, whole, opened) == PAVE_OK);
    sealed[0] ^= 1;
    pv_assert(pv_hpke_open(&call, secret_key, enc, whole, opened) == PAVE_REFUSED);
}

/* Tokens: of the claims only the size may be seen, of the key nothing. */
static void tokens(bool is_signing)
{
    static const struct pave_paseto_beside beside = {.size = sizeof beside};
    unsigned char seed[PV_KEY_BYTES];
    unsigned char nonce[32] = {2};
    unsigned char claims[N];
    struct pave_paseto_key key;
    struct pave_bytes token = PAVE_BYTES_INIT;
    struct pave_bytes opened = PAVE_BYTES_INIT;
    char id[PAVE_PASERK_ID_TEXT];

    make_secret(seed, sizeof seed);
    make_secret(claims, sizeof claims);
    pv_paseto_key_make(seed, is_signing, &key);
    pv_assert(pave_paseto_key_id(&key, id) == PAVE_OK);
    pv_assert(pv_paseto_issue(&key, nonce, (struct pv_str){(const char *)claims, N}, &beside,
                              &token) == PAVE_OK);
    publish(token.p, token.n);
    pv_assert(pave_paseto_open(&key, (const char *)token.p, token.n, &beside, &opened) == PAVE_OK);
    pave_bytes_free(&opened);
    pave_bytes_free(&token);
}

/* The wrapping key and the key that it wraps. */
static void keysets(void)
{
    struct pv_keyset keyset = {.name = PV_STR("values"), .kind = PV_KIND_SEAL};
    struct pv_keyset_key key = {.id = 9, .suite = PV_SUITE_KC_XAES, .state = PAVE_KEY_PRIMARY};
    unsigned char material[PV_KEY_BYTES];
    unsigned char back[PV_KEY_BYTES];
    struct pv_str mac = {0};
    struct pave_secret *wrapping = NULL;

    pv_assert(pave_secret_new(PV_KEY_BYTES, &wrapping) == PAVE_OK);
    keyset.wrapping_key = pave_secret_bytes(wrapping);
    make_secret(keyset.wrapping_key, PV_KEY_BYTES);
    make_secret(material, sizeof material);
    pv_assert(pv_keyset_set_material(&keyset, &key, material) == PAVE_OK);
    publish(key.material.p, key.material.n);
    pv_assert(pv_keyset_material(&keyset, &key, back) == PAVE_OK);
    pv_assert(pv_keyset_mac(&keyset, PV_STR("metadata"), &mac) == PAVE_OK);
    keyset.wrapping_key = NULL;
    pv_keyset_clear(&keyset);
    pave_secret_free(wrapping);
}

static void comparisons(void)
{
    unsigned char a[N];
    unsigned char b[N];
    make_secret(a, sizeof a);
    memcpy(b, a, sizeof b);
    pv_assert(pave_equal(a, b, sizeof a));
    b[N - 1] ^= 1;
    pv_assert(!pave_equal(a, b, sizeof a));
}

/* Of a column that is taken as it is: what makes values alike looks at them. */
static void tokens_of_an_index(struct pave_library *library)
{
    unsigned char value[N];
    struct pave_index *index = NULL;
    struct pave_index_token token;
    make_secret(value, sizeof value);
    const struct pave_field field = pave_field_bytes("name", value, sizeof value);
    pv_assert(pave_index_open(library, "probe", "who", &index, NULL) == PAVE_OK);
    pv_assert(pave_index_token(index, &field, 1, &token) == PAVE_OK);
    pave_index_close(index);
}

static void derived_keys(struct pave_library *library)
{
    struct pave_key *key = NULL;
    struct pave_secret *made = NULL;
    uint32_t id = 0;
    pv_assert(pave_key_open(library, "probe", &key, NULL) == PAVE_OK);
    pv_assert(pave_derive(key, &id, NULL, 0, 32, &made) == PAVE_OK);
    pave_secret_free(made);
    pave_key_close(key);
}

/* Calls `use` with a library of one purpose, whose keyset is unlocked and has one secret key. */
static void with_library(const char *kind, enum pv_suite suite, void (*use)(struct pave_library *))
{
    struct pv_buf text = {0};
    struct pv_keyset keyset = {.name = PV_STR("one"), .kind = pv_key_kind_of_name(pv_str_of(kind))};
    struct pv_keyset *keysets[] = {&keyset};
    struct pave_library library = {.keysets = keysets};
    struct pv_keyset_key *key = NULL;
    unsigned char material[PV_KEY_BYTES];
    struct pave_secret *wrapping = NULL;

    pv_buf_format(
        &text,
        "{\"pave\":\"policy/1\",\"name\":\"p\",\"issued\":\"2026-01-01\",\"expires\":"
        "\"9000-01-01\",\"keysets\":{\"one\":\"one\"},\"purposes\":[{\"name\":\"probe\","
        "\"keyset\":\"one\",\"suites\":[\"%s\"],\"context\":[]%s}]}",
        pv_suite_name(suite),
        suite != PV_SUITE_INDEX
            ? ""
            : ",\"indexes\":[{\"name\":\"who\",\"table\":\"t\",\"bits\":7,\"distinct\":1000,"
              "\"columns\":{\"name\":\"exact\"}}]");
    pv_assert(pv_crypto_policy_read(&library.policy, pv_buf_str(&text), false, NULL) == PAVE_OK);
    pv_assert(pthread_mutex_init(&library.lock, NULL) == 0);
    pv_assert(pave_secret_new(PV_KEY_BYTES, &wrapping) == PAVE_OK);
    keyset.wrapping_key = pave_secret_bytes(wrapping);
    make_secret(keyset.wrapping_key, PV_KEY_BYTES);
    make_secret(material, sizeof material);
    pv_assert(pv_keyset_add(&keyset, suite, PAVE_KEY_PRIMARY, 0, &key) == PAVE_OK);
    pv_assert(pv_keyset_set_material(&keyset, key, material) == PAVE_OK);
    publish(key->material.p, key->material.n);
    use(&library);
    keyset.wrapping_key = NULL;
    pv_keyset_clear(&keyset);
    pv_crypto_policy_clear(&library.policy);
    pave_secret_free(wrapping);
    pv_buf_clear(&text);
}

int main(void)
{
    pv_assert(sodium_init() >= 0);
    values(PV_SUITE_KC_XAES);
    values(PV_SUITE_XAES);
    values(PV_SUITE_XCHACHA);
    streams();
    messages(PV_HPKE_AES_256_GCM);
    messages(PV_HPKE_CHACHA20_POLY1305);
    tokens(false);
    tokens(true);
    keysets();
    comparisons();
    with_library("index", PV_SUITE_INDEX, tokens_of_an_index);
    with_library("derive", PV_SUITE_DERIVE, derived_keys);
    (void)puts("no branch and no address depends on a secret");
    return 0;
}
