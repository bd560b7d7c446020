/* SPDX-License-Identifier: Apache-2.0 */
/* token: PASETO by the key of a purpose. */
#include "binding.h"

/* token_issue(key, claims as JSON, context, audience, ttl_s, now): the token */
static PyObject *token_issue(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_token_options options = {.size = sizeof options};
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_bytes token = PAVE_BYTES_INIT;
    struct py_fields fields;
    struct py_view claims;
    uint64_t ttl_s = 0;
    enum pave_status status = PAVE_OK;

    if (py_count_check(n, 6) != 0 || py_text_of(args[3], "audience", &options.audience) != 0 ||
        py_number_of(args[4], "ttl_s", UINT32_MAX, &ttl_s) != 0 ||
        py_time_or_none(args[5], "now", &options.now) != 0 ||
        py_view_of_text(args[1], "claims", &claims) != 0)
        return NULL;
    if (py_fields_of(py_state_of(module), args[2], &fields) != 0) {
        py_view_release(&claims);
        return NULL;
    }
    options.ttl_s = (uint32_t)ttl_s;
    options.fields = fields.p;
    options.n_fields = fields.n;
    struct py_key *key = py_key_begin(py_state_of(module), args[0]);
    if (key) {
        Py_BEGIN_ALLOW_THREADS
        status = pave_token_issue(key->handle.object, claims.p, claims.n, &options, &token, &err);
        Py_END_ALLOW_THREADS
        py_handle_end(&key->handle);
    }
    py_fields_release(&fields);
    py_view_release(&claims);
    if (!key)
        return NULL;
    return status == PAVE_OK ? py_text_take(&token) : py_fail(status, err.text);
}

/* token_verify(key, token, context, audience, issuer, leeway_s, now): the claims as JSON */
static PyObject *token_verify(PyObject *module, PyObject *const *args, Py_ssize_t n)
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
    struct py_key *key = py_key_begin(py_state_of(module), args[0]);
    if (key) {
        Py_BEGIN_ALLOW_THREADS
        status = pave_token_verify(key->handle.object, (const char *)token.p, token.n, &rules,
                                   &claims, &err);
        Py_END_ALLOW_THREADS
        py_handle_end(&key->handle);
    }
    py_fields_release(&fields);
    py_view_release(&token);
    if (!key)
        return NULL;
    return status == PAVE_OK ? py_bytes_take(&claims) : py_fail(status, err.text);
}

int py_rules_of(const struct py_state *state, PyObject *const *args, struct pave_token_rules *rules,
                struct py_fields *fields, struct py_view *token)
{
    uint64_t leeway_s = 0;
    if (py_text_of(args[2], "audience", &rules->audience) != 0 ||
        py_text_or_none(args[3], "issuer", &rules->issuer) != 0 ||
        py_number_of(args[4], "leeway_s", UINT32_MAX, &leeway_s) != 0 ||
        py_time_or_none(args[5], "now", &rules->now) != 0 ||
        py_fields_of(state, args[1], fields) != 0)
        return -1;
    rules->leeway_s = (uint32_t)leeway_s;
    rules->fields = fields->p;
    rules->n_fields = fields->n;
    if (py_view_of_text(args[0], "token", token) == 0)
        return 0;
    py_fields_release(fields);
    return -1;
}

static PyObject *token_public(PyObject *module, PyObject *object)
{
    char out[PAVE_PASERK_PUBLIC_TEXT];
    struct py_key *key = py_key_begin(py_state_of(module), object);
    if (!key)
        return NULL;
    enum pave_status status = pave_token_public(key->handle.object, out);
    py_handle_end(&key->handle);
    return status == PAVE_OK ? PyUnicode_FromString(out) : py_fail(status, NULL);
}

PyMethodDef py_token_methods[] = {
    PY_FAST("token_issue", token_issue),
    PY_FAST("token_verify", token_verify),
    {"token_public", token_public, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
