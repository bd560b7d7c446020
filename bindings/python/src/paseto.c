/* SPDX-License-Identifier: Apache-2.0 */
/* paseto: tokens with a key as text, from and for other programs. */
#include "binding.h"

static void close_key(void *object)
{
    pave_paseto_key_close(object);
}

static PyObject *paseto_key_read(PyObject *module, PyObject *text)
{
    struct pave_paseto_key *key = NULL;
    struct py_view view;
    (void)module;
    if (py_view_of_text(text, "text", &view) != 0)
        return NULL;
    enum pave_status status = pave_paseto_key_read((const char *)view.p, view.n, &key);
    py_view_release(&view);
    return status == PAVE_OK ? py_handle_new(key, PY_PASETO, close_key) : py_fail(status, NULL);
}

static PyObject *paseto_key_id(PyObject *module, PyObject *capsule)
{
    char out[PAVE_PASERK_ID_TEXT];
    struct py_handle *key = py_handle_begin(capsule, PY_PASETO);
    (void)module;
    if (!key)
        return NULL;
    enum pave_status status = pave_paseto_key_id(key->object, out);
    py_handle_end(key);
    return status == PAVE_OK ? PyUnicode_FromString(out) : py_fail(status, NULL);
}

/* What paseto_issue and paseto_open are given: key, claims or token, footer, bound. */
struct paseto {
    struct py_handle *key;
    struct py_view in;
    struct py_view footer;
    struct py_view bound;
    struct pave_paseto_beside beside;
};

static void end(struct paseto *call)
{
    if (call->key)
        py_handle_end(call->key);
    py_view_release(&call->in);
    py_view_release(&call->footer);
    py_view_release(&call->bound);
}

static int begin(PyObject *const *args, Py_ssize_t n, const char *what, struct paseto *call)
{
    *call = (struct paseto){.key = NULL};
    if (py_count_check(n, 4) != 0)
        return -1;
    call->key = py_handle_begin(args[0], PY_PASETO);
    if (!call->key || py_view_of_text(args[1], what, &call->in) != 0 ||
        py_view_of(args[2], "footer", &call->footer) != 0 ||
        py_view_of(args[3], "bound", &call->bound) != 0) {
        end(call);
        return -1;
    }
    call->beside = (struct pave_paseto_beside){sizeof call->beside, call->footer.p, call->footer.n,
                                               call->bound.p, call->bound.n};
    return 0;
}

static PyObject *paseto_issue(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status = PAVE_OK;
    struct paseto call;
    (void)module;
    if (begin(args, n, "claims", &call) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_paseto_issue(call.key->object, call.in.p, call.in.n, &call.beside, &out);
    Py_END_ALLOW_THREADS
    end(&call);
    return status == PAVE_OK ? py_text_take(&out) : py_fail(status, NULL);
}

static PyObject *paseto_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status = PAVE_OK;
    struct paseto call;
    (void)module;
    if (begin(args, n, "token", &call) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status =
        pave_paseto_open(call.key->object, (const char *)call.in.p, call.in.n, &call.beside, &out);
    Py_END_ALLOW_THREADS
    end(&call);
    return status == PAVE_OK ? py_bytes_take(&out) : py_fail(status, NULL);
}

/* paseto_verify(key, token, context, audience, issuer, leeway_s, now): the claims as JSON */
static PyObject *paseto_verify(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_token_rules rules = {.size = sizeof rules};
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct py_fields fields;
    struct py_view token;
    enum pave_status status = PAVE_OK;

    if (py_count_check(n, 7) != 0 ||
        py_rules_of(py_state_of(module), args + 1, &rules, &fields, &token) != 0)
        return NULL;
    struct py_handle *key = py_handle_begin(args[0], PY_PASETO);
    if (key) {
        Py_BEGIN_ALLOW_THREADS
        status =
            pave_paseto_verify(key->object, (const char *)token.p, token.n, &rules, &claims, &err);
        Py_END_ALLOW_THREADS
        py_handle_end(key);
    }
    py_fields_release(&fields);
    py_view_release(&token);
    if (!key)
        return NULL;
    return status == PAVE_OK ? py_bytes_take(&claims) : py_fail(status, err.text);
}

PyMethodDef py_paseto_methods[] = {
    {"paseto_key_read", paseto_key_read, METH_O, NULL},
    {"paseto_key_id", paseto_key_id, METH_O, NULL},
    PY_FAST("paseto_issue", paseto_issue),
    PY_FAST("paseto_open", paseto_open),
    PY_FAST("paseto_verify", paseto_verify),
    {NULL, NULL, 0, NULL},
};
