/* SPDX-License-Identifier: Apache-2.0 */
/* keyset: files of keys, for those who look after them. All of it works on files: without the GIL.
 */
#include "binding.h"

static PyObject *none_or_fail(enum pave_status status, const struct pave_error *err)
{
    return status == PAVE_OK ? Py_NewRef(Py_None) : py_fail(status, err->text);
}

/* keyset_create(path, unlock, name, kind, suite, messages, passphrase_kib, passphrase_passes) */
static int read_options(PyObject *const *args, struct pave_keyset_options *options)
{
    uint64_t kib = 0;
    uint64_t passes = 0;
    if (py_text_of(args[2], "name", &options->name) != 0 ||
        py_text_or_none(args[3], "kind", &options->kind) != 0 ||
        py_text_or_none(args[4], "suite", &options->suite) != 0 ||
        py_number_of(args[5], "messages", UINT64_MAX, &options->messages) != 0 ||
        py_number_of(args[6], "passphrase_kib", UINT32_MAX, &kib) != 0 ||
        py_number_of(args[7], "passphrase_passes", UINT32_MAX, &passes) != 0)
        return -1;
    options->passphrase_kib = (uint32_t)kib;
    options->passphrase_passes = (uint32_t)passes;
    return 0;
}

static PyObject *keyset_create(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_keyset_options options = {.size = sizeof options};
    struct pave_error err = PAVE_ERROR_INIT;
    struct py_unlock unlock;
    const char *path = NULL;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 8) != 0 || py_text_of(args[0], "path", &path) != 0 ||
        read_options(args, &options) != 0 || py_unlock_of(args[1], &unlock) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_keyset_create(path, &options, unlock.links, &err);
    Py_END_ALLOW_THREADS
    py_unlock_release(&unlock);
    return none_or_fail(status, &err);
}

/* keyset_rotate(path, unlock, stage_seconds): the id of the new key */
static PyObject *keyset_rotate(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct py_unlock unlock;
    const char *path = NULL;
    uint64_t stage_seconds = 0;
    uint32_t id = 0;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 3) != 0 || py_text_of(args[0], "path", &path) != 0 ||
        py_number_of(args[2], "stage_seconds", UINT32_MAX, &stage_seconds) != 0 ||
        py_unlock_of(args[1], &unlock) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_keyset_rotate(path, unlock.links, stage_seconds, &id, &err);
    Py_END_ALLOW_THREADS
    py_unlock_release(&unlock);
    return status == PAVE_OK ? PyLong_FromUnsignedLong(id) : py_fail(status, err.text);
}

/* keyset_change(path, unlock, id, state) */
static PyObject *keyset_change(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct py_unlock unlock;
    const char *path = NULL;
    uint64_t id = 0;
    uint64_t state = 0;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 4) != 0 || py_text_of(args[0], "path", &path) != 0 ||
        py_number_of(args[2], "id", UINT32_MAX, &id) != 0 ||
        py_number_of(args[3], "state", PAVE_KEY_DESTROYED, &state) != 0 ||
        py_unlock_of(args[1], &unlock) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_keyset_change(path, unlock.links, (uint32_t)id, (enum pave_key_state)state, &err);
    Py_END_ALLOW_THREADS
    py_unlock_release(&unlock);
    return none_or_fail(status, &err);
}

/* keyset_rewrap(path, unlock, new unlock) */
static PyObject *keyset_rewrap(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct py_unlock unlock;
    struct py_unlock with;
    const char *path = NULL;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 3) != 0 || py_text_of(args[0], "path", &path) != 0 ||
        py_unlock_of(args[1], &unlock) != 0)
        return NULL;
    if (py_unlock_of(args[2], &with) != 0) {
        py_unlock_release(&unlock);
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS
    status = pave_keyset_rewrap(path, unlock.links, with.links, &err);
    Py_END_ALLOW_THREADS
    py_unlock_release(&with);
    py_unlock_release(&unlock);
    return none_or_fail(status, &err);
}

/* keyset_check(path, unlock) */
static PyObject *keyset_check(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct pave_error err = PAVE_ERROR_INIT;
    struct py_unlock unlock;
    const char *path = NULL;
    enum pave_status status = PAVE_OK;

    (void)module;
    if (py_count_check(n, 2) != 0 || py_text_of(args[0], "path", &path) != 0 ||
        py_unlock_of(args[1], &unlock) != 0)
        return NULL;
    Py_BEGIN_ALLOW_THREADS
    status = pave_keyset_check(path, unlock.links, &err);
    Py_END_ALLOW_THREADS
    py_unlock_release(&unlock);
    return none_or_fail(status, &err);
}

PyMethodDef py_keyset_methods[] = {
    PY_FAST("keyset_create", keyset_create), PY_FAST("keyset_rotate", keyset_rotate),
    PY_FAST("keyset_change", keyset_change), PY_FAST("keyset_rewrap", keyset_rewrap),
    PY_FAST("keyset_check", keyset_check),   {NULL, NULL, 0, NULL},
};
