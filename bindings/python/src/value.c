/* SPDX-License-Identifier: Apache-2.0 */
/* value: one value sealed or opened, the calls that are made most. */
#include "binding.h"

/* A call that was read; `in` is what is sealed or opened. */
struct value {
    struct py_key *key;
    struct py_view in;
    struct py_fields fields;
};

typedef int (*read_input)(PyObject *object, const char *name, struct py_view *out);

static void end(struct value *value)
{
    py_fields_release(&value->fields);
    py_view_release(&value->in);
    py_handle_end(&value->key->handle);
}

static void refuse_count(Py_ssize_t n, Py_ssize_t before)
{
    if (n < before)
        PyErr_Format(PyExc_TypeError, "expected %zd arguments before the context, not %zd", before,
                     n);
    else if (n == before)
        PyErr_SetString(PyExc_TypeError,
                        "the context is missing: say what the value belongs to, such as "
                        "patient=\"p-17\", or pass {} where the purpose asks for none");
    else
        PyErr_SetString(PyExc_TypeError,
                        "context: expected one context, or named fields, not both");
}

/* `before` arguments, then a context or, in its place, named fields. */
static int read_fields(const struct py_key *key, PyObject *const *args, Py_ssize_t n,
                       PyObject *names, Py_ssize_t before, struct py_fields *out)
{
    bool is_named = names && PyTuple_Size(names) > 0;
    if (n != before + !is_named) {
        refuse_count(n, before);
        return -1;
    }
    return is_named ? py_fields_of_names(args + n, names, out)
                    : py_fields_of(key->state, args[before], out);
}

static int begin(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names,
                 Py_ssize_t before, const char *what, read_input read, struct value *value)
{
    value->key = (struct py_key *)self;
    if (read_fields(value->key, args, n, names, before, &value->fields) != 0)
        return -1;
    if (read(args[0], what, &value->in) == 0) {
        if (py_handle_enter(&value->key->handle) == 0)
            return 0;
        py_view_release(&value->in);
    }
    py_fields_release(&value->fields);
    return -1;
}

typedef enum pave_status (*into_call)(struct pave_key *key, const void *in, size_t size,
                                      const struct pave_field *fields, size_t n_fields,
                                      struct pave_room *out);

static enum pave_status run_into(const struct value *value, into_call call, struct pave_room *room)
{
    struct pave_key *key = value->key->handle.object;
    const struct py_fields *fields = &value->fields;
    enum pave_status status = PAVE_OK;
    if (value->in.n < PY_BIG)
        return call(key, value->in.p, value->in.n, fields->p, fields->n, room);
    Py_BEGIN_ALLOW_THREADS
    status = call(key, value->in.p, value->in.n, fields->p, fields->n, room);
    Py_END_ALLOW_THREADS
    return status;
}

/* Into new bytes of the size that is known beforehand: there is no copy in between. */
static PyObject *run_new(struct value *value, into_call call, size_t size)
{
    PyObject *out = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)size);
    if (out) {
        struct pave_room room = {(unsigned char *)PyBytes_AsString(out), size, 0};
        enum pave_status status = run_into(value, call, &room);
        if (status != PAVE_OK) {
            Py_CLEAR(out); /* wiped already */
            (void)py_fail(status, NULL);
        }
    }
    end(value);
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

/* Where libpave says how large the result is; it raises when there is none. */
static int run_given(struct value *value, value_call call, struct pave_bytes *out)
{
    struct pave_key *key = value->key->handle.object;
    const struct py_fields *fields = &value->fields;
    enum pave_status status = PAVE_OK;
    if (value->in.n < PY_BIG) {
        status = call(key, value->in.p, value->in.n, fields->p, fields->n, out);
    } else {
        Py_BEGIN_ALLOW_THREADS
        status = call(key, value->in.p, value->in.n, fields->p, fields->n, out);
        Py_END_ALLOW_THREADS
    }
    end(value);
    if (status == PAVE_OK)
        return 0;
    (void)py_fail(status, NULL);
    return -1;
}

