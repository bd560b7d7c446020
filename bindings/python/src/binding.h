/* SPDX-License-Identifier: Apache-2.0 */
/*
 * binding: what the files of the extension `pave._pave` share.
 *
 * The extension has values, handles and buffers; what callers see is made of them in pave/.
 * Functions that give NULL or -1 have raised.
 */
#ifndef PAVE_PYTHON_BINDING_H
#define PAVE_PYTHON_BINDING_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <pave/pave.h>

enum {
    PY_FIELDS_MAX = 64,
    PY_NAME_MAX = 64,
    PY_UNLOCKS_MAX = 8, /* keysets that wrap one another */
    PY_BIG = 4096,      /* bytes from which on others may run meanwhile */
};

/* A list of fields to be given to libpave, and what keeps it alive. */
struct py_fields {
    const struct pave_field *p;
    size_t n;
    PyObject *held;                       /* NULL, or a context that was made for this call */
    struct pave_field own[PY_FIELDS_MAX]; /* of named arguments */
};

/* Bytes of a caller's object, without a copy. */
struct py_view {
    const unsigned char *p;
    size_t n;
    bool is_held;
    Py_buffer buffer; /* when it is held */
};

/*
 * Something of libpave that is closed once: by a call, or with its Python object. Calls that are
 * under way in other threads end first. All members are looked at under the GIL only.
 */
struct py_handle {
    void *object; /* NULL: closed */
    void (*close)(void *object);
    const char *what;        /* such as "key", for messages */
    struct py_handle *needs; /* stays open for as long as this is */
    PyObject *needed;        /* its capsule, of which a capsule's handle has a reference */
    unsigned users;          /* calls under way, and handles that need this one */
    bool is_closing;
};

/* How a keyset is unlocked, as views into Python objects that the caller keeps. */
struct py_unlock {
    struct pave_unlock links[PY_UNLOCKS_MAX];
    struct py_view passphrases[PY_UNLOCKS_MAX];
    size_t n;
};

/* The types that functions look for; a module's own. */
struct py_state {
    PyTypeObject *context_type;
    PyTypeObject *key_type;
    PyTypeObject *secret_type;
};

typedef PyObject *(*py_fast)(PyObject *self, PyObject *const *args, Py_ssize_t n);
typedef PyObject *(*py_fast_named)(PyObject *self, PyObject *const *args, Py_ssize_t n,
                                   PyObject *names);

/* Functions of the module, for PyMethodDef. */
#define PY_FAST(name, call)                                                                        \
    {                                                                                              \
        name, (PyCFunction)(void (*)(void))(call), METH_FASTCALL, NULL                             \
    }
#define PY_FAST_NAMED(name, call, text)                                                            \
    {                                                                                              \
        name, (PyCFunction)(void (*)(void))(call), METH_FASTCALL | METH_KEYWORDS, text             \
    }

/* fail.c: raises the exception of a status; always NULL. `text` may be NULL or empty. */
PyObject *py_fail(enum pave_status status, const char *text);
/* The exception itself. */
PyObject *py_error_of(enum pave_status status, const char *text);
/* Raises unless a function got as many arguments as it takes. */
int py_count_check(Py_ssize_t n, Py_ssize_t wanted);

/* input.c: what callers gave; `name` is the argument's, for messages. */
int py_view_of(PyObject *object, const char *name, struct py_view *out);
int py_view_or_none(PyObject *object, const char *name, struct py_view *out);
int py_view_of_text(PyObject *object, const char *name, struct py_view *out); /* or of bytes */
void py_view_release(struct py_view *view);
int py_writable_of(PyObject *object, const char *name, Py_buffer *out);
int py_text_of(PyObject *object, const char *name, const char **out);
int py_text_or_none(PyObject *object, const char *name, const char **out);
int py_number_of(PyObject *object, const char *name, uint64_t max, uint64_t *out);
int py_time_or_none(PyObject *object, const char *name, int64_t *out);
PyObject *py_bytes_take(struct pave_bytes *bytes); /* frees them */
PyObject *py_text_take(struct pave_bytes *bytes);

/* fields.c: from a context or a mapping, or from named arguments. */
int py_fields_of(const struct py_state *state, PyObject *context, struct py_fields *out);
int py_fields_of_names(PyObject *const *values, PyObject *names, struct py_fields *out);
void py_fields_release(struct py_fields *fields);
int py_field_value(PyObject *name, PyObject *value, struct pave_field *out);

