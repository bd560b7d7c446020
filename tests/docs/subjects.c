/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    struct pave_library *library = open_library();
    struct pave_bytes secret = PAVE_BYTES_INIT;
    CHECK(register_patient(library, "p-17", &secret) == 0 && secret.n == PAVE_SUBJECT_SECRET_BYTES);
    struct pave_key *key = key_of_patient(library, "p-17", &secret);
    CHECK(key != NULL);
    CHECK(key_of_patient(library, "p-18", &secret) == NULL);
    pave_key_close(key);
    pave_bytes_free(&secret);
    pave_library_close(library);
    return 0;
}
