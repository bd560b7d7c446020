/* SPDX-License-Identifier: Apache-2.0 */
/* context: fields that are read once and used for many calls; it holds copies, and cannot change.
 */
#include "binding.h"

#include <string.h>

struct context {
    PyObject ob_base;
    size_t n;
    struct pave_field *fields; /* with the names and values behind them, in one piece */
};

static size_t room_of(const struct pave_field *fields, size_t n)
{
    size_t size = n * sizeof *fields;
    for (size_t i = 0; i < n; i++)
        size += strlen(fields[i].name) + 1 + fields[i].size;
    return size;
}

static int fill(struct context *context, const struct pave_field *from, size_t n)
{
    context->fields = PyMem_Malloc(room_of(from, n) + 1);
    if (!context->fields) {
        PyErr_NoMemory();
        return -1;
    }
    char *at = (char *)(context->fields + n);
    for (size_t i = 0; i < n; i++) {
        struct pave_field *to = &context->fields[i];
        size_t name_n = strlen(from[i].name) + 1;
        *to = (struct pave_field){memcpy(at, from[i].name, name_n), at + name_n, from[i].size};
        if (to->size > 0)
            memcpy(at + name_n, from[i].value, to->size);
        at += name_n + to->size;
    }
    context->n = n;
    return 0;
}

/* Views of the fields of a dict that nobody else has. */
static int read_dict(PyObject *dict, struct pave_field *fields, size_t *n)
{
    PyObject *name = NULL;
    PyObject *value = NULL;
    Py_ssize_t at = 0;
    for (*n = 0; PyDict_Next(dict, &at, &name, &value); (*n)++) {
        if (*n == PY_FIELDS_MAX) {
            PyErr_SetString(PyExc_ValueError, "context: at most 64 fields");
            return -1;
        }
        if (py_field_value(name, value, &fields[*n]) != 0)
            return -1;
    }
    return 0;
}

PyObject *py_context_new(PyTypeObject *type, PyObject *mapping)
{
    struct pave_field fields[PY_FIELDS_MAX];
    size_t n = 0;

    if (!PyDict_Check(mapping) && !PyObject_HasAttrString(mapping, "keys")) {
        PyErr_Format(PyExc_TypeError,
                     "context: expected a pave.Context or a mapping of names to str or bytes, "
                     "not %R",
                     Py_TYPE(mapping));
        return NULL;
    }
    PyObject *dict = PyDict_New();
    if (!dict || PyDict_Update(dict, mapping) != 0) {
        Py_XDECREF(dict);
        return NULL;
    }
    allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
    struct context *context = (struct context *)allocate(type, 0);
    if (context && (read_dict(dict, fields, &n) != 0 || fill(context, fields, n) != 0))
        Py_CLEAR(context);
    Py_DECREF(dict);
    return (PyObject *)context;
}

void py_context_fields(PyObject *context, const struct pave_field **fields, size_t *n_fields)
{
    const struct context *from = (const struct context *)context;
    *fields = from->fields;
    *n_fields = from->n;
}

/* Context(mapping), or Context(name=value, …); nothing at all is the context of what asks for none.
 */
static PyObject *construct(PyTypeObject *type, PyObject *args, PyObject *named)
{
    bool is_named = named && PyDict_Size(named) > 0;
    PyObject *mapping = NULL;
    if (PyTuple_Size(args) > 0 && is_named) {
        PyErr_SetString(PyExc_TypeError, "context: expected a mapping or named fields, not both");
        return NULL;
    }
    if (!PyArg_ParseTuple(args, "|O:Context", &mapping))
        return NULL;
    if (mapping || is_named)
        return py_context_new(type, mapping ? mapping : named);
    PyObject *nothing = PyDict_New();
    PyObject *out = nothing ? py_context_new(type, nothing) : NULL;
    Py_XDECREF(nothing);
    return out;
}

static void release(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    freefunc release_object = (freefunc)PyType_GetSlot(type, Py_tp_free);
    PyMem_Free(((struct context *)self)->fields);
    release_object(self);
    Py_DECREF(type);
}

/* Names alone: values may be what must not be in a log. */
static PyObject *represent(PyObject *self)
{
    const struct context *context = (const struct context *)self;
    PyObject *names = PyList_New(0);
    PyObject *out = NULL;
    for (size_t i = 0; names && i < context->n; i++) {
        PyObject *name = PyUnicode_FromString(context->fields[i].name);
        if (!name || PyList_Append(names, name) != 0)
            Py_CLEAR(names);
        Py_XDECREF(name);
    }
    PyObject *comma = PyUnicode_FromString(", ");
    PyObject *joined = names && comma ? PyUnicode_Join(comma, names) : NULL;
    if (joined)
        out = PyUnicode_FromFormat("<pave.Context of %U>", joined);
    Py_XDECREF(joined);
    Py_XDECREF(comma);
    Py_XDECREF(names);
    return out;
}

static PyType_Slot slots[] = {
    {Py_tp_doc, "What a value belongs to: named fields, read once for many calls."},
    {Py_tp_new, construct},
    {Py_tp_dealloc, release},
    {Py_tp_repr, represent},
    {0, NULL},
};

PyType_Spec py_context_spec = {.name = "pave.Context",
                               .basicsize = sizeof(struct context),
                               .flags = Py_TPFLAGS_DEFAULT,
                               .slots = slots};
