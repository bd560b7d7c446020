/* SPDX-License-Identifier: Apache-2.0 */
/* batch: many values in one call, without the GIL; each has an outcome of its own. */
#include "binding.h"

#include <string.h>

struct item {
    const unsigned char *in;
    size_t n;
    const struct pave_field *fields;
    size_t n_fields;
    struct pave_room room; /* of its object in `outs`; without one libpave allocates */
    struct pave_bytes given;
    enum pave_status status;
};

struct batch {
    struct py_key *key;
    PyObject *inputs;   /* a tuple, so that nobody changes it meanwhile */
    PyObject *contexts; /* a tuple, or NULL: one for all, in `common` */
    struct py_fields common;
    struct item *items;
    size_t n;
    PyObject *outs;     /* a list: bytes to be filled, later errors too */
    PyObject *held;     /* a list of contexts that were made for this call */
    Py_buffer *buffers; /* of inputs that are no bytes */
    size_t n_buffers;
    bool is_seal;
};

static void end(struct batch *batch)
{
    while (batch->n_buffers > 0)
        PyBuffer_Release(&batch->buffers[--batch->n_buffers]);
    for (size_t i = 0; batch->items && i < batch->n; i++)
        pave_bytes_free(&batch->items[i].given);
    PyMem_Free(batch->buffers);
    PyMem_Free(batch->items);
    py_fields_release(&batch->common);
    Py_XDECREF(batch->held);
    Py_XDECREF(batch->outs);
    Py_XDECREF(batch->contexts);
    Py_XDECREF(batch->inputs);
}

static PyObject *tuple_of(PyObject *object, const char *name)
{
    if (PyUnicode_Check(object) || PyObject_CheckBuffer(object) || !PySequence_Check(object)) {
        PyErr_Format(PyExc_TypeError, "%s: expected a list, not %R", name, Py_TYPE(object));
        return NULL;
    }
    return PySequence_Tuple(object);
}

/* One context for all, or a list of as many as there are values. */
static int read_contexts(struct batch *batch, PyObject *contexts)
{
    bool is_list = PyList_Check(contexts) || PyTuple_Check(contexts);
    if (!is_list)
        return py_fields_of(batch->key->state, contexts, &batch->common);
    batch->contexts = PySequence_Tuple(contexts);
    if (!batch->contexts)
        return -1;
    size_t n = (size_t)PyTuple_Size(batch->contexts);
    if (n == batch->n)
        return 0;
    PyErr_Format(PyExc_ValueError, "contexts: expected %zu, one for each value, not %zu", batch->n,
                 n);
    return -1;
}

static int read_input(struct batch *batch, PyObject *object, struct item *item)
{
    if (!PyBytes_Check(object) && !batch->buffers) {
        batch->buffers = PyMem_Malloc(batch->n * sizeof *batch->buffers);
        if (!batch->buffers) {
            PyErr_NoMemory();
            return -1;
        }
    }
    struct py_view view;
    if (py_view_of(object, batch->is_seal ? "messages" : "sealed", &view) != 0)
        return -1;
    if (view.is_held)
        batch->buffers[batch->n_buffers++] = view.buffer;
    item->in = view.p;
    item->n = view.n;
    return 0;
}

static int read_context(struct batch *batch, size_t at, struct item *item)
{
    struct py_fields fields;
    if (!batch->contexts) {
        item->fields = batch->common.p;
        item->n_fields = batch->common.n;
        return 0;
    }
    if (py_fields_of(batch->key->state, PyTuple_GetItem(batch->contexts, (Py_ssize_t)at),
                     &fields) != 0)
        return -1;
    item->fields = fields.p;
    item->n_fields = fields.n;
    if (!fields.held)
        return 0;
    int failed = PyList_Append(batch->held, fields.held);
    py_fields_release(&fields);
    return failed;
}

static int make_room(struct batch *batch, size_t at, struct item *item)
{
    size_t size = 0;
    PyObject *out = NULL;
    if (batch->is_seal)
        size = pave_sealed_size(batch->key->handle.object, item->n);
    if (batch->is_seal ? size > 0 : py_value_opened_size(item->in, item->n, &size)) {
        out = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size);
        if (!out)
            return -1;
        item->room = (struct pave_room){(unsigned char *)PyBytes_AsString(out), size, 0};
    }
    return PyList_SetItem(batch->outs, (Py_ssize_t)at, out ? out : Py_NewRef(Py_None));
}

static int begin(struct batch *batch, PyObject *inputs, PyObject *contexts)
{
    batch->inputs = tuple_of(inputs, batch->is_seal ? "messages" : "sealed");
    if (!batch->inputs)
        return -1;
    batch->n = (size_t)PyTuple_Size(batch->inputs);
    batch->outs = PyList_New((Py_ssize_t)batch->n);
    batch->held = PyList_New(0);
    if (!batch->outs || !batch->held || read_contexts(batch, contexts) != 0)
        return -1;
    batch->items = PyMem_Calloc(batch->n + 1, sizeof *batch->items);
    if (!batch->items) {
        PyErr_NoMemory();
        return -1;
    }
    for (size_t i = 0; i < batch->n; i++) {
        struct item *item = &batch->items[i];
        if (read_input(batch, PyTuple_GetItem(batch->inputs, (Py_ssize_t)i), item) != 0 ||
            read_context(batch, i, item) != 0 || make_room(batch, i, item) != 0)
            return -1;
    }
    return 0;
}

static void run_item(struct pave_key *key, bool is_seal, struct item *item)
{
    if (item->room.p)
        item->status = (is_seal ? pave_seal_into : pave_open_into)(
            key, item->in, item->n, item->fields, item->n_fields, &item->room);
    else
        item->status = (is_seal ? pave_seal : pave_open)(key, item->in, item->n, item->fields,
                                                         item->n_fields, &item->given);
}

/* In the place of what could not be filled: why, or what libpave allocated. */
static int settle(struct batch *batch)
{
    for (size_t i = 0; i < batch->n; i++) {
        struct item *item = &batch->items[i];
        if (item->status == PAVE_OK && item->room.p)
            continue;
        PyObject *out =
            item->status == PAVE_OK ? py_bytes_take(&item->given) : py_error_of(item->status, NULL);
        if (!out || PyList_SetItem(batch->outs, (Py_ssize_t)i, out) != 0)
            return -1;
    }
    return 0;
}

static PyObject *run(PyObject *self, PyObject *const *args, Py_ssize_t n, bool is_seal)
{
    struct batch batch = {.key = (struct py_key *)self, .is_seal = is_seal};
    PyObject *out = NULL;
    if (n != 2) {
        PyErr_SetString(PyExc_TypeError,
                        "expected a list of values, and a context or a list of contexts");
        return NULL;
    }
    if (py_handle_enter(&batch.key->handle) != 0)
        return NULL;
    if (begin(&batch, args[0], args[1]) == 0) {
        struct pave_key *key = batch.key->handle.object;
        Py_BEGIN_ALLOW_THREADS
        for (size_t i = 0; i < batch.n; i++)
            run_item(key, is_seal, &batch.items[i]);
        Py_END_ALLOW_THREADS
        if (settle(&batch) == 0)
            out = Py_NewRef(batch.outs);
    }
    end(&batch);
    py_handle_end(&batch.key->handle);
    return out;
}

PyObject *py_batch_seal(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    return run(self, args, n, true);
}

PyObject *py_batch_open(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    return run(self, args, n, false);
}
