/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/published.h"

#include "base/buf.h"
#include "support/test.h"

/* "@" is where the key stands. */
static bool is_published(const char *path, const char *text)
{
    struct pv_buf out = {0};
    struct pv_str rest = pv_str_of(text);
    size_t at = pv_str_find(rest, PV_STR("@"), 0);
    pv_buf_add(&out, pv_str_sub(rest, 0, at));
    PV_BUF_LIT(&out, "KEY");
    pv_buf_add(&out, pv_str_sub(rest, at + 1, rest.n));
    const struct pv_secret_search search = {.text = pv_buf_str(&out), .path = pv_str_of(path)};
    const struct pv_secret secret = {PV_SECRET_GOOGLE_API, (uint32_t)at, (uint32_t)at + 3};
    bool published = pv_published_is(&search, &secret);
    pv_buf_clear(&out);
    return published;
}

static void knows_what_pages_and_apps_carry(void **state)
{
    static const char *const cases[][2] = {
        {"app/google-services.json", "\"current_key\": \"@\""},
        {"ios/GoogleService-Info.plist", "<key>API_KEY</key>\n<string>@</string>"},
        {"index.html", "key: '@'"},
        {"a.js", "const firebaseConfig = { apiKey: \"@\" }"},
        {"a.ts", "{\n  apiKey: '@',\n  authDomain: 'a.firebaseapp.com'\n}"},
        {"a.tsx", "src=\"https://maps.googleapis.com/maps/api/js?key=@&callback=init\""},
        {".env", "NEXT_PUBLIC_KEY=@"},
        {".env", "REACT_APP_API_KEY=@"},
        {".env", "GOOGLE_MAPS_API_KEY=@"},
        {"res/values/strings.xml", "<string name=\"google_maps_key\">\n@</string>"},
        {"a.swift", "GMSServices.provideAPIKey(\"@\")"},
        {"notes.txt", "the line below\n  @\n"},
        {"key", "@"},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (!is_published(cases[i][0], cases[i][1]))
            fail_msg("%s: %s", cases[i][0], cases[i][1]);
}

static void knows_what_servers_use(void **state)
{
    static const char *const cases[][2] = {
        {".env", "GEMINI_API_KEY=@"},
        {"a.py", "genai.configure(api_key=\"@\")"},
        {"a.py", "genai.configure(\n    \"@\"\n)"},
        {"a.js", "fetch('https://www.googleapis.com/youtube/v3/search?key=@')"},
        {"config.yaml", "google:\n  key: @\n"},
        {"a.go", "// maps are elsewhere\n\nvar a = 1\nconst key = \"@\""},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (is_published(cases[i][0], cases[i][1]))
            fail_msg("%s: %s", cases[i][0], cases[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_pages_and_apps_carry),
        cmocka_unit_test(knows_what_servers_use),
    };
    return cmocka_run_group_tests_name("published", tests, NULL, NULL);
}
