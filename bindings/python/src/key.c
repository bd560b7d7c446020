/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

static void close_key(void *object)
{
    pave_key_close(object);
}

/* What a call that makes a key needs. */
struct opening {
    const char *purpose;
    struct py_view name;
    struct py_view secret;
    struct pave_key *key;
};

static enum pave_status open_key(struct pave_library *library, void *user, struct pave_error *err)
{
    struct opening *job = user;
    const struct pave_subject subject = {job->name.p, job->name.n, job->secret.p, job->secret.n};
    if (job->secret.p)
        return pave_subject_key(library, job->purpose, &subject, &job->key, err);
    if (job->name.p)
        return pave_key_open_subject(library, job->purpose, job->name.p, job->name.n, &job->key);
    return pave_key_open(library, job->purpose, &job->key, err);
}

static PyObject *make_key(const struct py_state *state, PyTypeObject *type, PyObject *library,
                          struct pave_key *key)
{
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    struct py_key *out = (struct py_key *)allocate(type, 0);
    if (!out) {
        pave_key_close(key);
        return NULL;
    }
    py_handle_init(&out->handle, key, "key", close_key, PyCapsule_GetPointer(library, PY_LIBRARY));
    out->state = state;
    out->library = Py_NewRef(library);
    return (PyObject *)out;
}

/* key_open(type, library, ask, purpose, subject, secret) */
static PyObject *key_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    const struct py_state *state = py_state_of(module);
    struct opening job = {.key = NULL};
    struct py_library library;
    PyObject *out = NULL;

    if (py_count_check(n, 6) != 0)
        return NULL;
    if (!PyType_Check(args[0]) || !PyType_IsSubtype((PyTypeObject *)args[0], state->key_type)) {
        PyErr_SetString(PyExc_TypeError, "expected a type of keys");
        return NULL;
    }
    if (py_text_of(args[3], "purpose", &job.purpose) != 0)
        return NULL;
    if (args[4] != Py_None && py_view_of_text(args[4], "subject", &job.name) != 0)
        return NULL;
    if (py_view_or_none(args[5], "secret", &job.secret) == 0) {
        if (py_library_begin(args + 1, &library) == 0) {
            if (py_library_run(&library, open_key, &job) == 0)
                out = make_key(state, (PyTypeObject *)args[0], args[1], job.key);
            py_handle_end(library.handle);
        }
        py_view_release(&job.secret);
    }
    py_view_release(&job.name);
    return out;
}

struct py_key *py_key_begin(const struct py_state *state, PyObject *object)
{
    if (!PyObject_TypeCheck(object, state->key_type)) {
        PyErr_Format(PyExc_TypeError, "key: expected a pave.Key, not %R", Py_TYPE(object));
        return NULL;
    }
    struct py_key *key = (struct py_key *)object;
    return py_handle_enter(&key->handle) == 0 ? key : NULL;
}

static void release(PyObject *self)
{
    struct py_key *key = (struct py_key *)self;
    PyTypeObject *type = Py_TYPE(self);
    freefunc release_object = (freefunc)PyType_GetSlot(type, Py_tp_free);
    py_handle_shut(&key->handle);
    Py_XDECREF(key->library);
    release_object(self);
    Py_DECREF(type);
}

static PyObject *key_close(PyObject *self, PyObject *none)
{
    (void)none;
    py_handle_shut(&((struct py_key *)self)->handle);
    return Py_NewRef(Py_None);
}

static PyObject *key_sealed_size(PyObject *self, PyObject *number)
{
    struct py_key *key = (struct py_key *)self;
    uint64_t size = 0;
    if (py_number_of(number, "size", SIZE_MAX / 2, &size) != 0 ||
        py_handle_enter(&key->handle) != 0)
        return NULL;
    size_t sealed = pave_sealed_size(key->handle.object, (size_t)size);
    py_handle_end(&key->handle);
    return PyLong_FromSize_t(sealed);
}

#define NAMED PY_FAST_NAMED
static PyMethodDef methods[] = {
    NAMED("seal", py_value_seal,
          "seal($self, message, context=..., /, **fields)\n--\n\nSeals bytes for a context."),
    NAMED(
        "open", py_value_open,
        "open($self, sealed, context=..., /, **fields)\n--\n\nOpens what seal gave, with the same "
        "context."),
    NAMED(
        "seal_text", py_value_seal_text,
        "seal_text($self, message, context=..., /, **fields)\n--\n\nAs seal, as text for columns and "
        "JSON."),
    NAMED("open_text", py_value_open_text,
          "open_text($self, text, context=..., /, **fields)\n--\n\nOpens what seal_text gave."),
    NAMED("seal_into", py_value_seal_into,
          "seal_into($self, message, out, context=..., /, **fields)\n--\n\nAs seal, into a buffer; "
          "gives how many bytes."),
    NAMED("open_into", py_value_open_into,
          "open_into($self, sealed, out, context=..., /, **fields)\n--\n\nAs open, into a buffer; "
          "gives how many bytes."),
    NAMED(
        "reseal", py_value_reseal,
        "reseal($self, sealed, context=..., /, **fields)\n--\n\nSealed anew by the key of now; None "
        "when it is current."),
    {"seal_batch", (PyCFunction)(void (*)(void))py_batch_seal, METH_FASTCALL,
     "seal_batch($self, messages, contexts, /)\n--\n\nSeals many; for each the bytes, or the pave.Error."},
    {"open_batch", (PyCFunction)(void (*)(void))py_batch_open, METH_FASTCALL,
     "open_batch($self, sealed, contexts, /)\n--\n\nOpens many; for each the bytes, or the pave.Error."},
    {"sealed_size", key_sealed_size, METH_O,
     "sealed_size($self, size, /)\n--\n\nHow large so many bytes are when sealed; 0 when the key cannot "
     "seal."},
    {"close", key_close, METH_NOARGS,
     "close($self)\n--\n\nWipes it, after calls that are under way. A library does so when it is closed."},
    {NULL, NULL, 0, NULL},
};
#undef NAMED

static PyType_Slot slots[] = {
    {Py_tp_dealloc, release},
    {Py_tp_methods, methods},
    {0, NULL},
};

PyType_Spec py_key_spec = {.name = "pave._pave.Key",
                           .basicsize = sizeof(struct py_key),
                           .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE |
                                    Py_TPFLAGS_DISALLOW_INSTANTIATION,
                           .slots = slots};

PyMethodDef py_key_module_methods[] = {
    PY_FAST("key_open", key_open),
    {NULL, NULL, 0, NULL},
};
