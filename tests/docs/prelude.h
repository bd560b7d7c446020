/* SPDX-License-Identifier: Apache-2.0 */
/* prelude: what the examples of docs/crypto call and do not show; before those of each page. */
#include <pave/pave.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char stored[4096];
static char used[4096];
static size_t n_used;

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                        \
            exit(1);                                                                               \
        }                                                                                          \
    } while (0)

void store(const char *row, const char *text);
const char *load(const char *row);
void store_bytes(const char *row, const void *bytes, size_t n);
void save(const char *user, const char *text);
void use(const void *bytes, size_t n);
void select_by(const char *token);
enum pave_status seen_before(void *user, const unsigned char *id, int64_t until);
int has_used(const char *text);
char *text_of(const char *path, size_t *n);

void store(const char *row, const char *text)
{
    (void)row;
    CHECK(strlen(text) < sizeof stored);
    strcpy(stored, text);
}

const char *load(const char *row)
{
    (void)row;
    return stored;
}

void store_bytes(const char *row, const void *bytes, size_t n)
{
    (void)row;
    CHECK(n < sizeof stored);
    memcpy(stored, bytes, n);
}

void save(const char *user, const char *text)
{
    store(user, text);
}

void use(const void *bytes, size_t n)
{
    CHECK(n_used + n < sizeof used);
    memcpy(used + n_used, bytes, n);
    n_used += n;
}

/* A table of one row: it is found when that is what was stored. */
void select_by(const char *token)
{
    if (strcmp(token, stored) == 0)
        use("row", 3);
}

/* Whether that is what was used since it was asked last. */
int has_used(const char *text)
{
    int is_so = n_used == strlen(text) && memcmp(used, text, n_used) == 0;
    n_used = 0;
    return is_so;
}

enum pave_status seen_before(void *user, const unsigned char *id, int64_t until)
{
    static unsigned char last[PAVE_MESSAGE_ID_BYTES];
    (void)user;
    (void)until;
    if (memcmp(last, id, sizeof last) == 0)
        return PAVE_REPLAYED;
    memcpy(last, id, sizeof last);
    return PAVE_OK;
}

/* The text of a file, without the end of its last line. */
char *text_of(const char *path, size_t *n)
{
    static char text[8][8192];
    static unsigned next;
    char *out = text[next++ % 8];
    FILE *file = fopen(path, "rb");
    CHECK(file != NULL);
    size_t size = fread(out, 1, sizeof text[0] - 1, file);
    fclose(file);
    while (size > 0 && out[size - 1] == '\n')
        size--;
    out[size] = 0;
    if (n)
        *n = size;
    return out;
}
