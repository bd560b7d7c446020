/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    struct pave_library *library = open_library();
    struct pave_index *who = open_who(library);
    CHECK(who != NULL);
    CHECK(index_row(who, "p-17", "Lovelace", "1815-12-10") == 0);
    CHECK(find_rows(who, " LOVELACE", "18151210") == 0 && has_used("row"));
    CHECK(find_rows(who, "Lovelace", "none") == -1);
    pave_index_close(who);
    pave_library_close(library);
    return 0;
}
