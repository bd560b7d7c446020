/* SPDX-License-Identifier: Apache-2.0 */
/* No bytes open as a value, as text, as a stream or as a file unless this key sealed them. */
#include "support/fuzz.h"

#include "base/alloc.h"
#include "base/num.h"
#include "crypto/library.h"

#include <pave/pave.h>

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

enum { SEED_BYTES = 32 };

static struct pave_key *make_key(enum pv_suite suite, const struct pv_purpose *purpose)
{
    static const unsigned char seed[SEED_BYTES] = "a key that only this target has";
    const struct pv_sealer_origin origin = {
        .key = seed, .header = {suite, 0x7a7a7a7a}, .purpose = PV_STR("fuzz")};
    struct pave_key *key = pv_alloc(sizeof *key + sizeof key->entries[0]);
    pv_assert(key != NULL);
    key->purpose = purpose;
    key->n_entries = 1;
    key->entries[0] = (struct pv_key_entry){.header = origin.header,
                                            .state = PAVE_KEY_PRIMARY,
                                            .is_allowed = true,
                                            .is_for_values = pv_suite_kind(suite) == PV_KIND_SEAL,
                                            .overhead = pv_suite_overhead(suite)};
    pv_assert(pv_sealer_new(&origin, &key->entries[0].sealer) == PAVE_OK);
    return key;
}

static enum pave_status source(void *user, void *bytes, size_t capacity, size_t *size)
{
    struct pv_str *rest = user;
    *size = pv_min(rest->n, capacity);
    if (*size > 0)
        memcpy(bytes, rest->p, *size);
    *rest = pv_str_sub(*rest, *size, rest->n);
    return PAVE_OK;
}

static void read_stream(struct pave_key *key, struct pv_str text)
{
    const struct pave_pipe pipe = {.source = source, .user = &text};
    struct pave_reader *reader = NULL;
    char bytes[64];
    size_t n = 0;

    if (pave_reader_open(key, NULL, 0, &pipe, &reader) != PAVE_OK)
        return;
    pv_assert(pave_reader_read(reader, bytes, sizeof bytes, &n) != PAVE_OK);
    pv_assert(n == 0);
    pv_assert(pave_reader_close(reader) != PAVE_OK);
}

/* What was sealed for real opens, and nothing that differs from it by a byte. */
static void change_one(struct pave_key *key, const uint8_t *data, size_t size)
{
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    struct pave_bytes out = PAVE_BYTES_INIT;
    pv_assert(pave_seal(key, data, size, NULL, 0, &sealed) == PAVE_OK);
    pv_assert(pave_open(key, sealed.p, sealed.n, NULL, 0, &out) == PAVE_OK && out.n == size);
    pave_bytes_free(&out);
    size_t at = size > 0 ? data[0] * 0x9e3779b1u % sealed.n : 0;
    sealed.p[at] ^= size > 1 && data[1] ? data[1] : 1;
    pv_assert(pave_open(key, sealed.p, sealed.n, NULL, 0, &out) != PAVE_OK && !out.p);
    pave_bytes_free(&sealed);
}

static void read_file(struct pave_key *key, const uint8_t *data, size_t size)
{
    struct pave_file *file = NULL;
    char path[32];
    char bytes[64];
    size_t n = 0;
    int descriptor = memfd_create("sealed", 0);
    pv_assert(descriptor >= 0 && write(descriptor, data, size) == (ssize_t)size);
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    if (pave_file_open(key, path, NULL, 0, &file, NULL) == PAVE_OK) {
        pv_assert(pave_file_read_at(file, 0, bytes, sizeof bytes, &n) != PAVE_OK && n == 0);
        pave_file_close(file);
    }
    (void)close(descriptor);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum pv_suite suites[] = {PV_SUITE_KC_XAES, PV_SUITE_XAES, PV_SUITE_XCHACHA};
    static const struct pv_purpose purpose;
    struct pave_key *stream = make_key(PV_SUITE_COBBLESTONE, &purpose);
    struct pave_info info = {.size = sizeof info};

    for (size_t i = 0; i < 3; i++) {
        struct pave_key *key = make_key(suites[i], &purpose);
        struct pave_bytes out = PAVE_BYTES_INIT;
        pv_assert(pave_open(key, data, size, NULL, 0, &out) != PAVE_OK);
        pv_assert(out.p == NULL);
        pv_assert(pave_open_text(key, (const char *)data, size, NULL, 0, &out) != PAVE_OK);
        change_one(key, data, size);
        pave_key_close(key);
    }
    if (pave_inspect(data, size, &info) == PAVE_OK)
        pv_assert(info.message_size < size);
    read_stream(stream, fuzz_text(data, size));
    read_file(stream, data, size);
    pave_key_close(stream);
    return 0;
}
