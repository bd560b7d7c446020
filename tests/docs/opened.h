/* SPDX-License-Identifier: Apache-2.0 */
/* opened: the clinic's library, for pages that do not open one themselves. */
static enum pave_status by_program(void *user, const char *keyset, struct pave_unlock *out)
{
    (void)user;
    (void)keyset;
    out->program = "./unwrap";
    return PAVE_OK;
}

static struct pave_library *open_library(void)
{
    struct pave_library_options options = {sizeof options, "policy.json",
                                           text_of("trust.txt", NULL), by_program, NULL};
    struct pave_library *library = NULL;
    CHECK(pave_library_open(&options, &library, NULL) == PAVE_OK);
    return library;
}
