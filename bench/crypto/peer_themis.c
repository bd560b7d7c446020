/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/peer_themis.h"

#include "base/assert.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static const char context[] = "patient=p-17;column=name";

/* Both have the same form: key, context, input, output, each behind its size. */
typedef int32_t (*cell_call)(const uint8_t *key, size_t n_key, const uint8_t *bound, size_t n_bound,
                             const uint8_t *in, size_t n_in, uint8_t *out, size_t *n_out);

static cell_call seal_cell;
static cell_call open_cell;
static unsigned char sealed[256];
static size_t n_sealed = sizeof sealed;

static void call(cell_call cell, const struct scene *b, const unsigned char *in, size_t n_in,
                 unsigned char *out, size_t *n_out)
{
    pv_assert(cell(b->secret, sizeof b->secret, (const uint8_t *)context, sizeof context, in, n_in,
                   out, n_out) == 0);
}

/* What dlsym gives is a function, which ISO C has no conversion for. */
static cell_call find(void *library, const char *name)
{
    union {
        void *found;
        cell_call call;
    } same = {dlsym(library, name)};
    return same.call;
}

bool peer_themis_begin(struct scene *b)
{
    const char *source = getenv("PAVE_SOURCE_DIR");
    char path[1024];
    (void)snprintf(path, sizeof path, "%s/third_party/themis/sources/libthemis.so",
                   source ? source : ".");
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return false;
    seal_cell = find(library, "themis_secure_cell_encrypt_seal");
    open_cell = find(library, "themis_secure_cell_decrypt_seal");
    if (!seal_cell || !open_cell)
        return false;
    call(seal_cell, b, b->plain, SMALL, sealed, &n_sealed);
    return true;
}

void peer_themis_seal(struct scene *b)
{
    size_t n = sizeof b->out;
    call(seal_cell, b, b->plain, SMALL, b->out, &n);
}

void peer_themis_open(struct scene *b)
{
    size_t n = sizeof b->out;
    call(open_cell, b, sealed, n_sealed, b->out, &n);
}
