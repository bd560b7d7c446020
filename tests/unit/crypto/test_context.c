/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/context.h"

#include "support/test.h"

#include <string.h>

static struct pv_str body(const struct pv_context *context)
{
    return (struct pv_str){(const char *)context->bytes + PV_CONTEXT_HEAD,
                           context->n - PV_CONTEXT_HEAD};
}

static void writes_one_form_for_any_order(void **state)
{
    static struct pv_context a;
    static struct pv_context b;
    static const char expected[] = "\0\2"
                                   "\0\6column\0\0\0\4name"
                                   "\0\7patient\0\0\0\2p1";
    const struct pave_field fields[] = {pave_field_text("patient", "p1"),
                                        pave_field_text("column", "name")};
    const struct pave_field other[] = {fields[1], fields[0]};
    (void)state;
    assert_int_equal(pv_context_write(fields, 2, &a), PAVE_OK);
    assert_int_equal(pv_context_write(other, 2, &b), PAVE_OK);
    assert_true(pv_str_eq(body(&a), body(&b)));
    assert_true(pv_str_eq(body(&a), (struct pv_str){expected, sizeof expected - 1}));
    assert_int_equal(pv_context_write(NULL, 0, &a), PAVE_OK);
    assert_true(pv_str_eq(body(&a), (struct pv_str){"\0", 2}));
}

static void refuses_bad_names_and_repetition(void **state)
{
    static struct pv_context context;
    char longest[66];
    memset(longest, 'a', 65);
    longest[65] = 0;
    const char *const bad[] = {"", "Patient", "pati ent", "p\xc3\xa4", longest};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const struct pave_field field = pave_field_text(bad[i], "x");
        assert_int_equal(pv_context_write(&field, 1, &context), PAVE_CONTEXT);
    }
    const struct pave_field twice[] = {pave_field_text("a", "1"), pave_field_text("b", "2"),
                                       pave_field_text("a", "3")};
    assert_int_equal(pv_context_write(twice, 3, &context), PAVE_CONTEXT);
    const struct pave_field none = {NULL, "x", 1};
    assert_int_equal(pv_context_write(&none, 1, &context), PAVE_CONTEXT);
    const struct pave_field hollow = {"a", NULL, 1};
    assert_int_equal(pv_context_write(&hollow, 1, &context), PAVE_ARGUMENT);
    assert_int_equal(pv_context_write(NULL, 1, &context), PAVE_ARGUMENT);
}

static void keeps_its_limits(void **state)
{
    static struct pv_context context;
    static char large[PV_CONTEXT_BYTES_MAX];
    static struct pave_field many[PV_CONTEXT_FIELDS_MAX + 1];
    (void)state;
    const struct pave_field exact = {"a", large, PV_CONTEXT_BYTES_MAX - 2 - 7};
    const struct pave_field over = {"a", large, PV_CONTEXT_BYTES_MAX - 2 - 6};
    assert_int_equal(pv_context_write(&exact, 1, &context), PAVE_OK);
    assert_int_equal(pv_context_write(&over, 1, &context), PAVE_LIMIT);
    assert_int_equal(pv_context_write(many, PV_CONTEXT_FIELDS_MAX + 1, &context), PAVE_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_one_form_for_any_order),
        cmocka_unit_test(refuses_bad_names_and_repetition),
        cmocka_unit_test(keeps_its_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
