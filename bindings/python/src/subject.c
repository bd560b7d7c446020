/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

struct subject_job {
    const char *purpose;
    struct py_view name;
    struct py_view secret;
    struct pave_bytes out;
};

static struct pave_subject subject_of(const struct subject_job *job)
{
    return (struct pave_subject){job->name.p, job->name.n, job->secret.p, job->secret.n};
}

static enum pave_status make_new(struct pave_library *library, void *user, struct pave_error *err)
{
    struct subject_job *job = user;
    struct pave_subject subject = subject_of(job);
    return pave_subject_new(library, job->purpose, &subject, &job->out, err);
}

static enum pave_status reseal(struct pave_library *library, void *user, struct pave_error *err)
{
    struct subject_job *job = user;
    struct pave_subject subject = subject_of(job);
    return pave_subject_reseal(library, job->purpose, &subject, &job->out, err);
}

static int begin(PyObject *const *args, PyObject *secret, struct subject_job *job)
{
    if (py_text_of(args[2], "purpose", &job->purpose) != 0 ||
        py_view_of_text(args[3], "subject", &job->name) != 0)
        return -1;
    if (py_view_or_none(secret, "secret", &job->secret) == 0)
        return 0;
    py_view_release(&job->name);
    return -1;
}

/* args: library, ask, purpose, subject and, for some calls, its secret. */
static PyObject *run(PyObject *const *args, PyObject *secret, py_library_call call)
{
    struct subject_job job = {.out = PAVE_BYTES_INIT};
    struct py_library library;
    PyObject *out = NULL;
    if (begin(args, secret, &job) != 0)
        return NULL;
    if (py_library_begin(args, &library) == 0) {
        if (py_library_run(&library, call, &job) == 0)
            out = job.out.n > 0 ? py_bytes_take(&job.out) : Py_NewRef(Py_None);
        py_handle_end(library.handle);
    }
    py_view_release(&job.secret);
    py_view_release(&job.name);
    return out;
}

static PyObject *subject_new(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    (void)module;
    return py_count_check(n, 4) == 0 ? run(args, Py_None, make_new) : NULL;
}

static PyObject *subject_reseal(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    (void)module;
    return py_count_check(n, 5) == 0 ? run(args, args[4], reseal) : NULL;
}

PyMethodDef py_subject_methods[] = {
    PY_FAST("subject_new", subject_new),
    PY_FAST("subject_reseal", subject_reseal),
    {NULL, NULL, 0, NULL},
};
