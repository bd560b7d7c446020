/* SPDX-License-Identifier: Apache-2.0 */
/*
 * man3: the manual pages of libpave, made of its headers.
 *
 *     man3 FOLDER VERSION HEADER.h
 *
 * writes FOLDER/libpave_HEADER.3 with all that the header says, and for each of its functions a
 * page that leads there. What is documented is thus what is declared. Runs on the build machine.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 512, BLOCK_LINES = 200, NAME_MAX_BYTES = 128, FUNCTIONS_MAX = 200 };

struct page {
    const char *folder;
    char header[NAME_MAX_BYTES];
    FILE *out;
};

/* A comment and the declaration behind it: what stands between two empty lines. */
struct block {
    char lines[BLOCK_LINES][LINE_MAX_BYTES];
    size_t n;
    int depth; /* of braces and of the comment; an empty line inside belongs to the block */
};

static void fail(const char *what, const char *path)
{
    (void)fprintf(stderr, "man3: %s: %s\n", path, what);
    exit(1);
}

/* A line of text, so that troff takes none of it for a request. */
static void write_line(FILE *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        (void)fputs("\\&", out);
    for (; *text; text++) {
        if (*text == '\\')
            (void)fputs("\\e", out);
        else if (*text == '-')
            (void)fputs("\\-", out);
        else
            (void)fputc(*text, out);
    }
    (void)fputc('\n', out);
}

static bool starts(const char *line, const char *prefix)
{
    return strncmp(line, prefix, strlen(prefix)) == 0;
}

static bool is_comment(const char *line)
{
    return starts(line, "/*") || starts(line, " *");
}

/* A line of a comment without what makes it one; NULL for a line that holds nothing else. */
static const char *comment_text(char *line)
{
    char *end = strstr(line, "*/");
    if (end)
        *end = '\0';
    char *text = line + (starts(line, "/*") ? 2 : starts(line, " *") ? 2 : 0);
    size_t n = strlen(text);
    while (n > 0 && isspace((unsigned char)text[n - 1]))
        text[--n] = '\0';
    if (*text == ' ')
        text++;
    return *text || !end ? text : NULL;
}

static void write_comment(FILE *out, char *line)
{
    bool is_start = starts(line, "/*");
    const char *text = comment_text(line);
    if (!text || (is_start && !*text))
        return;
    if (!*text) {
        (void)fputs(".PP\n", out);
    } else if (starts(text, "    ")) {
        (void)fputs(".nf\n", out);
        write_line(out, text);
        (void)fputs(".fi\n", out);
    } else {
        write_line(out, text);
    }
}

/* The name of the function that a line declares, or false. */
static bool function_name(const char *line, char name[NAME_MAX_BYTES])
{
    const char *at = strstr(line, "pave_");
    while (at) {
        size_t n = 0;
        while (isalnum((unsigned char)at[n]) || at[n] == '_')
            n++;
        bool is_word = at == line || !(isalnum((unsigned char)at[-1]) || at[-1] == '_');
        if (is_word && at[n] == '(' && n < NAME_MAX_BYTES) {
            memcpy(name, at, n);
            name[n] = '\0';
            return true;
        }
        at = strstr(at + n, "pave_");
    }
    return false;
}

static void write_link(const struct page *page, const char *function)
{
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/%s.3", page->folder, function);
    FILE *out = fopen(path, "wb");
    if (!out)
        fail("cannot be written", path);
    (void)fprintf(out, ".so man3/libpave_%s.3\n", page->header);
    if (fclose(out) != 0)
        fail("cannot be written", path);
}

/* What the compiler is told besides is left out, and so is how far the rest was moved for it. */
static void write_code(const struct page *page, const struct block *block, size_t from)
{
    static const char *const words[] = {"PAVE_API ", "PAVE_CHECKED "};
    bool is_function = false;
    (void)fputs(".PP\n.nf\n", page->out);
    for (size_t i = from; i < block->n; i++) {
        const char *line = block->lines[i];
        is_function = is_function || starts(line, words[0]);
        for (size_t k = 0; k < 2; k++)
            line += starts(line, words[k]) ? strlen(words[k]) : 0;
        if (is_function && *line == ' ') {
            (void)fputs("    ", page->out);
            line += strspn(line, " ");
        }
        write_line(page->out, line);
    }
    (void)fputs(".fi\n", page->out);
}

