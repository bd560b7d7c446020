/* SPDX-License-Identifier: Apache-2.0 */
/* file: files sealed and unsealed as a whole, and reads of a sealed file at any place. */
#include "binding.h"

#include <string.h>

/* Told how far a job is, from one thread of libpave's, which need not be the caller's. */
struct progress {
    PyObject *call;
    PyObject *error; /* what it raised first; it is not called again */
};

static void tell_progress(void *user, uint64_t done, uint64_t all)
{
    struct progress *progress = user;
    PyGILState_STATE held = PyGILState_Ensure();
    if (!progress->error) {
        PyObject *none = PyObject_CallFunction(progress->call, "KK", (unsigned long long)done,
                                               (unsigned long long)all);
        Py_XDECREF(none);
        if (!none) {
            PyObject *type = NULL;
            PyObject *trace = NULL;
            PyErr_Fetch(&type, &progress->error, &trace);
            PyErr_NormalizeException(&type, &progress->error, &trace);
            Py_XDECREF(type);
            Py_XDECREF(trace);
        }
    }
    PyGILState_Release(held);
}

typedef enum pave_status (*file_call)(struct pave_key *key, const struct pave_file_job *job,
                                      struct pave_error *err);

/* args: key, in, out, context, threads, progress */
static int read_job(PyObject *module, PyObject *const *args, struct pave_file_job *job,
                    struct py_fields *fields, struct progress *progress)
{
    uint64_t threads = 0;
    if (py_text_of(args[1], "source", &job->in) != 0 ||
        py_text_of(args[2], "target", &job->out) != 0 ||
        py_number_of(args[4], "threads", 64, &threads) != 0 ||
        py_fields_of(py_state_of(module), args[3], fields) != 0)
        return -1;
    job->threads = (unsigned)threads;
    job->fields = fields->p;
    job->n_fields = fields->n;
    if (args[5] != Py_None) {
        progress->call = args[5];
        job->progress = tell_progress;
        job->user = progress;
    }
    return 0;
}

static PyObject *run(PyObject *module, PyObject *const *args, Py_ssize_t n, file_call call)
{
    struct pave_file_job job = {.size = sizeof job};
    struct pave_error err = PAVE_ERROR_INIT;
    struct progress progress = {NULL, NULL};
    struct py_fields fields;
    enum pave_status status = PAVE_OK;

    if (py_count_check(n, 6) != 0 || read_job(module, args, &job, &fields, &progress) != 0)
        return NULL;
    struct py_key *key = py_key_begin(py_state_of(module), args[0]);
    if (key) {
        Py_BEGIN_ALLOW_THREADS
        status = call(key->handle.object, &job, &err);
        Py_END_ALLOW_THREADS
        py_handle_end(&key->handle);
    }
    py_fields_release(&fields);
    if (progress.error) {
        PyErr_SetObject((PyObject *)Py_TYPE(progress.error), progress.error);
        Py_DECREF(progress.error);
        return NULL;
    }
    if (!key)
        return NULL;
    return status == PAVE_OK ? Py_NewRef(Py_None) : py_fail(status, err.text);
}

static PyObject *file_seal(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    return run(module, args, n, pave_file_seal);
}

static PyObject *file_unseal(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    return run(module, args, n, pave_file_unseal);
}

static void close_file(void *object)
{
    pave_file_close(object);
}

/* file_open(key, path, context): (file, its size) */
static PyObject *file_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_file *file = NULL;
    struct py_fields fields;
    const char *path = NULL;
    enum pave_status status = PAVE_OK;

    if (py_count_check(n, 3) != 0 || py_text_of(args[1], "path", &path) != 0 ||
        py_fields_of(py_state_of(module), args[2], &fields) != 0)
        return NULL;
    struct py_key *key = py_key_begin(py_state_of(module), args[0]);
    if (key) {
        Py_BEGIN_ALLOW_THREADS
        status = pave_file_open(key->handle.object, path, fields.p, fields.n, &file, &err);
        Py_END_ALLOW_THREADS
        py_handle_end(&key->handle);
    }
    py_fields_release(&fields);
    if (!key)
        return NULL;
    if (status != PAVE_OK)
        return py_fail(status, err.text);
    unsigned long long size = pave_file_size(file);
    PyObject *capsule = py_handle_new(file, PY_FILE, close_file);
    return capsule ? Py_BuildValue("(NK)", capsule, size) : NULL;
}

/* file_read_at(file, offset, buffer): how many */
static PyObject *file_read_at(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    enum pave_status status = PAVE_OK;
    Py_buffer buffer;
    uint64_t offset = 0;
    size_t size = 0;

    (void)module;
    if (py_count_check(n, 3) != 0 || py_number_of(args[1], "offset", INT64_MAX, &offset) != 0 ||
        py_writable_of(args[2], "buffer", &buffer) != 0)
        return NULL;
    struct py_handle *file = py_handle_begin_alone(args[0], PY_FILE);
    if (file) {
        Py_BEGIN_ALLOW_THREADS
        status = pave_file_read_at(file->object, offset, buffer.buf, (size_t)buffer.len, &size);
        Py_END_ALLOW_THREADS
        py_handle_end(file);
    }
    PyBuffer_Release(&buffer);
    if (!file)
        return NULL;
    return status == PAVE_OK ? PyLong_FromSize_t(size) : py_fail(status, NULL);
}

PyMethodDef py_file_methods[] = {
    PY_FAST("file_seal", file_seal), PY_FAST("file_unseal", file_unseal),
    PY_FAST("file_open", file_open), PY_FAST("file_read_at", file_read_at),
    {NULL, NULL, 0, NULL},
};
