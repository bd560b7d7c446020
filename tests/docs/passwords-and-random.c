/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    char token[PAVE_TOKEN_TEXT];
    char code[PAVE_PIN_TEXT];
    char first[PAVE_PASSWORD_TEXT];
    uint64_t card = 0;
    struct pave_password_cost cheap = {sizeof cheap, 19456, 2};
    CHECK(sign_up("ada", "correct horse") == 0);
    strcpy(first, stored);
    CHECK(log_in("ada", "correct horse", first) == 0 && strcmp(stored, first) == 0);
    CHECK(log_in("ada", "wrong", first) == -1);
    CHECK(log_in("nobody", "wrong", NULL) == -1);
    CHECK(pave_password_hash("correct horse", 13, &cheap, first) == PAVE_OK);
    CHECK(log_in("ada", "correct horse", first) == 0 &&
          strncmp(stored, "$argon2id$v=19$m=65536,t=3", 26) == 0);
    CHECK(new_session(token, code, &card) == 0 && strlen(token) == 43 && strlen(code) == 6 &&
          card < 52);
    return 0;
}