/* The declaration first, then what is said of it. */
static void write_block(const struct page *page, struct block *block)
{
    size_t n_comment = 0;
    bool is_inside = false;
    while (n_comment < block->n && (is_inside || is_comment(block->lines[n_comment]))) {
        is_inside = strstr(block->lines[n_comment], "*/") == NULL;
        n_comment++;
    }
    if (n_comment < block->n)
        write_code(page, block, n_comment);
    (void)fputs(n_comment < block->n ? ".RS 4\n" : ".PP\n", page->out);
    for (size_t i = 0; i < n_comment; i++)
        write_comment(page->out, block->lines[i]);
    if (n_comment < block->n)
        (void)fputs(".RE\n", page->out);
}

static void take_functions(const struct page *page, const struct block *block,
                           char functions[][NAME_MAX_BYTES], size_t *n)
{
    bool is_declared = false;
    for (size_t i = 0; i < block->n; i++) {
        const char *line = block->lines[i];
        is_declared = is_declared || starts(line, "PAVE_API");
        if (is_declared && *n < FUNCTIONS_MAX && function_name(line, functions[*n])) {
            write_link(page, functions[*n]);
            (*n)++;
            is_declared = false;
        }
    }
}

static bool is_wanted(const char *line)
{
    return !starts(line, "#") && !starts(line, "PAVE_BEGIN") && !starts(line, "PAVE_END") &&
           !strstr(line, "SPDX-License-Identifier") && !starts(line, "    {") &&
           !starts(line, "    }") && !strstr(line, "NULL, 0  ");
}

/* Gives the next block of the header; false at its end. */
static bool read_block(FILE *in, struct block *block)
{
    char line[LINE_MAX_BYTES];
    int depth = 0;
    block->n = 0;
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = '\0';
        if (!*line && depth == 0 && block->n > 0)
            return true;
        if (!is_wanted(line) || (!*line && block->n == 0))
            continue;
        for (const char *at = line; *at; at++)
            depth += (*at == '{') - (*at == '}');
        if (block->n == BLOCK_LINES)
            fail("a block is too long", line);
        (void)snprintf(block->lines[block->n++], LINE_MAX_BYTES, "%s", line);
    }
    return block->n > 0;
}

/* "noun: one sentence" of the header's first comment, on one line. */
static void write_name(const struct page *page, struct block *first)
{
    (void)fprintf(page->out, ".SH NAME\nlibpave_%s \\- ", page->header);
    for (size_t i = 1; i < first->n; i++) {
        const char *text = strstr(first->lines[i], "* ");
        const char *colon = i == 1 && text ? strstr(text, ": ") : NULL;
        if (!text)
            break;
        (void)fprintf(page->out, "%s%s", i > 1 ? " " : "", colon ? colon + 2 : text + 2);
    }
    (void)fputc('\n', page->out);
}

static void write_page(struct page *page, const char *version, FILE *in)
{
    static struct block block;
    static char functions[FUNCTIONS_MAX][NAME_MAX_BYTES];
    size_t n = 0;
    bool has_block = read_block(in, &block);
    (void)fprintf(page->out, ".\\\" Made by tools/man3.c from include/pave/%s.h.\n", page->header);
    (void)fprintf(page->out, ".TH libpave_%s 3 \"\" \"libpave %s\" \"libpave\"\n", page->header,
                  version);
    if (has_block)
        write_name(page, &block);
    (void)fprintf(page->out, ".SH SYNOPSIS\n.nf\n#include <pave/%s.h>\n.fi\n.PP\n", page->header);
    (void)fputs("Link with the flags that \"pkg\\-config \\-\\-libs pave\" gives.\n"
                ".SH DESCRIPTION\n",
                page->out);
    for (; has_block; has_block = read_block(in, &block)) {
        take_functions(page, &block, functions, &n);
        write_block(page, &block);
    }
    (void)fputs(".SH SEE ALSO\n.BR libpave_pave (3),\n.BR pave\\-seal (1),\n.BR pave\\-keys (1)\n",
                page->out);
}

int main(int argc, char **argv)
{
    struct page page = {.folder = argc > 1 ? argv[1] : ""};
    char path[1024];
    if (argc != 4) {
        (void)fprintf(stderr, "usage: man3 FOLDER VERSION HEADER.h\n");
        return 2;
    }
    const char *slash = strrchr(argv[3], '/');
    (void)snprintf(page.header, sizeof page.header, "%s", slash ? slash + 1 : argv[3]);
    page.header[strcspn(page.header, ".")] = '\0';
    (void)snprintf(path, sizeof path, "%s/libpave_%s.3", page.folder, page.header);
    FILE *in = fopen(argv[3], "rb");
    page.out = fopen(path, "wb");
    if (!in || !page.out)
        fail("cannot be opened", in ? path : argv[3]);
    write_page(&page, argv[2], in);
    (void)fclose(in);
    if (fclose(page.out) != 0)
        fail("cannot be written", path);
    return 0;
}
