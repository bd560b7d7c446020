/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    struct pave_library *library = open_library();
    struct pave_token_rules rules = {0};
    struct pave_token_options options = {0};
    struct pave_key *login = NULL;
    struct pave_key *invite = NULL;
    struct pave_bytes token = PAVE_BYTES_INIT;
    struct pave_bytes claims = PAVE_BYTES_INIT;
    char public_text[PAVE_PASERK_PUBLIC_TEXT];

    CHECK(read_token(text_of("jwks.json", NULL), text_of("jwt.txt", NULL)) == 0 && n_used > 0);
    n_used = 0;
    CHECK(read_token(text_of("jwks.json", NULL), "x.y.z") == -1);

    CHECK(pave_key_open(library, "login", &login, NULL) == PAVE_OK);
    CHECK(issue(login, "u-1", &token) == 0);
    CHECK(verify(login, "u-1", (const char *)token.p) == 0 && n_used > 0);
    CHECK(verify(login, "u-2", (const char *)token.p) == -1);
    pave_bytes_free(&token);

    options.size = sizeof options;
    options.audience = "portal";
    options.ttl_s = 60;
    rules.size = sizeof rules;
    rules.audience = "portal";
    CHECK(pave_key_open(library, "invite", &invite, NULL) == PAVE_OK);
    CHECK(pave_token_public(invite, public_text) == PAVE_OK);
    CHECK(pave_token_issue(invite, "{}", 2, &options, &token, NULL) == PAVE_OK);
    CHECK(verify_with(public_text, (const char *)token.p, &rules, &claims) == 0);
    CHECK(verify_with("k4.public.x", (const char *)token.p, &rules, &claims) == -1);

    pave_bytes_free(&claims);
    pave_bytes_free(&token);
    pave_key_close(login);
    pave_key_close(invite);
    pave_library_close(library);
    return 0;
}
