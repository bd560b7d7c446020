/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    struct pave_unlock unlock = {0};
    uint32_t id = 0;
    unlock.size = sizeof unlock;
    unlock.program = "./unwrap";
    CHECK(rotate("phi.keyset", &unlock, &id) == 0 && id > 0);
    CHECK(promote("phi.keyset", &unlock, id) == -1); /* not before a day has passed */
    CHECK(rotate("nothing.keyset", &unlock, &id) == -1);
    return 0;
}
