/* SPDX-License-Identifier: Apache-2.0 */
/* _pave: libpave's calls for Python, on the stable ABI; pave/__init__.py makes classes of them. */
#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x030A0000
#include <Python.h>

#include <pave/pave.h>

enum { FIELDS_MAX = 64, BIG = 4096 };

#define LIBRARY "pave.library"
#define KEY "pave.key"
#define JWKS "pave.jwks"

/* Raises what pave.errors has for the status. */
static PyObject *raise_status(PyObject *module, enum pave_status status, const char *text)
{
    PyObject *raise = PyObject_GetAttrString(module, "raise_status");
    if (!raise)
        return NULL;
    PyObject *none = PyObject_CallFunction(raise, "iss", (int)status, pave_error_name(status),
                                           text && text[0] ? text : pave_error_text(status));
    Py_DECREF(raise);
    Py_XDECREF(none);
    if (!PyErr_Occurred())
        PyErr_SetString(PyExc_RuntimeError, "pave: a failure was not raised");
    return NULL;
}

/* The fields of a dict; the views live as long as the dict does. */
static int read_fields(PyObject *dict, struct pave_field *fields, size_t *n_fields)
{
    PyObject *name = NULL;
    PyObject *value = NULL;
    Py_ssize_t at = 0;
    size_t n = 0;
    while (PyDict_Next(dict, &at, &name, &value)) {
        Py_ssize_t size = 0;
        char *bytes = NULL;
        if (n == FIELDS_MAX) {
            PyErr_SetString(PyExc_ValueError, "a context has at most 64 fields");
            return -1;
        }
        fields[n].name = PyUnicode_AsUTF8AndSize(name, NULL);
        if (!fields[n].name)
            return -1;
        if (PyUnicode_Check(value)) {
            fields[n].value = PyUnicode_AsUTF8AndSize(value, &size);
        } else if (PyBytes_AsStringAndSize(value, &bytes, &size) == 0) {
            fields[n].value = bytes;
        }
        if (PyErr_Occurred())
            return -1;
        fields[n++].size = (size_t)size;
    }
    *n_fields = n;
    return 0;
}

static PyObject *take_bytes(struct pave_bytes *bytes)
{
    PyObject *out = PyBytes_FromStringAndSize((const char *)bytes->p, (Py_ssize_t)bytes->n);
    pave_bytes_free(bytes);
    return out;
}

typedef enum pave_status (*value_call)(struct pave_key *key, const void *in, size_t size,
                                       const struct pave_field *fields, size_t n_fields,
                                       struct pave_bytes *out);

static enum pave_status open_text(struct pave_key *key, const void *in, size_t size,
                                  const struct pave_field *fields, size_t n_fields,
                                  struct pave_bytes *out)
{
    return pave_open_text(key, in, size, fields, n_fields, out);
}

static PyObject *call_value(PyObject *module, PyObject *args, value_call call)
{
    PyObject *capsule = NULL;
    PyObject *dict = NULL;
    const char *in = NULL;
    Py_ssize_t size = 0;
    struct pave_field fields[FIELDS_MAX];
    size_t n_fields = 0;
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status = PAVE_OK;

    if (!PyArg_ParseTuple(args, "Oy#O!", &capsule, &in, &size, &PyDict_Type, &dict))
        return NULL;
    struct pave_key *key = PyCapsule_GetPointer(capsule, KEY);
    if (!key || read_fields(dict, fields, &n_fields) != 0)
        return NULL;
    if (size < BIG) {
        status = call(key, in, (size_t)size, fields, n_fields, &out);
    } else {
        Py_BEGIN_ALLOW_THREADS status = call(key, in, (size_t)size, fields, n_fields, &out);
        Py_END_ALLOW_THREADS
    }
    if (status != PAVE_OK)
        return raise_status(module, status, NULL);
    return take_bytes(&out);
}

static PyObject *py_seal(PyObject *module, PyObject *args)
{
    return call_value(module, args, pave_seal);
}

static PyObject *py_open(PyObject *module, PyObject *args)
{
    return call_value(module, args, pave_open);
}

static PyObject *py_seal_text(PyObject *module, PyObject *args)
{
    return call_value(module, args, pave_seal_text);
}

static PyObject *py_open_text(PyObject *module, PyObject *args)
{
    return call_value(module, args, open_text);
}

static PyObject *py_reseal(PyObject *module, PyObject *args)
{
    return call_value(module, args, pave_reseal);
}

