/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

PyObject *py_error_of(enum pave_status status, const char *text)
{
    PyObject *errors = PyImport_ImportModule("pave._errors");
    if (!errors)
        return NULL;
    const char *say = text && text[0] ? text : pave_error_text(status);
    PyObject *error = PyObject_CallMethod(errors, "of_status", "is", (int)status, say);
    Py_DECREF(errors);
    return error;
}

PyObject *py_fail(enum pave_status status, const char *text)
{
    /* A callback into Python may have raised: that says more than what libpave made of it. */
    if (PyErr_Occurred())
        return NULL;
    PyObject *error = py_error_of(status, text);
    if (error)
        PyErr_SetObject((PyObject *)Py_TYPE(error), error);
    Py_XDECREF(error);
    return NULL;
}

int py_count_check(Py_ssize_t n, Py_ssize_t wanted)
{
    if (n == wanted)
        return 0;
    PyErr_Format(PyExc_TypeError, "expected %zd arguments, not %zd", wanted, n);
    return -1;
}
