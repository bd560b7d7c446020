/* SPDX-License-Identifier: Apache-2.0 */
/* derive: keys for what libpave does not do itself, handed out in guarded memory. */
#include "binding.h"

/* derive(key, size, context, key_id): (secret, key_id) */
static PyObject *derive(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    const struct py_state *state = py_state_of(module);
    struct pave_secret *secret = NULL;
    struct py_fields fields;
    enum pave_status status = PAVE_OK;
    uint64_t size = 0;
    uint64_t asked = 0;

    if (py_count_check(n, 4) != 0 || py_number_of(args[1], "size", SIZE_MAX / 2, &size) != 0 ||
        py_number_of(args[3], "key_id", UINT32_MAX, &asked) != 0 ||
        py_fields_of(state, args[2], &fields) != 0)
        return NULL;
    uint32_t key_id = (uint32_t)asked;
    struct py_key *key = py_key_begin(state, args[0]);
    if (key) {
        status =
            pave_derive(key->handle.object, &key_id, fields.p, fields.n, (size_t)size, &secret);
        py_handle_end(&key->handle);
    }
    py_fields_release(&fields);
    if (!key)
        return NULL;
    if (status != PAVE_OK)
        return py_fail(status, NULL);
    PyObject *out = py_secret_take(state->secret_type, secret);
    return out ? Py_BuildValue("(NI)", out, (unsigned)key_id) : NULL;
}

PyMethodDef py_derive_methods[] = {
    PY_FAST("derive", derive),
    {NULL, NULL, 0, NULL},
};