/* context.c */
extern PyType_Spec py_context_spec;
PyObject *py_context_new(PyTypeObject *type, PyObject *mapping);
void py_context_fields(PyObject *context, const struct pave_field **fields, size_t *n_fields);

/* handle.c: a handle in a capsule called `name`, which is "pave.library" and the like. */
PyObject *py_handle_new(void *object, const char *name, void (*close)(void *object));
void py_handle_init(struct py_handle *handle, void *object, const char *what,
                    void (*close)(void *object), struct py_handle *needs);
/* NULL, and ValueError, when it is closed. Every begin has its end. */
struct py_handle *py_handle_begin(PyObject *capsule, const char *name);
/* The same, for what one thread at a time may use: RuntimeError when it is in use. */
struct py_handle *py_handle_begin_alone(PyObject *capsule, const char *name);
int py_handle_enter(struct py_handle *handle);
/* It cannot do without the handle in another capsule, which it keeps alive and open. */
void py_handle_need(struct py_handle *handle, PyObject *capsule);
void py_handle_end(struct py_handle *handle);
void py_handle_shut(struct py_handle *handle);
extern PyMethodDef py_handle_methods[];

#define PY_LIBRARY "pave.library"
#define PY_IDENTITY "pave.identity"
#define PY_TRUST "pave.trust"
#define PY_DIGEST "pave.digest"
#define PY_INDEX "pave.index"
#define PY_JWKS "pave.jwks"
#define PY_PASETO "pave.paseto_key"
#define PY_WRITER "pave.writer"
#define PY_READER "pave.reader"
#define PY_FILE "pave.sealed_file"

/* unlock.c: reads what pave/_unlock.py made. */
int py_unlock_of(PyObject *parts, struct py_unlock *out);
void py_unlock_release(struct py_unlock *unlock);

/*
 * library.c: calls that may have to unlock a keyset first; `job` is handed on. What is asked, a
 * callable of a keyset's name, comes with each call: held by the handle, it would be out of sight
 * of the garbage collector.
 */
struct py_library {
    struct py_handle *handle;
    PyObject *ask;
};
typedef enum pave_status (*py_library_call)(struct pave_library *library, void *job,
                                            struct pave_error *err);
/* args: library, ask. Ended by py_handle_end(out->handle). */
int py_library_begin(PyObject *const *args, struct py_library *out);
int py_library_run(struct py_library *library, py_library_call call, void *job);
extern PyMethodDef py_library_methods[];

/* key.c */
struct py_key {
    PyObject ob_base;
    struct py_handle handle;
    const struct py_state *state;
    PyObject *library; /* the capsule of its library */
};
extern PyType_Spec py_key_spec;
/* Begins a call on a key, given to a function of the module. */
struct py_key *py_key_begin(const struct py_state *state, PyObject *object);
extern PyMethodDef py_key_module_methods[];

/* value.c, batch.c: methods of a key. */
PyObject *py_value_seal(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names);
PyObject *py_value_open(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names);
PyObject *py_value_seal_text(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names);
PyObject *py_value_open_text(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names);
PyObject *py_value_reseal(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names);
PyObject *py_value_seal_into(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names);
PyObject *py_value_open_into(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names);
PyObject *py_batch_seal(PyObject *self, PyObject *const *args, Py_ssize_t n);
PyObject *py_batch_open(PyObject *self, PyObject *const *args, Py_ssize_t n);
/* How many bytes a sealed value has when opened; 0 and false when libpave has to say what it is. */
bool py_value_opened_size(const void *sealed, size_t size, size_t *out);

/* token.c: token, context, audience, issuer, leeway_s and now. */
int py_rules_of(const struct py_state *state, PyObject *const *args, struct pave_token_rules *rules,
                struct py_fields *fields, struct py_view *token);

extern PyType_Spec py_secret_spec;
PyObject *py_secret_take(PyTypeObject *type, struct pave_secret *secret); /* it is the object's */
extern PyMethodDef py_derive_methods[], py_digest_methods[], py_file_methods[],
    py_identity_methods[], py_index_methods[], py_inspect_methods[], py_jwks_methods[],
    py_keyset_methods[], py_message_methods[], py_paseto_methods[], py_password_methods[],
    py_random_methods[], py_secret_methods[], py_stream_methods[], py_subject_methods[],
    py_token_methods[];

static inline const struct py_state *py_state_of(PyObject *module)
{
    return PyModule_GetState(module);
}

#endif
