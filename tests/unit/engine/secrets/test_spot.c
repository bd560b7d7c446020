/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/spot.h"

#include "engine/secrets/alphabet.h"
#include "engine/secrets/token_shape.h"
#include "support/test.h"

#include <ctype.h>

enum { BYTES = PV_SPOT_BLOCK + PV_SPOT_AFTER, BLOCKS = 3000 };

static void fill_by_lot(char *bytes, uint32_t *seed, const char *alphabet)
{
    size_t n = alphabet ? strlen(alphabet) : 256;
    for (size_t i = 0; i < BYTES; i++) {
        *seed = *seed * 1664525 + 1013904223;
        size_t number = (*seed >> 12) % n;
        bytes[i] = alphabet ? alphabet[number] : (char)number;
    }
}

static void the_wide_way_finds_what_plain_c_finds(void **state)
{
    static const char *const alphabets[] = {NULL, "apsSwPkeyTOKvr_-.", "abc.:/$-|~'\"Q0 8=(u\\B",
                                            "sk_lipveAKIAghpxox-.~19Zd"};
    static struct pv_spot_tables plain;
    static struct pv_spot_tables wide;
    uint32_t seed = 5;
    (void)state;
    pv_spot_fill(&plain, false);
    pv_spot_fill(&wide, true);
    assert_false(plain.is_wide);
    for (size_t i = 0; i < BLOCKS; i++) {
        char bytes[BYTES];
        struct pv_spots one = {0};
        struct pv_spots other = {0};
        fill_by_lot(bytes, &seed, alphabets[i % PV_COUNT(alphabets)]);
        pv_spot_sort(&plain, bytes, &one);
        pv_spot_sort(&wide, bytes, &other);
        assert_memory_equal(&one, &other, sizeof one);
    }
}

static bool is_name(char byte)
{
    return pv_alphabet_has(PV_ALPHABET_URL, byte) || byte == '.';
}

static void classes_are_exact(void **state)
{
    static struct pv_spot_tables tables;
    (void)state;
    pv_spot_fill(&tables, true);
    for (unsigned byte = 0; byte < 256; byte++) {
        char bytes[BYTES] = {(char)byte};
        struct pv_spots spots = {0};
        pv_spot_sort(&tables, bytes, &spots);
        assert_int_equal(spots.alnums & 1, pv_alphabet_has(PV_ALPHABET_ALNUM, (char)byte));
        assert_int_equal(spots.words & 1, pv_alphabet_has(PV_ALPHABET_WORD, (char)byte));
        assert_int_equal(spots.names & 1, is_name((char)byte));
        assert_int_equal(spots.runs & 1, pv_token_is_byte((char)byte));
        assert_int_equal(spots.escapes & 1, byte == '\\');
    }
}

/* The walk looks only at runs so long, and only where a token's three bytes are. */
static void every_shape_of_tokens_is_spotted(void **state)
{
    static struct pv_spot_tables tables;
    unsigned char front[PV_TOKEN_FRONT];
    (void)state;
    pv_spot_fill(&tables, true);
    for (size_t i = 1; pv_token_front(i, front); i++) {
        char bytes[BYTES] = {(char)front[0], (char)front[1], front[2] ? (char)front[2] : '7'};
        struct pv_spots spots = {0};
        pv_spot_sort(&tables, bytes, &spots);
        assert_true(pv_spot_is_token(&tables, bytes));
        assert_true(pv_token_least(i) >= PV_TOKEN_LEAST || (spots.signs & 1));
    }
}

/* Of all words: secret_name.c rests on it, too. */
static void every_word_of_a_secret_name_has_a_hint(void **state)
{
    static const char *const words[] = {
#define END(text, name) text,
#define WHOLE(text, name) text,
#include "engine/secrets/name_word.def"
        "key",
    };
    static struct pv_spot_tables tables;
    (void)state;
    pv_spot_fill(&tables, true);
    for (size_t i = 0; i < PV_COUNT(words); i++) {
        char bytes[BYTES] = {0};
        struct pv_spots spots = {0};
        for (size_t k = 0; words[i][k]; k++)
            bytes[k] = (char)(k % 2 ? toupper(words[i][k]) : words[i][k]);
        pv_spot_sort(&tables, bytes, &spots);
        assert_true(spots.hints != 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_wide_way_finds_what_plain_c_finds),
        cmocka_unit_test(classes_are_exact),
        cmocka_unit_test(every_shape_of_tokens_is_spotted),
        cmocka_unit_test(every_word_of_a_secret_name_has_a_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
