/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    static const char *const both[2] = {"Ada", "Grace"};
    struct pave_library *library = NULL;
    struct pave_key *names = open_names(text_of("trust.txt", NULL), &library);
    unsigned char room[200];
    size_t n = 0;
    CHECK(names != NULL);

    CHECK(write_name(names, "p-17", "Ada Lovelace") == 0 && strncmp(stored, "pave1:", 6) == 0);
    CHECK(read_name(names, "p-17") == 0 && has_used("Ada Lovelace"));
    CHECK(read_name(names, "p-18") == -1 && has_used(""));

    CHECK(seal_two(names, both) == 0 && n_used == 8 + 2 * 78);
    n_used = 0;
    CHECK(seal_into(names, "Ada", room, sizeof room, &n) == 0 && n == 81);
    CHECK(seal_into(names, "Ada", room, 80, &n) == -1);
    memset(stored, 0, sizeof stored);
    CHECK(reseal_name(names, "p-17", room, 81) == 0 && stored[0] == 0);
    CHECK(reseal_name(names, "p-18", room, 81) == -1);

    pave_key_close(names);
    pave_library_close(library);
    return 0;
}
