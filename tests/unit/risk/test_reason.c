/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/reason.h"

#include "support/service_text.h"
#include "support/test.h"

enum { NOW = 1790000000 /* 2026-09-21 */ };

#define HEAD                                                                                       \
    "kind: Component\nmetadata:\n  name: records\n  annotations:\n    pave.dev/tier: tier3\n"
#define API(notes)                                                                                 \
    "spec: {consumesApis: [pay]}\n---\nkind: API\nmetadata: {name: pay, annotations: {" notes "}}\n"
#define CLASS(class) "pave: {class: " class ", impact: total, automatable: false, pre-auth: true}"

static void tells_what_is_known_and_why_not_the_rest(void **state)
{
    static const struct {
        const char *metadata;
        const char *catalog;
        const char *reason;
    } cases[] = {
        {CLASS("transport.clear"),
         HEAD API("pave.dev/exposure: partner, pave.dev/data: 'pci, credential', "
                  "pave.dev/credential-binding: bearer"),
         "records calls pay, which carries pci data that is not proved sealed and a credential "
         "that whoever reads it can use; a partner reaches it, and the attack needs no login. "
         "With the data proved sealed it would be defer."},
        {CLASS("transport.clear"), HEAD API("pave.dev/data: credential"),
         "records calls pay, which carries a credential of a kind that nobody says; who reaches "
         "it is not said. With the data proved sealed it would be defer."},
        {CLASS("transport.clear"), HEAD API("pave.dev/exposure: isolated, pave.dev/data: public"),
         "records calls pay, which carries only public data; nothing outside reaches it."},
        {CLASS("transport.clear"), HEAD API("pave.dev/exposure: isolated"),
         "records calls pay: which data it carries is not said; nothing outside reaches it. With "
         "the data proved sealed it would be defer."},
        {CLASS("crypto.fixed-key"),
         HEAD "    pave.dev/exposure: internal\n    pave.dev/data: phi\n    pave.dev/sealed: phi\n",
         "records holds phi data that is said to be sealed, without proof; other services reach "
         "it, and the attack needs no login. With the data proved sealed it would be defer."},
        {CLASS("crypto.weak-cipher"),
         HEAD "    pave.dev/exposure: internal\n    pave.dev/data: phi:store\n"
              "    pave.dev/reviewed: 2025-01-01\n",
         "records: which data it holds was last reviewed 628 days ago; who reaches it was last "
         "reviewed 628 days ago."},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
        PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
        struct pv_policy policy = {0};
        struct pv_settings settings = {0};
        struct pv_doc doc = {0};
        const struct pv_rule rule = {.metadata = &doc};
        assert_ok(pv_policy_read_shipped(&policy, NULL));
        assert_ok(pv_doc_read(&mem, pv_str_of(cases[i].metadata), &doc, NULL, NULL));
        struct pv_service service = service_of(&mem, cases[i].catalog, NOW);
        pv_settings_of(&rule, &service, PV_STR("x.py"), &settings);
        pv_reason_add(&text, &policy, &settings);
        pv_buf_add_byte(&text, '\0');
        assert_string_equal(text.p, cases[i].reason);
    }
}

static void tells_what_obligations_add(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    struct pv_policy policy = {0};
    struct pv_settings settings = {0};
    struct pv_doc doc = {0};
    const struct pv_rule rule = {.metadata = &doc};
    (void)state;
    assert_ok(pv_policy_read_shipped(&policy, NULL));
    assert_ok(pv_doc_read(&mem, PV_STR("pave: {class: crypto.weak-cipher, impact: partial}"), &doc,
                          NULL, NULL));
    struct pv_service service =
        service_of(&mem,
                   HEAD "    pave.dev/exposure: isolated\n    pave.dev/data: phi:store\n"
                        "    pave.dev/obligations: hipaa\n",
                   NOW);
    pv_settings_of(&rule, &service, PV_STR("x.py"), &settings);
    pv_reason_add(&text, &policy, &settings);
    pv_buf_add_byte(&text, '\0');
    assert_non_null(strstr(text.p, "By risk alone it would be defer"));
    assert_non_null(strstr(text.p, "an obligation (hipaa) asks for more."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_what_is_known_and_why_not_the_rest),
        cmocka_unit_test(tells_what_obligations_add),
    };
    return cmocka_run_group_tests_name("reason", tests, NULL, NULL);
}
