/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/late_library.h"

#include "base/assert.h"

#include <dlfcn.h>
#include <string.h>

static const struct package {
    const char *front; /* of the name of its file */
    const char *debian;
    const char *fedora;
    const char *alpine;
} packages[] = {
#define X(front, debian, fedora, alpine) {front, debian, fedora, alpine},
#include "sys/late_package.def"
#undef X
};

/* The loader's own words name the library only where it has found a file of that name. */
static struct pv_result say_missing(const char *name, struct pv_err *err)
{
    const char *why = dlerror();
    size_t n = strlen(name);
    if (why && strncmp(why, name, n) == 0 && why[n] == ':')
        why += n + 2; /* the name stands before it */
    for (size_t i = 0; i < sizeof packages / sizeof *packages; i++)
        if (strncmp(name, packages[i].front, strlen(packages[i].front)) == 0)
            return pv_fail(err, PV_IO, 0,
                           "%s could not be loaded (%s); it is in the package %s of Debian and "
                           "Ubuntu, %s of Fedora, %s of Alpine",
                           name, why ? why : "unknown", packages[i].debian, packages[i].fedora,
                           packages[i].alpine);
    return pv_fail(err, PV_IO, 0, "%s could not be loaded (%s)", name, why ? why : "unknown");
}

struct pv_result pv_late_library_load(const char *name, void **out, struct pv_err *err)
{
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return say_missing(name, err);
    *out = library;
    return PV_SUCCESS;
}

/* POSIX lets a symbol's address be a function's; C has no cast for it. */
bool pv_late_library_find(void *library, const char *name, void *out, size_t size)
{
    void *symbol = dlsym(library, name);
    pv_assert(size == sizeof symbol);
    memcpy(out, &symbol, size);
    return symbol != NULL;
}
