/* SPDX-License-Identifier: Apache-2.0 */
/* index: short tokens by which sealed values are found. */
#include "binding.h"

static void close_index(void *object)
{
    pave_index_close(object);
}

struct opening {
    const char *purpose;
    const char *name;
    struct pave_index *index;
};

static enum pave_status open_index(struct pave_library *library, void *user, struct pave_error *err)
{
    struct opening *job = user;
    return pave_index_open(library, job->purpose, job->name, &job->index, err);
}

/* index_open(library, ask, purpose, name) */
static PyObject *index_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct opening job = {.index = NULL};
    struct py_library library;
    PyObject *out = NULL;

    (void)module;
    if (py_count_check(n, 4) != 0 || py_text_of(args[2], "purpose", &job.purpose) != 0 ||
        py_text_of(args[3], "name", &job.name) != 0 || py_library_begin(args, &library) != 0)
        return NULL;
    if (py_library_run(&library, open_index, &job) == 0)
        out = py_handle_new(job.index, PY_INDEX, close_index);
    if (out)
        py_handle_need(PyCapsule_GetPointer(out, PY_INDEX), args[0]);
    py_handle_end(library.handle);
    return out;
}

/* index_token(index, values) */
static PyObject *index_token(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_index_token token;
    struct py_fields values;
    enum pave_status status = PAVE_OK;

    if (py_count_check(n, 2) != 0 || py_fields_of(py_state_of(module), args[1], &values) != 0)
        return NULL;
    struct py_handle *index = py_handle_begin(args[0], PY_INDEX);
    if (index) {
        /* A slow index takes as long as a password. */
        Py_BEGIN_ALLOW_THREADS
        status = pave_index_token(index->object, values.p, values.n, &token);
        Py_END_ALLOW_THREADS
        py_handle_end(index);
    }
    py_fields_release(&values);
    if (!index)
        return NULL;
    return status == PAVE_OK ? PyUnicode_FromString(token.text) : py_fail(status, NULL);
}

static PyObject *list_of(const struct pave_index_token *tokens, size_t n)
{
    PyObject *out = PyList_New((Py_ssize_t)n);
    for (size_t i = 0; out && i < n; i++) {
        PyObject *text = PyUnicode_FromString(tokens[i].text);
        if (!text || PyList_SetItem(out, (Py_ssize_t)i, text) != 0)
            Py_CLEAR(out);
    }
    return out;
}

static PyObject *query(struct pave_index *index, const struct py_fields *values)
{
    size_t capacity = pave_index_tokens(index);
    size_t n = 0;
    enum pave_status status = PAVE_OK;
    struct pave_index_token *tokens = PyMem_Calloc(capacity + 1, sizeof *tokens);
    if (!tokens)
        return PyErr_NoMemory();
    Py_BEGIN_ALLOW_THREADS
    status = pave_index_query(index, values->p, values->n, tokens, capacity, &n);
    Py_END_ALLOW_THREADS
    PyObject *out = status == PAVE_OK ? list_of(tokens, n) : py_fail(status, NULL);
    PyMem_Free(tokens);
    return out;
}

/* index_query(index, values): a list */
static PyObject *index_query(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct py_fields values;
    PyObject *out = NULL;
    if (py_count_check(n, 2) != 0 || py_fields_of(py_state_of(module), args[1], &values) != 0)
        return NULL;
    struct py_handle *index = py_handle_begin(args[0], PY_INDEX);
    if (index) {
        out = query(index->object, &values);
        py_handle_end(index);
    }
    py_fields_release(&values);
    return out;
}

/* index_plan(distinct, rows): (least, most, usual, rows_each) */
static PyObject *index_plan(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_index_advice advice = {.size = sizeof advice};
    uint64_t distinct = 0;
    uint64_t rows = 0;
    (void)module;
    if (py_count_check(n, 2) != 0 ||
        py_number_of(args[0], "distinct", UINT64_MAX, &distinct) != 0 ||
        py_number_of(args[1], "rows", UINT64_MAX, &rows) != 0)
        return NULL;
    enum pave_status status = pave_index_plan(distinct, rows, &advice);
    if (status != PAVE_OK)
        return py_fail(status, NULL);
    return Py_BuildValue("(IIId)", advice.least, advice.most, advice.usual, advice.rows_each);
}

PyMethodDef py_index_methods[] = {
    PY_FAST("index_open", index_open),
    PY_FAST("index_token", index_token),
    PY_FAST("index_query", index_query),
    PY_FAST("index_plan", index_plan),
    {NULL, NULL, 0, NULL},
};
