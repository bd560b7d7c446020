/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

/* (version, suite, key_id, message_size, is_stream, recipients) */
static PyObject *inspect(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_info info = {.size = sizeof info};
    struct py_view sealed;
    uint64_t size = 0;

    (void)module;
    if (py_count_check(n, 2) != 0)
        return NULL;
    if (args[1] != Py_None && py_number_of(args[1], "size", SIZE_MAX, &size) != 0)
        return NULL;
    if (py_view_of(args[0], "sealed", &sealed) != 0)
        return NULL;
    size_t whole = args[1] == Py_None || size < sealed.n ? sealed.n : (size_t)size;
    enum pave_status status = pave_inspect(sealed.p, whole, &info);
    py_view_release(&sealed);
    if (status != PAVE_OK)
        return py_fail(status, NULL);
    return Py_BuildValue("(IsInNI)", info.version, info.suite, (unsigned)info.key_id,
                         (Py_ssize_t)info.message_size, PyBool_FromLong(info.is_stream),
                         (unsigned)info.recipients);
}

static PyObject *version(PyObject *module, PyObject *none)
{
    (void)module;
    (void)none;
    return PyUnicode_FromString(pave_version());
}

PyMethodDef py_inspect_methods[] = {
    PY_FAST("inspect", inspect),
    {"version", version, METH_NOARGS, "version()\n--\n\nThe version of libpave."},
    {NULL, NULL, 0, NULL},
};