/* `user` is a dict: a keyset's name to its passphrase (bytes) or wrapping program (str). */
static enum pave_status unlock(void *user, const char *keyset, struct pave_unlock *out)
{
    Py_ssize_t size = 0;
    char *bytes = NULL;
    PyObject *value = PyDict_GetItemString(user, keyset);
    if (!value)
        return PAVE_LOCKED;
    if (PyUnicode_Check(value)) {
        out->program = PyUnicode_AsUTF8AndSize(value, NULL);
    } else if (PyBytes_AsStringAndSize(value, &bytes, &size) == 0) {
        out->passphrase = bytes;
        out->passphrase_size = (size_t)size;
    }
    if (!PyErr_Occurred())
        return PAVE_OK;
    PyErr_Clear();
    return PAVE_LOCKED;
}

/* What a handle needs for as long as it lives: the dict of a library, the library of a key. */
static void release_library(PyObject *capsule)
{
    pave_library_close(PyCapsule_GetPointer(capsule, LIBRARY));
    Py_XDECREF((PyObject *)PyCapsule_GetContext(capsule));
}

static void release_key(PyObject *capsule)
{
    pave_key_close(PyCapsule_GetPointer(capsule, KEY));
    Py_XDECREF((PyObject *)PyCapsule_GetContext(capsule));
}

static void release_jwks(PyObject *capsule)
{
    pave_jwks_close(PyCapsule_GetPointer(capsule, JWKS));
}

static PyObject *make_capsule(void *handle, const char *name, PyCapsule_Destructor release,
                              PyObject *needs)
{
    PyObject *capsule = PyCapsule_New(handle, name, release);
    if (capsule && needs && PyCapsule_SetContext(capsule, needs) == 0)
        Py_INCREF(needs);
    return capsule;
}

static PyObject *py_library(PyObject *module, PyObject *args)
{
    struct pave_library_options options = {.size = sizeof options, .unlock = unlock};
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_library *library = NULL;
    PyObject *dict = NULL;

    if (!PyArg_ParseTuple(args, "ssO!", &options.policy, &options.trust, &PyDict_Type, &dict))
        return NULL;
    options.user = dict;
    enum pave_status status = pave_library_open(&options, &library, &err);
    if (status != PAVE_OK)
        return raise_status(module, status, err.text);
    PyObject *capsule = make_capsule(library, LIBRARY, release_library, dict);
    if (!capsule)
        pave_library_close(library);
    return capsule;
}

static PyObject *py_key(PyObject *module, PyObject *args)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_key *key = NULL;
    PyObject *capsule = NULL;
    const char *purpose = NULL;
    const char *subject = NULL;
    Py_ssize_t size = 0;

    if (!PyArg_ParseTuple(args, "Osz#", &capsule, &purpose, &subject, &size))
        return NULL;
    struct pave_library *library = PyCapsule_GetPointer(capsule, LIBRARY);
    if (!library)
        return NULL;
    enum pave_status status =
        subject ? pave_key_open_subject(library, purpose, subject, (size_t)size, &key)
                : pave_key_open(library, purpose, &key, &err);
    if (status != PAVE_OK)
        return raise_status(module, status, err.text);
    PyObject *out = make_capsule(key, KEY, release_key, capsule);
    if (!out)
        pave_key_close(key);
    return out;
}

static PyObject *py_jwks(PyObject *module, PyObject *args)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_jwks *jwks = NULL;
    const char *text = NULL;
    Py_ssize_t size = 0;
    if (!PyArg_ParseTuple(args, "s#", &text, &size))
        return NULL;
    enum pave_status status = pave_jwks_read(text, (size_t)size, &jwks, &err);
    if (status != PAVE_OK)
        return raise_status(module, status, err.text);
    PyObject *out = make_capsule(jwks, JWKS, release_jwks, NULL);
    if (!out)
        pave_jwks_close(jwks);
    return out;
}

static PyObject *py_jwt_verify(PyObject *module, PyObject *args)
{
    struct pave_jwt_rules rules = {.size = sizeof rules};
    struct pave_error err = PAVE_ERROR_INIT;
    struct pave_bytes claims = PAVE_BYTES_INIT;
    PyObject *capsule = NULL;
    const char *token = NULL;
    Py_ssize_t size = 0;
    unsigned leeway_s = 0;

    if (!PyArg_ParseTuple(args, "Os#szzI", &capsule, &token, &size, &rules.issuer, &rules.audience,
                          &rules.type, &leeway_s))
        return NULL;
    rules.leeway_s = leeway_s;
    const struct pave_jwks *jwks = PyCapsule_GetPointer(capsule, JWKS);
    if (!jwks)
        return NULL;
    enum pave_status status = pave_jwt_verify(jwks, token, (size_t)size, &rules, &claims, &err);
    if (status != PAVE_OK)
        return raise_status(module, status, err.text);
    return take_bytes(&claims);
}

