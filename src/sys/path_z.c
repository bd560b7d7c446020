/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/path_z.h"

#include <errno.h>
#include <string.h>

struct pv_result pv_path_z(struct pv_str path, struct pv_path_z *out, struct pv_err *err)
{
    if (path.n == 0)
        return pv_fail(err, PV_INVALID, 0, "a path must not be empty");
    if (path.n >= sizeof out->z)
        return pv_fail(err, PV_LIMIT, sizeof out->z, "path longer than %d bytes", PV_PATH_MAX - 1);
    const char *zero = memchr(path.p, 0, path.n);
    if (zero)
        return pv_fail(err, PV_INVALID, (size_t)(zero - path.p),
                       "a path must not hold a zero byte");
    memcpy(out->z, path.p, path.n);
    out->z[path.n] = '\0';
    return PV_SUCCESS;
}

static enum pv_code code_of(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR: return PV_NOT_FOUND;
    case EACCES:
    case EPERM:
    case EROFS: return PV_DENIED;
    case EEXIST: return PV_EXISTS;
    case ENOMEM: return PV_NO_MEMORY;
    case ELOOP:
    case ENAMETOOLONG:
    case EMFILE:
    case ENFILE:
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return PV_LIMIT;
    default: return PV_IO;
    }
}

struct pv_result pv_path_fail(struct pv_err *err, int number, struct pv_str path)
{
    char said[128] = "";
    /* The GNU form may return static text and leave the buffer alone. */
    const char *text = strerror_r(number, said, sizeof said);
    return pv_fail(err, code_of(number), 0, "%.*s: %s", PV_STR_FMT(path), text);
}
