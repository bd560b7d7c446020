/* SPDX-License-Identifier: Apache-2.0 */
/* _pave: libpave's calls for Python, on the stable ABI; pave/ makes classes of them. */
#include "binding.h"

static PyObject *add_type(PyObject *module, PyType_Spec *spec)
{
    PyObject *type = PyType_FromModuleAndSpec(module, spec, NULL);
    if (type && PyModule_AddType(module, (PyTypeObject *)type) != 0)
        Py_CLEAR(type);
    return type;
}

static int add_functions(PyObject *module)
{
    PyMethodDef *const all[] = {
        py_handle_methods,  py_library_methods,  py_key_module_methods, py_derive_methods,
        py_index_methods,   py_digest_methods,   py_file_methods,       py_identity_methods,
        py_inspect_methods, py_jwks_methods,     py_keyset_methods,     py_message_methods,
        py_paseto_methods,  py_password_methods, py_random_methods,     py_secret_methods,
        py_stream_methods,  py_subject_methods,  py_token_methods,
    };
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (PyModule_AddFunctions(module, all[i]) != 0)
            return -1;
    }
    return 0;
}

/* Every status of libpave: a list of (number, name, what to do about it). */
static int add_statuses(PyObject *module)
{
    PyObject *all = PyList_New(0);
#define STATUS(name, value, text)                                                                  \
    if (all && (name) != PAVE_OK) {                                                                \
        PyObject *one = Py_BuildValue("(iss)", (value), #name, (text));                            \
        if (!one || PyList_Append(all, one) != 0)                                                  \
            Py_CLEAR(all);                                                                         \
        Py_XDECREF(one);                                                                           \
    }
    PAVE_STATUS_TABLE(STATUS)
#undef STATUS
    if (!all)
        return -1;
    int failed = PyModule_AddObjectRef(module, "STATUSES", all);
    Py_DECREF(all);
    return failed;
}

static int execute(PyObject *module)
{
    struct py_state *state = PyModule_GetState(module);
    state->context_type = (PyTypeObject *)add_type(module, &py_context_spec);
    state->key_type = (PyTypeObject *)add_type(module, &py_key_spec);
    state->secret_type = (PyTypeObject *)add_type(module, &py_secret_spec);
    if (!state->context_type || !state->key_type || !state->secret_type)
        return -1;
    return add_functions(module) != 0 ? -1 : add_statuses(module);
}

static int traverse(PyObject *module, visitproc visit, void *arg)
{
    struct py_state *state = PyModule_GetState(module);
    Py_VISIT(state->context_type);
    Py_VISIT(state->key_type);
    Py_VISIT(state->secret_type);
    return 0;
}

static int clear(PyObject *module)
{
    struct py_state *state = PyModule_GetState(module);
    Py_CLEAR(state->context_type);
    Py_CLEAR(state->key_type);
    Py_CLEAR(state->secret_type);
    return 0;
}

static void release(void *module)
{
    (void)clear(module);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, execute}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, .m_name = "pave._pave", .m_size = sizeof(struct py_state),
    .m_slots = slots,      .m_traverse = traverse, .m_clear = clear,
    .m_free = release,
};

PyMODINIT_FUNC PyInit__pave(void)
{
    return PyModuleDef_Init(&definition);
}