PyObject *py_value_seal(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    struct pave_bytes given = PAVE_BYTES_INIT;
    struct value value;
    if (begin(self, args, n, names, 1, "message", py_view_of, &value) != 0)
        return NULL;
    size_t size = pave_sealed_size(value.key->handle.object, value.in.n);
    if (size > 0)
        return run_new(&value, pave_seal_into, size);
    /* It cannot seal; libpave says why. */
    return run_given(&value, pave_seal, &given) == 0 ? py_bytes_take(&given) : NULL;
}

bool py_value_opened_size(const void *sealed, size_t size, size_t *out)
{
    struct pave_info info = {.size = sizeof info};
    if (pave_inspect(sealed, size, &info) != PAVE_OK || info.is_stream || info.recipients > 0)
        return false;
    *out = info.message_size;
    return true;
}

PyObject *py_value_open(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    struct pave_bytes given = PAVE_BYTES_INIT;
    struct value value;
    size_t size = 0;
    if (begin(self, args, n, names, 1, "sealed", py_view_of, &value) != 0)
        return NULL;
    if (py_value_opened_size(value.in.p, value.in.n, &size))
        return run_new(&value, pave_open_into, size);
    return run_given(&value, pave_open, &given) == 0 ? py_bytes_take(&given) : NULL;
}

PyObject *py_value_seal_text(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    struct pave_bytes given = PAVE_BYTES_INIT;
    struct value value;
    if (begin(self, args, n, names, 1, "message", py_view_of, &value) != 0 ||
        run_given(&value, pave_seal_text, &given) != 0)
        return NULL;
    return py_text_take(&given);
}

PyObject *py_value_open_text(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    struct pave_bytes given = PAVE_BYTES_INIT;
    struct value value;
    if (begin(self, args, n, names, 1, "text", py_view_of_text, &value) != 0 ||
        run_given(&value, open_text, &given) != 0)
        return NULL;
    return py_bytes_take(&given);
}

PyObject *py_value_reseal(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    struct pave_bytes given = PAVE_BYTES_INIT;
    struct value value;
    if (begin(self, args, n, names, 1, "sealed", py_view_of, &value) != 0 ||
        run_given(&value, pave_reseal, &given) != 0)
        return NULL;
    return given.n > 0 ? py_bytes_take(&given) : Py_NewRef(Py_None);
}

/* libpave writes the result while it still reads the input. */
static int check_apart(const struct py_view *in, const Py_buffer *out)
{
    const unsigned char *at = out->buf;
    if (in->n == 0 || out->len == 0 || at + out->len <= in->p || in->p + in->n <= at)
        return 0;
    PyErr_SetString(PyExc_ValueError, "out: it must not overlap with what is read");
    return -1;
}

static PyObject *call_into(struct value *value, into_call call, PyObject *target)
{
    enum pave_status status = PAVE_OK;
    Py_buffer buffer;
    if (py_writable_of(target, "out", &buffer) != 0) {
        end(value);
        return NULL;
    }
    struct pave_room room = {buffer.buf, (size_t)buffer.len, 0};
    bool is_apart = check_apart(&value->in, &buffer) == 0;
    if (is_apart)
        status = run_into(value, call, &room);
    PyBuffer_Release(&buffer);
    end(value);
    if (!is_apart)
        return NULL;
    return status == PAVE_OK ? PyLong_FromSize_t(room.n) : py_fail(status, NULL);
}

PyObject *py_value_seal_into(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    struct value value;
    if (begin(self, args, n, names, 2, "message", py_view_of, &value) != 0)
        return NULL;
    return call_into(&value, pave_seal_into, args[1]);
}

PyObject *py_value_open_into(PyObject *self, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    struct value value;
    if (begin(self, args, n, names, 2, "sealed", py_view_of, &value) != 0)
        return NULL;
    return call_into(&value, pave_open_into, args[1]);
}
