/* SPDX-License-Identifier: Apache-2.0 */
/* stream: a writer and a reader over two Python callables; pave/_stream.py makes files of them. */
#include "binding.h"

#include <string.h>

/* Where sealed bytes go to or come from. In a call `thread` is who has let go of the GIL. */
struct pipe {
    PyObject *call; /* of a writer: takes bytes; of a reader: gives at most so many */
    PyThreadState *thread;
    struct pave_writer *writer;
    struct pave_reader *reader;
};

static enum pave_status sink(void *user, const void *bytes, size_t size)
{
    struct pipe *pipe = user;
    PyEval_RestoreThread(pipe->thread);
    PyObject *none = PyObject_CallFunction(pipe->call, "y#", bytes, (Py_ssize_t)size);
    bool is_done = none != NULL;
    Py_XDECREF(none);
    pipe->thread = PyEval_SaveThread();
    return is_done ? PAVE_OK : PAVE_IO;
}

static int take(struct pipe *pipe, void *bytes, size_t capacity, size_t *size)
{
    char *p = NULL;
    Py_ssize_t n = 0;
    PyObject *given = PyObject_CallFunction(pipe->call, "n", (Py_ssize_t)capacity);
    if (!given || PyBytes_AsStringAndSize(given, &p, &n) != 0) {
        Py_XDECREF(given);
        return -1;
    }
    bool fits = (size_t)n <= capacity;
    if (fits)
        memcpy(bytes, p, (size_t)n);
    else
        PyErr_SetString(PyExc_ValueError, "the source gave more than was asked for");
    *size = (size_t)n;
    Py_DECREF(given);
    return fits ? 0 : -1;
}

static enum pave_status source(void *user, void *bytes, size_t capacity, size_t *size)
{
    struct pipe *pipe = user;
    PyEval_RestoreThread(pipe->thread);
    int failed = take(pipe, bytes, capacity, size);
    pipe->thread = PyEval_SaveThread();
    return failed ? PAVE_IO : PAVE_OK;
}

static void close_pipe(void *object)
{
    struct pipe *pipe = object;
    pave_writer_close(pipe->writer);
    /* Whether the end was reached is asked for by reader_end. */
    (void)(pave_reader_close(pipe->reader) == PAVE_OK);
    Py_XDECREF(pipe->call);
    PyMem_Free(pipe);
}

static enum pave_status open_pipe(struct pipe *pipe, struct pave_key *key,
                                  const struct py_fields *fields, bool is_writer)
{
    const struct pave_pipe both = {sink, source, pipe};
    pipe->thread = PyEval_SaveThread();
    enum pave_status status =
        is_writer ? pave_writer_open(key, fields->p, fields->n, &both, &pipe->writer)
                  : pave_reader_open(key, fields->p, fields->n, &both, &pipe->reader);
    PyEval_RestoreThread(pipe->thread);
    return status;
}

/* args: key, context, callable */
static PyObject *open_either(PyObject *module, PyObject *const *args, Py_ssize_t n, bool is_writer)
{
    struct py_fields fields;
    enum pave_status status = PAVE_OK;
    if (py_count_check(n, 3) != 0 || py_fields_of(py_state_of(module), args[1], &fields) != 0)
        return NULL;
    struct pipe *pipe = PyMem_Calloc(1, sizeof *pipe);
    struct py_key *key = pipe ? py_key_begin(py_state_of(module), args[0]) : NULL;
    if (key) {
        pipe->call = Py_NewRef(args[2]);
        status = open_pipe(pipe, key->handle.object, &fields, is_writer);
        py_handle_end(&key->handle);
    }
    py_fields_release(&fields);
    if (!pipe)
        return PyErr_NoMemory();
    if (key && status == PAVE_OK)
        return py_handle_new(pipe, is_writer ? PY_WRITER : PY_READER, close_pipe);
    close_pipe(pipe);
    return key ? py_fail(status, NULL) : NULL;
}

static PyObject *writer_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    return open_either(module, args, n, true);
}

static PyObject *reader_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    return open_either(module, args, n, false);
}

/* writer_write(writer, bytes): how many */
static PyObject *writer_write(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct py_view bytes;
    enum pave_status status = PAVE_OK;
    (void)module;
    if (py_count_check(n, 2) != 0 || py_view_of(args[1], "bytes", &bytes) != 0)
        return NULL;
    size_t size = bytes.n;
    struct py_handle *writer = py_handle_begin_alone(args[0], PY_WRITER);
    if (writer) {
        struct pipe *pipe = writer->object;
        pipe->thread = PyEval_SaveThread();
        status = pave_writer_write(pipe->writer, bytes.p, bytes.n);
        PyEval_RestoreThread(pipe->thread);
        py_handle_end(writer);
    }
    py_view_release(&bytes);
    if (!writer)
        return NULL;
    return status == PAVE_OK ? PyLong_FromSize_t(size) : py_fail(status, NULL);
}

static PyObject *writer_finish(PyObject *module, PyObject *capsule)
{
    struct py_handle *writer = py_handle_begin_alone(capsule, PY_WRITER);
    (void)module;
    if (!writer)
        return NULL;
    struct pipe *pipe = writer->object;
    pipe->thread = PyEval_SaveThread();
    enum pave_status status = pave_writer_finish(pipe->writer);
    PyEval_RestoreThread(pipe->thread);
    py_handle_end(writer);
    return status == PAVE_OK ? Py_NewRef(Py_None) : py_fail(status, NULL);
}

/* reader_read(reader, buffer): how many; 0 is the verified end */
static PyObject *reader_read(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    enum pave_status status = PAVE_OK;
    Py_buffer buffer;
    size_t size = 0;
    (void)module;
    if (py_count_check(n, 2) != 0 || py_writable_of(args[1], "buffer", &buffer) != 0)
        return NULL;
    struct py_handle *reader = py_handle_begin_alone(args[0], PY_READER);
    if (reader) {
        struct pipe *pipe = reader->object;
        pipe->thread = PyEval_SaveThread();
        if (buffer.len > 0)
            status = pave_reader_read(pipe->reader, buffer.buf, (size_t)buffer.len, &size);
        PyEval_RestoreThread(pipe->thread);
        py_handle_end(reader);
    }
    PyBuffer_Release(&buffer);
    if (!reader)
        return NULL;
    return status == PAVE_OK ? PyLong_FromSize_t(size) : py_fail(status, NULL);
}

/* Closes it; raises unless the verified end was reached. */
static PyObject *reader_end(PyObject *module, PyObject *capsule)
{
    struct py_handle *reader = py_handle_begin_alone(capsule, PY_READER);
    (void)module;
    if (!reader)
        return NULL;
    struct pipe *pipe = reader->object;
    enum pave_status status = pave_reader_close(pipe->reader);
    pipe->reader = NULL;
    py_handle_end(reader);
    py_handle_shut(reader);
    return status == PAVE_OK ? Py_NewRef(Py_None) : py_fail(status, NULL);
}

PyMethodDef py_stream_methods[] = {
    PY_FAST("writer_open", writer_open),
    PY_FAST("writer_write", writer_write),
    {"writer_finish", writer_finish, METH_O, NULL},
    PY_FAST("reader_open", reader_open),
    PY_FAST("reader_read", reader_read),
    {"reader_end", reader_end, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
