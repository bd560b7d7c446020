/* SPDX-License-Identifier: Apache-2.0 */
static enum pave_status to_file(void *user, const void *bytes, size_t size)
{
    return fwrite(bytes, 1, size, (FILE *)user) == size ? PAVE_OK : PAVE_IO;
}

static enum pave_status from_file(void *user, void *bytes, size_t capacity, size_t *size)
{
    *size = fread(bytes, 1, capacity, (FILE *)user);
    return ferror((FILE *)user) ? PAVE_IO : PAVE_OK;
}

int main(void)
{
    struct pave_library *library = open_library();
    struct pave_key *key = NULL;
    struct pave_pipe pipe = {to_file, from_file, NULL};
    char part[4];
    size_t n = 0;
    CHECK(pave_key_open(library, "phi.scan", &key, NULL) == PAVE_OK);

    CHECK(seal_scan(key, "p-17") == 0);
    CHECK(read_part(key, "p-17", 3, part, sizeof part, &n) == 0 && n == 4 &&
          memcmp(part, "3456", 4) == 0);
    CHECK(read_part(key, "p-18", 3, part, sizeof part, &n) == -1);

    FILE *plain = fopen("scan.dcm", "rb");
    FILE *sealed = fopen("stream.pave", "w+b");
    CHECK(plain && sealed);
    pipe.user = sealed;
    CHECK(send_sealed(key, "p-17", &pipe, plain) == 0);
    rewind(sealed);
    CHECK(receive_sealed(key, "p-17", &pipe) == 0 && has_used("0123456789abcdef0123456789abcdef"));
    rewind(sealed);
    CHECK(receive_sealed(key, "p-18", &pipe) == -1);
    fclose(plain);
    fclose(sealed);
    pave_key_close(key);
    pave_library_close(library);
    return 0;
}
