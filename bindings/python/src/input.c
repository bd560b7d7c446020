/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

#include <string.h>

static int refuse_type(const char *name, const char *expected, PyObject *object)
{
    PyErr_Format(PyExc_TypeError, "%s: expected %s, not %R", name, expected, Py_TYPE(object));
    return -1;
}

int py_view_of(PyObject *object, const char *name, struct py_view *out)
{
    out->is_held = false;
    if (PyBytes_Check(object)) {
        char *p = NULL;
        Py_ssize_t n = 0;
        (void)PyBytes_AsStringAndSize(object, &p, &n);
        out->p = (const unsigned char *)p;
        out->n = (size_t)n;
        return 0;
    }
    if (PyUnicode_Check(object))
        return refuse_type(name, "bytes; encode text first", object);
    if (!PyObject_CheckBuffer(object))
        return refuse_type(name, "bytes, or what has a buffer of them", object);
    if (PyObject_GetBuffer(object, &out->buffer, PyBUF_SIMPLE) != 0)
        return -1;
    out->is_held = true;
    out->p = out->buffer.buf ? out->buffer.buf : (const void *)""; /* nothing, yet not missing */
    out->n = (size_t)out->buffer.len;
    return 0;
}

int py_view_or_none(PyObject *object, const char *name, struct py_view *out)
{
    out->p = NULL;
    out->n = 0;
    out->is_held = false;
    return object == Py_None ? 0 : py_view_of(object, name, out);
}

int py_view_of_text(PyObject *object, const char *name, struct py_view *out)
{
    if (!PyUnicode_Check(object))
        return py_view_of(object, name, out);
    Py_ssize_t n = 0;
    const char *p = PyUnicode_AsUTF8AndSize(object, &n);
    if (!p)
        return -1;
    out->p = (const unsigned char *)p;
    out->n = (size_t)n;
    out->is_held = false;
    return 0;
}

void py_view_release(struct py_view *view)
{
    if (view->is_held)
        PyBuffer_Release(&view->buffer);
    view->is_held = false;
}

int py_writable_of(PyObject *object, const char *name, Py_buffer *out)
{
    if (!PyObject_CheckBuffer(object) || PyBytes_Check(object))
        return refuse_type(name, "a writable buffer such as a bytearray", object);
    return PyObject_GetBuffer(object, out, PyBUF_WRITABLE);
}

/* Text that ends in zero: names, paths (as bytes, from os.fsencode), tokens. */
int py_text_of(PyObject *object, const char *name, const char **out)
{
    Py_ssize_t n = 0;
    char *p = NULL;
    if (PyBytes_Check(object))
        (void)PyBytes_AsStringAndSize(object, &p, &n);
    else if (!PyUnicode_Check(object))
        return refuse_type(name, "str", object);
    const char *text = p ? p : PyUnicode_AsUTF8AndSize(object, &n);
    if (!text)
        return -1;
    if (strlen(text) != (size_t)n) {
        PyErr_Format(PyExc_ValueError, "%s: a zero byte is in it", name);
        return -1;
    }
    *out = text;
    return 0;
}

int py_text_or_none(PyObject *object, const char *name, const char **out)
{
    *out = NULL;
    return object == Py_None ? 0 : py_text_of(object, name, out);
}

int py_number_of(PyObject *object, const char *name, uint64_t max, uint64_t *out)
{
    /* True is an int to Python, and a mistake in all places where a number is wanted. */
    if (!PyLong_Check(object) || PyBool_Check(object))
        return refuse_type(name, "int", object);
    unsigned long long number = PyLong_AsUnsignedLongLong(object);
    if (number == (unsigned long long)-1 && PyErr_Occurred())
        PyErr_Clear();
    else if (number <= max) {
        *out = number;
        return 0;
    }
    PyErr_Format(PyExc_ValueError, "%s: expected 0 to %llu, not %R", name, (unsigned long long)max,
                 object);
    return -1;
}

int py_time_or_none(PyObject *object, const char *name, int64_t *out)
{
    uint64_t seconds = 0;
    *out = 0;
    if (object == Py_None)
        return 0;
    if (py_number_of(object, name, INT64_MAX, &seconds) != 0)
        return -1;
    *out = (int64_t)seconds;
    return 0;
}

PyObject *py_bytes_take(struct pave_bytes *bytes)
{
    PyObject *out = PyBytes_FromStringAndSize((const char *)bytes->p, (Py_ssize_t)bytes->n);
    pave_bytes_free(bytes);
    return out;
}

PyObject *py_text_take(struct pave_bytes *bytes)
{
    PyObject *out = PyUnicode_FromStringAndSize((const char *)bytes->p, (Py_ssize_t)bytes->n);
    pave_bytes_free(bytes);
    return out;
}
