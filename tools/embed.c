/* SPDX-License-Identifier: Apache-2.0 */
/*
 * embed: writes files as a C source, so that a program carries them.
 *
 *     embed OUT.c SYMBOL ROOT FILE...
 *
 * makes `const struct pv_embedded SYMBOL[]`, in the order given, ended by a
 * zeroed one; each path is FILE without ROOT. Runs on the build machine, which
 * has a C compiler and maybe nothing else.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_A_LINE = 20 };

static void fail(const char *what, const char *path)
{
    (void)fprintf(stderr, "embed: %s: %s\n", path, what);
    exit(1);
}

/* As numbers: string literals have a length limit that compilers may keep. */
static size_t write_bytes(FILE *out, FILE *in)
{
    size_t n = 0;
    for (int byte = getc(in); byte != EOF; byte = getc(in), n++)
        (void)fprintf(out, "%s%d,", n % BYTES_A_LINE ? "" : "\n    ", (signed char)byte);
    return n;
}

static size_t embed_file(FILE *out, const char *path, int index)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        fail("cannot be opened", path);
    (void)fprintf(out, "static const char bytes_%d[] = {", index);
    size_t n = write_bytes(out, in);
    (void)fprintf(out, "0};\n");
    if (ferror(in))
        fail("cannot be read", path);
    (void)fclose(in);
    return n;
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        (void)fprintf(stderr, "usage: embed OUT.c SYMBOL ROOT FILE...\n");
        return 2;
    }
    size_t *sizes = calloc((size_t)argc, sizeof *sizes);
    FILE *out = fopen(argv[1], "wb");
    if (!sizes || !out)
        fail("cannot be written", argv[1]);

    (void)fprintf(out, "/* Made by tools/embed.c from %s's files. */\n", argv[2]);
    (void)fprintf(out, "#include \"base/embedded.h\"\n\n");
    for (int i = 4; i < argc; i++)
        sizes[i] = embed_file(out, argv[i], i);
    (void)fprintf(out, "\nconst struct pv_embedded %s[] = {\n", argv[2]);
    for (int i = 4; i < argc; i++) {
        size_t root = strlen(argv[3]);
        const char *path = argv[i];
        if (strncmp(path, argv[3], root) == 0)
            path += root + (path[root] == '/');
        (void)fprintf(out, "    {{\"%s\", %zu}, {bytes_%d, %zu}},\n", path, strlen(path), i,
                      sizes[i]);
    }
    (void)fprintf(out, "    {{0}, {0}},\n};\n");
    if (ferror(out) || fclose(out) != 0)
        fail("cannot be written", argv[1]);
    free(sizes);
    return 0;
}
