/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/late_library.h"

#include "base/assert.h"

#include <dlfcn.h>
#include <string.h>

struct pv_result pv_late_library_load(const char *name, void **out, struct pv_err *err)
{
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return pv_fail(err, PV_UNSUPPORTED, 0, "%s", dlerror());
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
