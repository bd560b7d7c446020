/* SPDX-License-Identifier: Apache-2.0 */
/* digest: signatures, of bytes and of what comes in pieces. */
#include "binding.h"

static void close_digest(void *object)
{
    pave_digest_free(object);
}

static PyObject *digest_new(PyObject *module, PyObject *none)
{
    struct pave_digest *digest = NULL;
    (void)module;
    (void)none;
    enum pave_status status = pave_digest_new(&digest);
    return status == PAVE_OK ? py_handle_new(digest, PY_DIGEST, close_digest)
                             : py_fail(status, NULL);
}

static PyObject *digest_add(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct py_view bytes;
    enum pave_status status = PAVE_OK;
    (void)module;
    if (py_count_check(n, 2) != 0 || py_view_of(args[1], "bytes", &bytes) != 0)
        return NULL;
    struct py_handle *digest = py_handle_begin_alone(args[0], PY_DIGEST);
    if (digest) {
        Py_BEGIN_ALLOW_THREADS
        status = pave_digest_add(digest->object, bytes.p, bytes.n);
        Py_END_ALLOW_THREADS
        py_handle_end(digest);
    }
    py_view_release(&bytes);
    if (!digest)
        return NULL;
    return status == PAVE_OK ? Py_NewRef(Py_None) : py_fail(status, "the digest has ended");
}

/* What is signed or verified: a digest in a capsule, or bytes. */
struct signing {
    struct py_handle *digest;
    struct py_view bytes;
    const char *name; /* of the signer, to verify */
    const char *domain;
    unsigned char signature[PAVE_SIGNATURE_BYTES];
};

static int begin(PyObject *message, struct signing *job)
{
    job->digest = NULL;
    if (!PyCapsule_CheckExact(message))
        return py_view_of(message, "message", &job->bytes);
    job->digest = py_handle_begin_alone(message, PY_DIGEST);
    job->bytes.is_held = false;
    return job->digest ? 0 : -1;
}

static void end(struct signing *job)
{
    if (job->digest)
        py_handle_end(job->digest);
    py_view_release(&job->bytes);
}

/* sign(identity, message or digest, domain) */
static PyObject *sign(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct signing job;
    enum pave_status status = PAVE_OK;
    (void)module;
    if (py_count_check(n, 3) != 0 || py_text_of(args[2], "domain", &job.domain) != 0 ||
        begin(args[1], &job) != 0)
        return NULL;
    struct py_handle *identity = py_handle_begin(args[0], PY_IDENTITY);
    if (identity) {
        Py_BEGIN_ALLOW_THREADS
        status =
            job.digest
                ? pave_sign_digest(identity->object, job.domain, job.digest->object, job.signature)
                : pave_sign(identity->object, job.domain, job.bytes.p, job.bytes.n, job.signature);
        Py_END_ALLOW_THREADS
        py_handle_end(identity);
    }
    end(&job);
    if (!identity)
        return NULL;
    return status == PAVE_OK
               ? PyBytes_FromStringAndSize((const char *)job.signature, sizeof job.signature)
               : py_fail(status, NULL);
}

static int read_signature(PyObject *object, struct signing *job)
{
    struct py_view view;
    if (py_view_of(object, "signature", &view) != 0)
        return -1;
    bool is_whole = view.n == sizeof job->signature;
    for (size_t i = 0; is_whole && i < view.n; i++)
        job->signature[i] = view.p[i];
    py_view_release(&view);
    if (is_whole)
        return 0;
    /* A signature of another length is as wrong as one with another byte. */
    (void)py_fail(PAVE_REFUSED, NULL);
    return -1;
}

/* verify(trust, message or digest, name, domain, signature) */
static PyObject *verify(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct signing job;
    enum pave_status status = PAVE_OK;
    (void)module;
    if (py_count_check(n, 5) != 0 || py_text_of(args[2], "name", &job.name) != 0 ||
        py_text_of(args[3], "domain", &job.domain) != 0 || read_signature(args[4], &job) != 0 ||
        begin(args[1], &job) != 0)
        return NULL;
    struct py_handle *trust = py_handle_begin(args[0], PY_TRUST);
    if (trust) {
        Py_BEGIN_ALLOW_THREADS
        status = job.digest ? pave_verify_digest(trust->object, job.name, job.domain,
                                                 job.digest->object, job.signature)
                            : pave_verify(trust->object, job.name, job.domain, job.bytes.p,
                                          job.bytes.n, job.signature);
        Py_END_ALLOW_THREADS
        py_handle_end(trust);
    }
    end(&job);
    if (!trust)
        return NULL;
    return status == PAVE_OK ? Py_NewRef(Py_None) : py_fail(status, NULL);
}

PyMethodDef py_digest_methods[] = {
    {"digest_new", digest_new, METH_NOARGS, NULL},
    PY_FAST("digest_add", digest_add),
    PY_FAST("sign", sign),
    PY_FAST("verify", verify),
    {NULL, NULL, 0, NULL},
};
