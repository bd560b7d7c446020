/* SPDX-License-Identifier: Apache-2.0 */
/* secret: guarded memory as a buffer; and comparing and wiping. */
#include "binding.h"

struct secret {
    PyObject ob_base;
    struct pave_secret *secret; /* NULL: closed */
    Py_ssize_t views;           /* buffers that are out */
};

PyObject *py_secret_take(PyTypeObject *type, struct pave_secret *secret)
{
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    struct secret *out = (struct secret *)allocate(type, 0);
    if (out)
        out->secret = secret;
    else
        pave_secret_free(secret);
    return (PyObject *)out;
}

/* Secret(size), or Secret(bytes) for a copy. */
static PyObject *construct(PyTypeObject *type, PyObject *args, PyObject *named)
{
    struct pave_secret *made = NULL;
    enum pave_status status = PAVE_OK;
    PyObject *from = NULL;
    if (named && PyDict_Size(named) > 0) {
        PyErr_SetString(PyExc_TypeError, "Secret() takes no keyword arguments");
        return NULL;
    }
    if (!PyArg_ParseTuple(args, "O:Secret", &from))
        return NULL;
    if (PyLong_Check(from)) {
        uint64_t size = 0;
        if (py_number_of(from, "size", SIZE_MAX, &size) != 0)
            return NULL;
        status = pave_secret_new((size_t)size, &made);
    } else {
        struct py_view bytes;
        if (py_view_of(from, "bytes", &bytes) != 0)
            return NULL;
        status = pave_secret_copy(bytes.p, bytes.n, &made);
        py_view_release(&bytes);
    }
    if (status != PAVE_OK)
        return py_fail(status, NULL);
    return py_secret_take(type, made);
}

static void release(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc release_object = (freefunc)PyType_GetSlot(type, Py_tp_free);
    pave_secret_free(((struct secret *)self)->secret);
    release_object(self);
    Py_DECREF(type);
}

static int get_buffer(PyObject *self, Py_buffer *view, int flags)
{
    struct secret *secret = (struct secret *)self;
    if (!secret->secret) {
        view->obj = NULL;
        PyErr_SetString(PyExc_ValueError, "the secret is closed");
        return -1;
    }
    if (PyBuffer_FillInfo(view, self, pave_secret_bytes(secret->secret),
                          (Py_ssize_t)pave_secret_size(secret->secret), 0, flags) != 0)
        return -1;
    secret->views++;
    return 0;
}

static void release_buffer(PyObject *self, Py_buffer *view)
{
    (void)view;
    ((struct secret *)self)->views--;
}

static PyObject *secret_close(PyObject *self, PyObject *none)
{
    struct secret *secret = (struct secret *)self;
    (void)none;
    if (secret->views > 0) {
        PyErr_SetString(PyExc_BufferError, "the secret is in use: release its memoryviews first");
        return NULL;
    }
    pave_secret_free(secret->secret);
    secret->secret = NULL;
    return Py_NewRef(Py_None);
}

static PyObject *secret_enter(PyObject *self, PyObject *none)
{
    (void)none;
    return Py_NewRef(self);
}

static PyObject *secret_exit(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    (void)args;
    (void)n;
    return secret_close(self, NULL);
}

static Py_ssize_t length(PyObject *self)
{
    return (Py_ssize_t)pave_secret_size(((struct secret *)self)->secret);
}

static PyObject *represent(PyObject *self)
{
    return PyUnicode_FromFormat("<pave.Secret of %zd bytes>", length(self));
}

static PyObject *equal(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct py_view a;
    struct py_view b;
    (void)module;
    if (py_count_check(n, 2) != 0 || py_view_of_text(args[0], "a", &a) != 0)
        return NULL;
    if (py_view_of_text(args[1], "b", &b) != 0) {
        py_view_release(&a);
        return NULL;
    }
    /* Lengths are not secret; what stands there is. */
    bool is_equal = a.n == b.n && pave_equal(a.p, b.p, a.n);
    py_view_release(&a);
    py_view_release(&b);
    return PyBool_FromLong(is_equal);
}

static PyObject *wipe(PyObject *module, PyObject *target)
{
    Py_buffer buffer;
    (void)module;
    if (py_writable_of(target, "buffer", &buffer) != 0)
        return NULL;
    pave_wipe(buffer.buf, (size_t)buffer.len);
    PyBuffer_Release(&buffer);
    return Py_NewRef(Py_None);
}

static PyMethodDef methods[] = {
    {"close", secret_close, METH_NOARGS, "close($self)\n--\n\nWipes it."},
    {"__enter__", secret_enter, METH_NOARGS, NULL},
    {"__exit__", (PyCFunction)(void (*)(void))secret_exit, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "Secret(size_or_bytes, /)\n--\n\nMemory for what nobody else shall read: guarded, "
                "not swapped or dumped, wiped."},
    {Py_tp_new, construct},
    {Py_tp_dealloc, release},
    {Py_tp_repr, represent},
    {Py_tp_methods, methods},
    {Py_sq_length, length},
    {Py_bf_getbuffer, get_buffer},
    {Py_bf_releasebuffer, release_buffer},
    {0, NULL},
};

PyType_Spec py_secret_spec = {.name = "pave.Secret",
                              .basicsize = sizeof(struct secret),
                              .flags = Py_TPFLAGS_DEFAULT,
                              .slots = slots};

PyMethodDef py_secret_methods[] = {
    {"equal", (PyCFunction)(void (*)(void))equal, METH_FASTCALL,
     "equal(a, b, /)\n--\n\nWhether both are equal, in a time that depends on their size alone."},
    {"wipe", wipe, METH_O, "wipe(buffer, /)\n--\n\nMakes a writable buffer zero."},
    {NULL, NULL, 0, NULL},
};
