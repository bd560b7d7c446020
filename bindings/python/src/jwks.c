/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

static void close_jwks(void *object)
{
    pave_jwks_close(object);
}

static PyObject *jwks_read(PyObject *module, PyObject *text)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_jwks *jwks = NULL;
    struct py_view view;

    (void)module;
    if (py_view_of_text(text, "text", &view) != 0)
        return NULL;
    enum pave_status status = pave_jwks_read((const char *)view.p, view.n, &jwks, &err);
    py_view_release(&view);
    return status == PAVE_OK ? py_handle_new(jwks, PY_JWKS, close_jwks) : py_fail(status, err.text);
}

/* jwks_verify(jwks, token, issuer, audience, type, leeway_s, now): the claims as JSON */
static PyObject *jwks_verify(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_jwt_rules rules = {.size = sizeof rules};
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_bytes claims = PAVE_BYTES_INIT;
    struct py_view token;
    uint64_t leeway_s = 0;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 7) != 0 || py_text_of(args[2], "issuer", &rules.issuer) != 0 ||
        py_text_or_none(args[3], "audience", &rules.audience) != 0 ||
        py_text_or_none(args[4], "type", &rules.type) != 0 ||
        py_number_of(args[5], "leeway_s", UINT32_MAX, &leeway_s) != 0 ||
        py_time_or_none(args[6], "now", &rules.now) != 0 ||
        py_view_of_text(args[1], "token", &token) != 0)
        return NULL;
    rules.leeway_s = (uint32_t)leeway_s;
    struct py_handle *jwks = py_handle_begin(args[0], PY_JWKS);
    if (jwks) {
        Py_BEGIN_ALLOW_THREADS
        status =
            pave_jwt_verify(jwks->object, (const char *)token.p, token.n, &rules, &claims, &err);
        Py_END_ALLOW_THREADS
        py_handle_end(jwks);
    }
    py_view_release(&token);
    if (!jwks)
        return NULL;
    return status == PAVE_OK ? py_bytes_take(&claims) : py_fail(status, err.text);
}

PyMethodDef py_jwks_methods[] = {
    {"jwks_read", jwks_read, METH_O, NULL},
    PY_FAST("jwks_verify", jwks_verify),
    {NULL, NULL, 0, NULL},
};
