/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

/* None, or (memory_kib, passes). */
static int read_cost(PyObject *object, struct pave_password_cost *out,
                     const struct pave_password_cost **used)
{
    uint64_t memory_kib = 0;
    uint64_t passes = 0;
    *used = NULL;
    if (object == Py_None)
        return 0;
    if (!PyTuple_Check(object) || PyTuple_Size(object) != 2) {
        PyErr_SetString(PyExc_TypeError, "cost: expected a pave.PasswordCost");
        return -1;
    }
    if (py_number_of(PyTuple_GetItem(object, 0), "memory_kib", UINT32_MAX, &memory_kib) != 0 ||
        py_number_of(PyTuple_GetItem(object, 1), "passes", UINT32_MAX, &passes) != 0)
        return -1;
    *out = (struct pave_password_cost){sizeof *out, (uint32_t)memory_kib, (uint32_t)passes};
    *used = out;
    return 0;
}

static PyObject *password_hash(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    char out[PAVE_PASSWORD_TEXT];
    struct pave_password_cost cost;
    const struct pave_password_cost *used = NULL;
    struct py_view password;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 2) != 0 || read_cost(args[1], &cost, &used) != 0 ||
        py_view_of_text(args[0], "password", &password) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_password_hash(password.p, password.n, used, out);
    Py_END_ALLOW_THREADS
    py_view_release(&password);
    return status == PAVE_OK ? PyUnicode_FromString(out) : py_fail(status, NULL);
}

static PyObject *password_verify(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    char upgraded[PAVE_PASSWORD_TEXT];
    struct pave_password_cost cost;
    const struct pave_password_cost *used = NULL;
    const char *stored = NULL;
    struct py_view password;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 3) != 0 || read_cost(args[2], &cost, &used) != 0 ||
        py_text_or_none(args[1], "stored", &stored) != 0 ||
        py_view_of_text(args[0], "password", &password) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_password_verify(password.p, password.n, stored, used, upgraded);
    Py_END_ALLOW_THREADS
    py_view_release(&password);
    if (status != PAVE_OK)
        return py_fail(status, NULL);
    return upgraded[0] ? PyUnicode_FromString(upgraded) : Py_NewRef(Py_None);
}

PyMethodDef py_password_methods[] = {
    PY_FAST("password_hash", password_hash),
    PY_FAST("password_verify", password_verify),
    {NULL, NULL, 0, NULL},
};
