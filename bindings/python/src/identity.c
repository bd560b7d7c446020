/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

static void close_identity(void *object)
{
    pave_identity_close(object);
}

static void close_trust(void *object)
{
    pave_trust_close(object);
}

static PyObject *identity_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_identity *identity = NULL;
    struct py_unlock unlock;
    const char *path = NULL;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 2) != 0 || py_text_of(args[0], "path", &path) != 0 ||
        py_unlock_of(args[1], &unlock) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_identity_open(path, unlock.links, &identity, &err);
    Py_END_ALLOW_THREADS
    py_unlock_release(&unlock);
    return status == PAVE_OK ? py_handle_new(identity, PY_IDENTITY, close_identity)
                             : py_fail(status, err.text);
}

static PyObject *identity_public(PyObject *module, PyObject *capsule)
{
    char out[PAVE_IDENTITY_TEXT];
    struct py_handle *identity = py_handle_begin(capsule, PY_IDENTITY);
    (void)module;
    if (!identity)
        return NULL;
    enum pave_status status = pave_identity_public(identity->object, out);
    py_handle_end(identity);
    return status == PAVE_OK ? PyUnicode_FromString(out) : py_fail(status, NULL);
}

static PyObject *trust_read(PyObject *module, PyObject *text)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_trust *trust = NULL;
    struct py_view view;

    (void)module;
    if (py_view_of_text(text, "text", &view) != 0)
        return NULL;
    enum pave_status status = pave_trust_read((const char *)view.p, view.n, &trust, &err);
    py_view_release(&view);
    return status == PAVE_OK ? py_handle_new(trust, PY_TRUST, close_trust)
                             : py_fail(status, err.text);
}

PyMethodDef py_identity_methods[] = {
    PY_FAST("identity_open", identity_open),
    {"identity_public", identity_public, METH_O, NULL},
    {"trust_read", trust_read, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
