/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/hpke.h"

#include "base/arena.h"
#include "support/test.h"
#include "support/vectors.h"

#include <sodium.h>
#include <string.h>

static const char published[] =
    "{"
    "\"info\":\"4f6465206f6e2061204772656369616e2055726e\""
    ","
    "\"enc\":\"6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256\""
    ","
    "\"skRm\":\"497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d\""
    ","
    "\"skEm\":\"179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11\""
    ","
    "\"pkRm\":\"430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c\""
    ",\"encryptions\":[{"
    "\"aad\":\"436f756e742d30\""
    ","
    "\"pt\":\"4265617574792069732074727574682c20747275746820626561757479\""
    ","
    "\"ct\":\"e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a"
    "925cdad859d5b7a\""
    "}]}";

/* The first message of RFC 9180's vector for this suite; both ways, and with each byte changed. */
static void check_vector(struct pv_arena *mem, const struct pv_record *vector)
{
    const struct pv_record *first = pv_record_get(vector, "encryptions")->first;
    struct pv_str message = vectors_hex(mem, vectors_text(first, "pt"));
    struct pv_str sealed = vectors_hex(mem, vectors_text(first, "ct"));
    struct pv_str enc = vectors_hex(mem, vectors_text(vector, "enc"));
    struct pv_str secret = vectors_hex(mem, vectors_text(vector, "skRm"));
    struct pv_str ephemeral = vectors_hex(mem, vectors_text(vector, "skEm"));
    struct pv_str recipient = vectors_hex(mem, vectors_text(vector, "pkRm"));
    const struct pv_hpke_call call = {.aead = PV_HPKE_AES_256_GCM,
                                      .public_key = (const unsigned char *)recipient.p,
                                      .info = vectors_hex(mem, vectors_text(vector, "info")),
                                      .aad = vectors_hex(mem, vectors_text(first, "aad"))};
    unsigned char made_enc[32];
    unsigned char out[256];
    char changed[256];

    assert_int_equal(
        pv_hpke_seal(&call, (const unsigned char *)ephemeral.p, message, made_enc, out), PAVE_OK);
    assert_memory_equal(made_enc, enc.p, 32);
    assert_memory_equal(out, sealed.p, sealed.n);
    assert_int_equal(pv_hpke_open(&call, (const unsigned char *)secret.p,
                                  (const unsigned char *)enc.p, sealed, out),
                     PAVE_OK);
    assert_memory_equal(out, message.p, message.n);
    for (size_t i = 0; i < sealed.n; i++) {
        memcpy(changed, sealed.p, sealed.n);
        changed[i] ^= 1;
        assert_int_equal(pv_hpke_open(&call, (const unsigned char *)secret.p,
                                      (const unsigned char *)enc.p,
                                      (struct pv_str){changed, sealed.n}, out),
                         PAVE_REFUSED);
    }
}

/* A.1 of RFC 9180 has AES-128; its AES-256 vector is one of the 128 that accompany it. */
static void agrees_with_rfc_9180(void **state)
{
    struct pv_arena mem = {0};
    struct pv_record *vector = NULL;
    (void)state;
    assert_int_equal(pv_record_read(&mem, pv_str_of(published), &vector, NULL), PAVE_OK);
    check_vector(&mem, vector);
    pv_arena_clear(&mem);
}

static void refuses_keys_of_small_order(void **state)
{
    static const unsigned char zero[32];
    const struct pv_hpke_call call = {.aead = PV_HPKE_AES_256_GCM, .public_key = zero};
    unsigned char enc[32];
    unsigned char out[32];
    (void)state;
    assert_int_equal(pv_hpke_seal(&call, NULL, PV_STR("message"), enc, out), PAVE_REFUSED);
    assert_int_equal(pv_hpke_open(&call, (const unsigned char *)"0123456789abcdef0123456789abcdef",
                                  zero, PV_STR("sixteen bytes and"), out),
                     PAVE_REFUSED);
    assert_int_equal(pv_hpke_open(&call, zero, zero, PV_STR("short"), out), PAVE_REFUSED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_rfc_9180),
        cmocka_unit_test(refuses_keys_of_small_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
