/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/xaes.h"

#include "crypto/gcm.h"
#include "support/test.h"

#include <sodium.h>
#include <string.h>

/* C2SP XAES-256-GCM and the key-committing vectors that AWS-LC publishes. */
static const struct vector {
    unsigned char key_byte;
    const char *nonce;
    const char *message;
    const char *aad;
    const char *sealed;
    const char *commitment;
} vectors[] = {
    {1, "ABCDEFGHIJKLMNOPQRSTUVWX", "XAES-256-GCM", "",
     "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271",
     "04076b6085eebab138855fe57811c04112eff989d44120dfff662d5475a383c3"},
    {3, "ABCDEFGHIJKLMNOPQRSTUVWX", "XAES-256-GCM", "c2sp.org/XAES-256-GCM",
     "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d",
     "5553cd21d1592b422e3129632a3187eee8a658cdca5c5b32ce86308dcc18e9d1"},
    {1, "BBBBBBBBBBBBBBBBBBBBBBBB", "Hello, XAES-256-GCM!", "",
     "01e5f78bc99de880bd2eeff2870d361f0eab5b2fc55268f34b14045878fe3668db980319",
     "bf37571be1b43aeca64a95d99a2f162e24f8bfd79bbb71fa7d943e6fc060a8ae"},
};

static struct pv_xaes *xaes_of(unsigned char key_byte)
{
    struct pv_xaes *xaes = NULL;
    unsigned char key[32];
    memset(key, key_byte, sizeof key);
    assert_int_equal(pv_xaes_new(key, &xaes), PAVE_OK);
    return xaes;
}

static void assert_hex(const unsigned char *bytes, size_t n, const char *expected)
{
    char hex[256];
    assert_true(2 * n < sizeof hex);
    sodium_bin2hex(hex, sizeof hex, bytes, n);
    assert_string_equal(hex, expected);
}

static void agrees_with_the_published_vectors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        const struct vector *v = &vectors[i];
        unsigned char commitment[32];
        unsigned char out[64];
        unsigned char back[64];
        size_t n = strlen(v->message);
        struct pv_aead_call call = {.nonce = (const unsigned char *)v->nonce,
                                    .aad = pv_str_of(v->aad),
                                    .commitment = commitment};
        struct pv_xaes *xaes = xaes_of(v->key_byte);
        assert_int_equal(pv_xaes_seal(xaes, &call, v->message, n, out), PAVE_OK);
        assert_hex(out, n + 16, v->sealed);
        assert_hex(commitment, 32, v->commitment);
        call.expected = commitment;
        assert_int_equal(pv_xaes_open(xaes, &call, out, n + 16, back), PAVE_OK);
        assert_memory_equal(back, v->message, n);
        pv_xaes_free(xaes);
    }
}

static void refuses_another_commitment_and_wipes(void **state)
{
    struct pv_xaes *xaes = xaes_of(1);
    unsigned char commitment[32];
    unsigned char sealed[20];
    unsigned char back[4] = "full";
    struct pv_aead_call call = {.nonce = (const unsigned char *)vectors[0].nonce,
                                .commitment = commitment};
    (void)state;
    assert_int_equal(pv_xaes_seal(xaes, &call, "text", 4, sealed), PAVE_OK);
    commitment[31] ^= 1;
    call.expected = commitment;
    assert_int_equal(pv_xaes_open(xaes, &call, sealed, sizeof sealed, back), PAVE_REFUSED);
    assert_memory_equal(back, "\0\0\0\0", 4);
    assert_int_equal(pv_xaes_open(xaes, &call, sealed, 15, back), PAVE_REFUSED);
    pv_xaes_free(xaes);
}

/* The size decides who works; the bytes may not depend on it. */
static void both_backends_give_the_same_bytes(void **state)
{
    unsigned char message[600];
    unsigned char key[32];
    (void)state;
    randombytes_buf(message, sizeof message);
    randombytes_buf(key, sizeof key);
    if (!crypto_aead_aes256gcm_is_available())
        skip();
    for (size_t n = PV_GCM_SMALL_MAX - 1; n <= PV_GCM_SMALL_MAX + 1; n++) {
        unsigned char ours[700];
        unsigned char theirs[700];
        struct pv_gcm gcm = {0};
        struct pv_gcm_call call = {key, message, pv_str_of("aad")};
        assert_int_equal(pv_gcm_seal(&gcm, &call, message, n, ours), PAVE_OK);
        crypto_aead_aes256gcm_encrypt(theirs, NULL, message, n, (const unsigned char *)"aad", 3,
                                      NULL, message, key);
        assert_memory_equal(ours, theirs, n + 16);
        assert_int_equal(pv_gcm_open(&gcm, &call, theirs, n + 16, ours), PAVE_OK);
        assert_memory_equal(ours, message, n);
        pv_gcm_clear(&gcm);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_published_vectors),
        cmocka_unit_test(refuses_another_commitment_and_wipes),
        cmocka_unit_test(both_backends_give_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
