/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

#include <string.h>

static void close_now(struct py_handle *handle)
{
    void *object = handle->object;
    struct py_handle *needs = handle->needs;
    handle->object = NULL;
    handle->needs = NULL;
    if (object)
        handle->close(object);
    if (needs)
        py_handle_end(needs);
}

void py_handle_init(struct py_handle *handle, void *object, const char *what,
                    void (*close)(void *object), struct py_handle *needs)
{
    *handle = (struct py_handle){.object = object, .close = close, .what = what, .needs = needs};
    if (needs)
        needs->users++;
}

void py_handle_need(struct py_handle *handle, PyObject *capsule)
{
    handle->needs = PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule));
    handle->needs->users++;
    handle->needed = Py_NewRef(capsule);
}

int py_handle_enter(struct py_handle *handle)
{
    if (!handle->object || handle->is_closing) {
        PyErr_Format(PyExc_ValueError, "the %s is closed", handle->what);
        return -1;
    }
    handle->users++;
    return 0;
}

void py_handle_end(struct py_handle *handle)
{
    handle->users--;
    if (handle->users == 0 && handle->is_closing)
        close_now(handle);
}

void py_handle_shut(struct py_handle *handle)
{
    handle->is_closing = true;
    if (handle->users == 0)
        close_now(handle);
}

static void release(PyObject *capsule)
{
    struct py_handle *handle = PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule));
    handle->users = 0; /* nobody has it any more: nobody calls */
    close_now(handle);
    Py_XDECREF(handle->needed);
    PyMem_Free(handle);
}

PyObject *py_handle_new(void *object, const char *name, void (*close)(void *object))
{
    struct py_handle *handle = PyMem_Malloc(sizeof *handle);
    PyObject *capsule = NULL;
    if (handle) {
        py_handle_init(handle, object, name + sizeof "pave." - 1, close, NULL);
        capsule = PyCapsule_New(handle, name, release);
    }
    if (!capsule) {
        PyMem_Free(handle);
        close(object);
        if (!PyErr_Occurred())
            PyErr_NoMemory();
    }
    return capsule;
}

struct py_handle *py_handle_begin(PyObject *capsule, const char *name)
{
    struct py_handle *handle =
        PyCapsule_IsValid(capsule, name) ? PyCapsule_GetPointer(capsule, name) : NULL;
    if (!handle) {
        PyErr_Format(PyExc_TypeError, "%s: expected one, not %R", name, Py_TYPE(capsule));
        return NULL;
    }
    return py_handle_enter(handle) == 0 ? handle : NULL;
}

struct py_handle *py_handle_begin_alone(PyObject *capsule, const char *name)
{
    struct py_handle *handle = py_handle_begin(capsule, name);
    if (!handle || handle->users == 1)
        return handle;
    py_handle_end(handle);
    PyErr_Format(PyExc_RuntimeError, "the %s is in the middle of another call", handle->what);
    return NULL;
}

static PyObject *handle_close(PyObject *module, PyObject *capsule)
{
    const char *name = PyCapsule_CheckExact(capsule) ? PyCapsule_GetName(capsule) : NULL;
    (void)module;
    if (!name || strncmp(name, "pave.", 5) != 0) {
        PyErr_SetString(PyExc_TypeError, "expected a handle");
        return NULL;
    }
    py_handle_shut(PyCapsule_GetPointer(capsule, name));
    return Py_NewRef(Py_None);
}

static PyObject *handle_is_closed(PyObject *module, PyObject *capsule)
{
    const char *name = PyCapsule_CheckExact(capsule) ? PyCapsule_GetName(capsule) : NULL;
    (void)module;
    if (!name || strncmp(name, "pave.", 5) != 0) {
        PyErr_SetString(PyExc_TypeError, "expected a handle");
        return NULL;
    }
    const struct py_handle *handle = PyCapsule_GetPointer(capsule, name);
    return PyBool_FromLong(!handle->object || handle->is_closing);
}

PyMethodDef py_handle_methods[] = {
    {"handle_close", handle_close, METH_O, NULL},
    {"handle_is_closed", handle_is_closed, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
