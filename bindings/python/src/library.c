/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

#include <string.h>

/*
 * How a keyset is unlocked is for Python code to say, and libpave asks in the middle of a call,
 * with a lock held and without the GIL. So it is told "locked" the first time and which keyset it
 * wanted is noted; Python is asked when the call is over, and the call is made again.
 */
struct asking {
    char wanted[PY_NAME_MAX + 1];   /* the keyset that there was no answer for */
    char answered[PY_NAME_MAX + 1]; /* the keyset that `answer` is for */
    const struct pave_unlock *answer;
};

/* The call of this thread: what libpave's callback has is the library, which many threads share. */
static _Thread_local struct asking *current;

static enum pave_status answer(void *user, const char *keyset, struct pave_unlock *out)
{
    struct asking *asking = current;
    (void)user;
    if (!asking || strlen(keyset) > PY_NAME_MAX)
        return PAVE_LOCKED;
    if (asking->answer && strcmp(asking->answered, keyset) == 0) {
        *out = *asking->answer;
        return PAVE_OK;
    }
    (void)strcpy(asking->wanted, keyset);
    return PAVE_LOCKED;
}

static void close_library(void *object)
{
    pave_library_close(object);
}

static PyObject *library_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_library_options options = {.size = sizeof options, .unlock = answer};
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_library *library = NULL;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 2) != 0 || py_text_of(args[0], "policy", &options.policy) != 0 ||
        py_text_of(args[1], "trust", &options.trust) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_library_open(&options, &library, &err);
    Py_END_ALLOW_THREADS
    return status == PAVE_OK ? py_handle_new(library, PY_LIBRARY, close_library)
                             : py_fail(status, err.text);
}

/* One try, without the GIL. */
static enum pave_status attempt(struct py_handle *handle, struct asking *asking,
                                py_library_call call, void *job, struct pave_error *err)
{
    struct pave_library *library = handle->object;
    enum pave_status status = PAVE_OK;
    asking->wanted[0] = 0;
    current = asking;
    Py_BEGIN_ALLOW_THREADS
    status = call(library, job, err);
    Py_END_ALLOW_THREADS
    current = NULL;
    return status;
}

/* Tries again with what Python says of the keyset that was wanted. */
static enum pave_status attempt_answered(struct py_library *library, struct asking *asking,
                                         py_library_call call, void *job, struct pave_error *err)
{
    struct py_unlock unlock;
    enum pave_status status = PAVE_LOCKED;
    PyObject *how = PyObject_CallFunction(library->ask, "s", asking->wanted);

    if (!how || py_unlock_of(how, &unlock) != 0) {
        Py_XDECREF(how);
        return status;
    }
    (void)strcpy(asking->answered, asking->wanted);
    asking->answer = unlock.links;
    status = attempt(library->handle, asking, call, job, err);
    asking->answer = NULL;
    py_unlock_release(&unlock);
    Py_DECREF(how);
    return status;
}

int py_library_begin(PyObject *const *args, struct py_library *out)
{
    out->ask = args[1];
    out->handle = py_handle_begin(args[0], PY_LIBRARY);
    return out->handle ? 0 : -1;
}

int py_library_run(struct py_library *library, py_library_call call, void *job)
{
    struct asking asking = {.answer = NULL};
    struct pave_error err = PAVE_ERROR_INIT;
    enum pave_status status = attempt(library->handle, &asking, call, job, &err);

    if (status == PAVE_LOCKED && asking.wanted[0]) {
        err.text[0] = 0;
        status = attempt_answered(library, &asking, call, job, &err);
    }
    if (status == PAVE_OK)
        return 0;
    (void)py_fail(status, err.text);
    return -1;
}

/* What the policy says that a password hash costs: (memory_kib, passes). */
static PyObject *library_password_cost(PyObject *module, PyObject *capsule)
{
    struct pave_password_cost cost = {.size = sizeof cost};
    struct py_handle *handle = py_handle_begin(capsule, PY_LIBRARY);
    (void)module;
    if (!handle)
        return NULL;
    enum pave_status status = pave_password_cost_of(handle->object, &cost);
    py_handle_end(handle);
    if (status != PAVE_OK)
        return py_fail(status, NULL);
    return Py_BuildValue("(II)", (unsigned)cost.memory_kib, (unsigned)cost.passes);
}

PyMethodDef py_library_methods[] = {
    PY_FAST("library_open", library_open),
    {"library_password_cost", library_password_cost, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
