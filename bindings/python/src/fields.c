/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

#include <string.h>

/* A view of one field; it lives as long as the two objects. */
int py_field_value(PyObject *name, PyObject *value, struct pave_field *out)
{
    Py_ssize_t n = 0;
    char *bytes = NULL;
    out->name = PyUnicode_Check(name) ? PyUnicode_AsUTF8AndSize(name, &n) : NULL;
    if (!out->name) {
        if (!PyErr_Occurred())
            PyErr_Format(PyExc_TypeError, "context: expected a str for each name, not %R", name);
        return -1;
    }
    /* libpave reads up to a zero: what is behind it must not be dropped in silence. */
    if (memchr(out->name, 0, (size_t)n)) {
        PyErr_SetString(PyExc_ValueError, "context: a zero byte is in a name");
        return -1;
    }
    if (PyUnicode_Check(value)) {
        out->value = PyUnicode_AsUTF8AndSize(value, &n);
        if (!out->value)
            return -1;
    } else if (PyBytes_Check(value)) {
        (void)PyBytes_AsStringAndSize(value, &bytes, &n);
        out->value = bytes;
    } else {
        PyErr_Format(PyExc_TypeError, "context field %U: expected str or bytes, not %R", name,
                     Py_TYPE(value));
        return -1;
    }
    out->size = (size_t)n;
    return 0;
}

int py_fields_of_names(PyObject *const *values, PyObject *names, struct py_fields *out)
{
    size_t n = (size_t)PyTuple_Size(names);
    if (n > PY_FIELDS_MAX) {
        PyErr_SetString(PyExc_ValueError, "context: at most 64 fields");
        return -1;
    }
    for (size_t i = 0; i < n; i++) {
        if (py_field_value(PyTuple_GetItem(names, (Py_ssize_t)i), values[i], &out->own[i]) != 0)
            return -1;
    }
    out->p = out->own;
    out->n = n;
    out->held = NULL;
    return 0;
}

int py_fields_of(const struct py_state *state, PyObject *context, struct py_fields *out)
{
    out->held = NULL;
    if (!PyObject_TypeCheck(context, state->context_type)) {
        out->held = py_context_new(state->context_type, context);
        if (!out->held)
            return -1;
        context = out->held;
    }
    py_context_fields(context, &out->p, &out->n);
    return 0;
}

void py_fields_release(struct py_fields *fields)
{
    Py_CLEAR(fields->held);
}
