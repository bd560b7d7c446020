/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What programs were compiled with stays true: sizes of structs that callers make, numbers of what
 * is answered. A new member goes behind the others and changes a size here, knowingly, and
 * calls go on taking the size that was agreed first; a number is never given a second meaning.
 * Sizes are those of systems with pointers of 64 bits.
 */
#include "support/test.h"

#include <pave/pave.h>

#include <string.h>

static const struct size {
    const char *name;
    size_t here;
    size_t agreed;
} sizes[] = {
    {"pave_bytes", sizeof(struct pave_bytes), 16},
    {"pave_error", sizeof(struct pave_error), 344},
    {"pave_field", sizeof(struct pave_field), 24},
    {"pave_file_job", sizeof(struct pave_file_job), 64},
    {"pave_index_advice", sizeof(struct pave_index_advice), 32},
    {"pave_index_token", sizeof(struct pave_index_token), 32},
    {"pave_info", sizeof(struct pave_info), 48},
    {"pave_item", sizeof(struct pave_item), 56},
    {"pave_jwt_rules", sizeof(struct pave_jwt_rules), 48},
    {"pave_keyset_options", sizeof(struct pave_keyset_options), 48},
    {"pave_library_options", sizeof(struct pave_library_options), 40},
    {"pave_message", sizeof(struct pave_message), 80},
    {"pave_paseto_beside", sizeof(struct pave_paseto_beside), 40},
    {"pave_password_cost", sizeof(struct pave_password_cost), 16},
    {"pave_pipe", sizeof(struct pave_pipe), 24},
    {"pave_received", sizeof(struct pave_received), 112},
    {"pave_room", sizeof(struct pave_room), 24},
    {"pave_subject", sizeof(struct pave_subject), 32},
    {"pave_token_options", sizeof(struct pave_token_options), 48},
    {"pave_token_rules", sizeof(struct pave_token_rules), 56},
    {"pave_unlock", sizeof(struct pave_unlock), 48},
};

static const struct number {
    const char *name;
    int agreed;
} numbers[] = {
    {"PAVE_OK", 0},          {"PAVE_REFUSED", -1},      {"PAVE_NO_MEMORY", -2},
    {"PAVE_ARGUMENT", -3},   {"PAVE_LIMIT", -4},        {"PAVE_IO", -5},
    {"PAVE_SYNTAX", -6},     {"PAVE_UNTRUSTED", -7},    {"PAVE_EXPIRED", -8},
    {"PAVE_NO_PURPOSE", -9}, {"PAVE_CONTEXT", -10},     {"PAVE_NOT_SEALED", -11},
    {"PAVE_NEWER", -12},     {"PAVE_NO_KEY", -13},      {"PAVE_KEY_STATE", -14},
    {"PAVE_LOCKED", -15},    {"PAVE_FORBIDDEN", -16},   {"PAVE_USED_UP", -17},
    {"PAVE_EXISTS", -18},    {"PAVE_NO_FILE", -19},     {"PAVE_BACKEND", -20},
    {"PAVE_BUSY", -21},      {"PAVE_MISDIRECTED", -22}, {"PAVE_REPLAYED", -23},
};

static void structs_have_their_sizes(void **state)
{
    (void)state;
    if (sizeof(void *) != 8)
        skip();
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        if (sizes[i].here != sizes[i].agreed)
            fail_msg("struct %s: %zu bytes, agreed are %zu", sizes[i].name, sizes[i].here,
                     sizes[i].agreed);
    }
}

static void statuses_have_their_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        const char *name = pave_error_name((enum pave_status)numbers[i].agreed);
        assert_string_equal(name, numbers[i].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(structs_have_their_sizes),
        cmocka_unit_test(statuses_have_their_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
