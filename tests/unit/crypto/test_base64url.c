/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/base64url.h"

#include "support/test.h"

#include <sodium.h>
#include <string.h>

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static bool reads(const char *text, size_t n)
{
    unsigned char out[16];
    size_t got = 0;
    return pv_base64url_read((struct pv_str){text, n}, out, sizeof out, &got);
}

/* Every byte at every place, since each text stands for bytes of its own. */
static void knows_its_alphabet_and_no_other_byte(void **state)
{
    (void)state;
    for (size_t at = 0; at < 4; at++) {
        for (int byte = 0; byte < 256; byte++) {
            char text[] = "AAAA";
            text[at] = (char)byte;
            assert_true(reads(text, 4) == (byte != 0 && strchr(alphabet, byte) != NULL));
        }
    }
}

static void reads_one_form_of_everything(void **state)
{
    static const struct {
        const char *text;
        bool is_read;
    } cases[] = {{"", true},      {"A", false},     {"AA", true},     {"AAA", true},
                 {"AAAA", true},  {"AB", false},    {"AAB", false},   {"AA==", false},
                 {"AAA=", false}, {"AAAAA", false}, {"AA AA", false}, {"AAAA\n", false},
                 {"AQ", true},    {"AAE", true}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_true(reads(cases[i].text, strlen(cases[i].text)) == cases[i].is_read);
}

static void keeps_to_the_room_it_has(void **state)
{
    unsigned char out[3] = {0};
    size_t n = 0;
    (void)state;
    assert_true(pv_base64url_bytes(PV_STR("AAAA"), out, 3));
    assert_false(pv_base64url_bytes(PV_STR("AAAA"), out, 2));
    assert_false(pv_base64url_bytes(PV_STR("AAA"), out, 3));
    assert_false(pv_base64url_read(PV_STR("AAAAAA"), out, 3, &n));
}

/* Each length beside libsodium, and each value of a character at each place. */
static void writes_and_reads_what_others_do(void **state)
{
    unsigned char bytes[64];
    unsigned char back[64];
    char text[96];
    char theirs[96];
    size_t n = 0;
    (void)state;
    for (unsigned step = 1; step < 512; step += 2) {
        for (size_t size = 0; size <= sizeof bytes; size++) {
            for (size_t i = 0; i < size; i++)
                bytes[i] = (unsigned char)(i * step + step / 7);
            pv_base64url_write(bytes, size, text);
            assert_non_null(sodium_bin2base64(theirs, sizeof theirs, bytes, size,
                                              sodium_base64_VARIANT_URLSAFE_NO_PADDING));
            assert_string_equal(text, theirs);
            assert_true(pv_base64url_read(pv_str_of(text), back, size, &n));
            assert_int_equal(n, size);
            assert_memory_equal(back, bytes, size);
        }
    }
}

/* A wrong byte is seen wherever it is, in whole blocks and behind them. */
static void sees_a_wrong_byte_at_every_place(void **state)
{
    unsigned char out[32];
    char text[] = "0123456789ABCDEFGHIJabcd-_uv";
    size_t n = 0;
    (void)state;
    for (size_t at = 0; at < sizeof text - 1; at++) {
        for (int byte = 0; byte < 256; byte++) {
            char before = text[at];
            bool is_known = byte != 0 && strchr(alphabet, byte) != NULL;
            text[at] = (char)byte;
            struct pv_str view = {text, sizeof text - 1};
            assert_true(pv_base64url_read(view, out, sizeof out, &n) == is_known);
            text[at] = before;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_its_alphabet_and_no_other_byte),
        cmocka_unit_test(reads_one_form_of_everything),
        cmocka_unit_test(keeps_to_the_room_it_has),
        cmocka_unit_test(writes_and_reads_what_others_do),
        cmocka_unit_test(sees_a_wrong_byte_at_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
