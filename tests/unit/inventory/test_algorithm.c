/* SPDX-License-Identifier: Apache-2.0 */
#include "inventory/algorithm.h"

#include "support/test.h"

static void names_are_one(void **state)
{
    static const struct {
        const char *text;
        const char *mode;
        const char *size;
        const char *name;
        const char *primitive;
        unsigned size_bits;
    } cases[] = {
        {"aes-256-gcm", "", "", "AES-256-GCM", "ae", 256},
        {"AES/GCM/NoPadding", "", "", "AES-GCM", "ae", 0},
        {"EVP_aes_128_cbc", "", "", "AES-128-CBC", "block-cipher", 128},
        {"AES", "MODE_ECB", "", "AES-ECB", "block-cipher", 0},
        {"DESede/CBC/PKCS5Padding", "", "", "3DES-CBC", "block-cipher", 0},
        {"EVP_des_ede3_cbc", "", "", "3DES-CBC", "block-cipher", 0},
        {"des", "", "", "DES", "block-cipher", 0},
        {"SHA-256", "", "", "SHA-256", "hash", 0},
        {"sha512_256", "", "", "SHA-512/256", "hash", 0},
        {"SHA3_512", "", "", "SHA3-512", "hash", 0},
        {"SHA256withRSA", "", "", "RSA", "signature", 0},
        {"RSA", "", "4096", "RSA-4096", "signature", 4096},
        {"PBKDF2WithHmacSHA1", "", "", "PBKDF2", "kdf", 0},
        {"PROTOCOL_TLSv1_2", "", "", "TLS 1.2", "other", 0},
        {"VersionTLS13", "", "", "TLS 1.3", "other", 0},
        {"SSLv3_method", "", "", "SSL 3.0", "other", 0},
        {"quantum-9000", "", "", "quantum-9000", "unknown", 0},
        {"", "", "", "", "unknown", 0},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_algorithm got = {0};
        pv_algorithm_read(pv_str_of(cases[i].text), pv_str_of(cases[i].mode),
                          pv_str_of(cases[i].size), &got);
        assert_string_equal(got.name, cases[i].name);
        assert_string_equal(got.primitive, cases[i].primitive);
        assert_int_equal(got.size_bits, cases[i].size_bits);
    }
}

static void strength_is_known(void **state)
{
    struct pv_algorithm got = {0};
    (void)state;
    pv_algorithm_read(PV_STR("AES-256-GCM"), PV_STR(""), PV_STR(""), &got);
    assert_int_equal(got.strength_bits, 256);
    pv_algorithm_read(PV_STR("RSA"), PV_STR(""), PV_STR("1024"), &got);
    assert_int_equal(got.strength_bits, 0);
    pv_algorithm_read(PV_STR("md5"), PV_STR(""), PV_STR(""), &got);
    assert_int_equal(got.strength_bits, 0);
}

static void long_words_are_cut(void **state)
{
    char text[5000];
    struct pv_algorithm got = {0};
    (void)state;
    memset(text, 'a', sizeof text);
    pv_algorithm_read((struct pv_str){text, sizeof text}, PV_STR(""), PV_STR(""), &got);
    assert_int_equal(strlen(got.name), PV_ALGORITHM_NAME - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_one),
        cmocka_unit_test(strength_is_known),
        cmocka_unit_test(long_words_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
