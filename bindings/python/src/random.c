/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

enum { RANDOM_BYTES_MAX = 1 << 30 };

static PyObject *text_of(enum pave_status status, const char *text)
{
    return status == PAVE_OK ? PyUnicode_FromString(text) : py_fail(status, NULL);
}

static PyObject *random_bytes(PyObject *module, PyObject *number)
{
    uint64_t size = 0;
    enum pave_status status = PAVE_OK;
    (void)module;
    if (py_number_of(number, "size", RANDOM_BYTES_MAX, &size) != 0)
        return NULL;
    PyObject *out = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size);
    if (!out)
        return NULL;
    char *bytes = PyBytes_AsString(out);
    Py_BEGIN_ALLOW_THREADS
    status = pave_random_bytes(bytes, (size_t)size);
    Py_END_ALLOW_THREADS
    if (status == PAVE_OK)
        return out;
    Py_DECREF(out);
    return py_fail(status, NULL);
}

static PyObject *random_below(PyObject *module, PyObject *number)
{
    uint64_t limit = 0;
    uint64_t out = 0;
    (void)module;
    if (py_number_of(number, "limit", UINT64_MAX, &limit) != 0)
        return NULL;
    enum pave_status status = pave_random_below(limit, &out);
    return status == PAVE_OK ? PyLong_FromUnsignedLongLong(out) : py_fail(status, NULL);
}

static PyObject *random_token(PyObject *module, PyObject *none)
{
    char out[PAVE_TOKEN_TEXT];
    (void)module;
    (void)none;
    return text_of(pave_random_token(out), out);
}

static PyObject *random_uuid(PyObject *module, PyObject *none)
{
    char out[PAVE_UUID_TEXT];
    (void)module;
    (void)none;
    return text_of(pave_random_uuid(out), out);
}

static PyObject *random_uuid_ordered(PyObject *module, PyObject *none)
{
    char out[PAVE_UUID_TEXT];
    (void)module;
    (void)none;
    return text_of(pave_random_uuid_ordered(out), out);
}

static PyObject *random_pin(PyObject *module, PyObject *number)
{
    char out[PAVE_PIN_TEXT];
    uint64_t digits = 0;
    (void)module;
    if (py_number_of(number, "digits", UINT32_MAX, &digits) != 0)
        return NULL;
    return text_of(pave_random_pin((unsigned)digits, out), out);
}

PyMethodDef py_random_methods[] = {
    {"random_bytes", random_bytes, METH_O,
     "random_bytes(size, /)\n--\n\nSo many bytes, at most 1 GiB."},
    {"random_below", random_below, METH_O,
     "random_below(limit, /)\n--\n\nA number from 0 to limit - 1, each as likely as the others."},
    {"random_token", random_token, METH_NOARGS,
     "random_token()\n--\n\n256 bits as 43 characters, for sessions, links and keys of an API."},
    {"random_pin", random_pin, METH_O,
     "random_pin(digits, /)\n--\n\n4 to 12 decimal digits for codes that people type."},
    {"random_uuid", random_uuid, METH_NOARGS, "random_uuid()\n--\n\nA UUID of version 4, as str."},
    {"random_uuid_ordered", random_uuid_ordered, METH_NOARGS,
     "random_uuid_ordered()\n--\n\nA UUID of version 7: it grows with time, and tells it."},
    {NULL, NULL, 0, NULL},
};