static PyObject *py_password_hash(PyObject *module, PyObject *args)
{
    char out[PAVE_PASSWORD_TEXT];
    const char *password = NULL;
    Py_ssize_t size = 0;
    enum pave_status status = PAVE_OK;
    if (!PyArg_ParseTuple(args, "s#", &password, &size))
        return NULL;
    Py_BEGIN_ALLOW_THREADS status = pave_password_hash(password, (size_t)size, NULL, out);
    Py_END_ALLOW_THREADS return status == PAVE_OK ? PyUnicode_FromString(out)
                                                  : raise_status(module, status, NULL);
}

static PyObject *py_password_verify(PyObject *module, PyObject *args)
{
    char upgraded[PAVE_PASSWORD_TEXT];
    const char *password = NULL;
    const char *stored = NULL;
    Py_ssize_t size = 0;
    enum pave_status status = PAVE_OK;
    if (!PyArg_ParseTuple(args, "s#z", &password, &size, &stored))
        return NULL;
    Py_BEGIN_ALLOW_THREADS status =
        pave_password_verify(password, (size_t)size, stored, NULL, upgraded);
    Py_END_ALLOW_THREADS if (status != PAVE_OK) return raise_status(module, status, NULL);
    return upgraded[0] ? PyUnicode_FromString(upgraded) : Py_NewRef(Py_None);
}

static PyObject *py_random_bytes(PyObject *module, PyObject *args)
{
    Py_ssize_t size = 0;
    char *bytes = NULL;
    if (!PyArg_ParseTuple(args, "n", &size))
        return NULL;
    PyObject *out = PyBytes_FromStringAndSize(NULL, size);
    if (!out)
        return NULL;
    bytes = PyBytes_AsString(out);
    enum pave_status status = pave_random_bytes(bytes, (size_t)size);
    if (status == PAVE_OK)
        return out;
    Py_DECREF(out);
    return raise_status(module, status, NULL);
}

static PyObject *py_random_below(PyObject *module, PyObject *args)
{
    unsigned long long limit = 0;
    uint64_t number = 0;
    if (!PyArg_ParseTuple(args, "K", &limit))
        return NULL;
    enum pave_status status = pave_random_below(limit, &number);
    return status == PAVE_OK ? PyLong_FromUnsignedLongLong(number)
                             : raise_status(module, status, NULL);
}

static PyObject *text_of(PyObject *module, enum pave_status status, const char *text)
{
    return status == PAVE_OK ? PyUnicode_FromString(text) : raise_status(module, status, NULL);
}

static PyObject *py_random_token(PyObject *module, PyObject *none)
{
    char out[PAVE_TOKEN_TEXT];
    (void)none;
    return text_of(module, pave_random_token(out), out);
}

static PyObject *py_random_uuid(PyObject *module, PyObject *none)
{
    char out[PAVE_UUID_TEXT];
    (void)none;
    return text_of(module, pave_random_uuid(out), out);
}

static PyObject *py_random_uuid_ordered(PyObject *module, PyObject *none)
{
    char out[PAVE_UUID_TEXT];
    (void)none;
    return text_of(module, pave_random_uuid_ordered(out), out);
}

static PyObject *py_random_pin(PyObject *module, PyObject *args)
{
    char out[PAVE_PIN_TEXT];
    unsigned digits = 0;
    if (!PyArg_ParseTuple(args, "I", &digits))
        return NULL;
    return text_of(module, pave_random_pin(digits, out), out);
}

static PyMethodDef methods[] = {
    {"library", py_library, METH_VARARGS, NULL},
    {"key", py_key, METH_VARARGS, NULL},
    {"seal", py_seal, METH_VARARGS, NULL},
    {"open", py_open, METH_VARARGS, NULL},
    {"seal_text", py_seal_text, METH_VARARGS, NULL},
    {"open_text", py_open_text, METH_VARARGS, NULL},
    {"reseal", py_reseal, METH_VARARGS, NULL},
    {"jwks", py_jwks, METH_VARARGS, NULL},
    {"jwt_verify", py_jwt_verify, METH_VARARGS, NULL},
    {"password_hash", py_password_hash, METH_VARARGS, NULL},
    {"password_verify", py_password_verify, METH_VARARGS, NULL},
    {"random_bytes", py_random_bytes, METH_VARARGS, NULL},
    {"random_below", py_random_below, METH_VARARGS, NULL},
    {"random_token", py_random_token, METH_NOARGS, NULL},
    {"random_pin", py_random_pin, METH_VARARGS, NULL},
    {"random_uuid", py_random_uuid, METH_NOARGS, NULL},
    {"random_uuid_ordered", py_random_uuid_ordered, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, .m_name = "pave._pave",
                                        .m_methods = methods, .m_slots = slots};

PyMODINIT_FUNC PyInit__pave(void)
{
    return PyModuleDef_Init(&definition);
}
