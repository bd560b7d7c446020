/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    struct pave_unlock unlock = {0};
    struct pave_library *library = open_library();
    struct pave_key *disks = NULL;
    uint32_t id = 0;
    uint32_t first = 0;
    unlock.size = sizeof unlock;
    unlock.program = "./unwrap";
    CHECK(rotate("phi.keyset", &unlock, &id) == 0 && id > 0);
    CHECK(promote("phi.keyset", &unlock, id) == -1); /* not before a day has passed */
    CHECK(rotate("nothing.keyset", &unlock, &id) == -1);

    CHECK(pave_key_open(library, "disk", &disks, NULL) == PAVE_OK);
    CHECK(use_disk_key(disks, &first) == 0 && first != 0 && n_used == 32);
    CHECK(use_disk_key(disks, &first) == 0 && n_used == 64 && memcmp(used, used + 32, 32) == 0);
    pave_key_close(disks);
    pave_library_close(library);
    return 0;
}
