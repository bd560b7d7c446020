/* SPDX-License-Identifier: Apache-2.0 */
/* message: what identities seal for one another. */
#include "binding.h"

enum { RECIPIENTS_MAX = 64 };

/* A call on its way; the names are views into `to`. */
struct message_call {
    struct py_handle *identity;
    struct py_handle *trust;
    struct py_fields fields;
    struct py_view in;
    PyObject *to;
    const char *names[RECIPIENTS_MAX];
    struct pave_message message;
};

/* Who is asked whether a message is new, from within libpave: the GIL is taken for that. */
struct replay {
    PyObject *call;
    PyThreadState *thread;
};

static enum pave_status ask_replay(void *user, const unsigned char id[PAVE_MESSAGE_ID_BYTES],
                                   int64_t until)
{
    struct replay *replay = user;
    PyEval_RestoreThread(replay->thread);
    PyObject *answer = PyObject_CallFunction(replay->call, "y#L", (const char *)id,
                                             (Py_ssize_t)PAVE_MESSAGE_ID_BYTES, (long long)until);
    int is_new = answer ? PyObject_IsTrue(answer) : -1;
    Py_XDECREF(answer);
    replay->thread = PyEval_SaveThread();
    return is_new == 1 ? PAVE_OK : PAVE_REPLAYED;
}

static int read_names(struct message_call *call, PyObject *to)
{
    if (PyUnicode_Check(to) || !PySequence_Check(to)) {
        PyErr_Format(PyExc_TypeError, "to: expected a list of names, not %R", Py_TYPE(to));
        return -1;
    }
    call->to = PySequence_Tuple(to);
    if (!call->to)
        return -1;
    size_t n = (size_t)PyTuple_Size(call->to);
    if (n == 0 || n > RECIPIENTS_MAX) {
        PyErr_SetString(PyExc_ValueError, "to: expected 1 to 64 names");
        return -1;
    }
    for (size_t i = 0; i < n; i++) {
        if (py_text_of(PyTuple_GetItem(call->to, (Py_ssize_t)i), "to", &call->names[i]) != 0)
            return -1;
    }
    call->message.to = call->names;
    call->message.n_to = n;
    return 0;
}

static void end(struct message_call *call)
{
    if (call->trust)
        py_handle_end(call->trust);
    if (call->identity)
        py_handle_end(call->identity);
    py_view_release(&call->in);
    py_fields_release(&call->fields);
    Py_XDECREF(call->to);
}

/* args: identity, trust, what is sealed or opened, purpose, context, now */
static int begin(PyObject *module, PyObject *const *args, const char *what,
                 struct message_call *call)
{
    call->identity = NULL;
    call->trust = NULL;
    call->fields.held = NULL;
    call->in.is_held = false;
    call->to = NULL;
    call->message = (struct pave_message){.size = sizeof call->message};
    if (py_text_of(args[3], "purpose", &call->message.purpose) != 0 ||
        py_time_or_none(args[5], "now", &call->message.now) != 0 ||
        py_fields_of(py_state_of(module), args[4], &call->fields) != 0 ||
        py_view_of(args[2], what, &call->in) != 0)
        return -1;
    call->message.fields = call->fields.p;
    call->message.n_fields = call->fields.n;
    call->identity = py_handle_begin(args[0], PY_IDENTITY);
    call->trust = call->identity ? py_handle_begin(args[1], PY_TRUST) : NULL;
    return call->trust ? 0 : -1;
}

/* message_seal(…, to, ttl_s) */
static PyObject *message_seal(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct message_call call;
    struct pave_bytes out = PAVE_BYTES_INIT;
    enum pave_status status = PAVE_OK;
    uint64_t ttl_s = 0;

    if (py_count_check(n, 8) != 0 || py_number_of(args[7], "ttl_s", UINT32_MAX, &ttl_s) != 0)
        return NULL;
    if (begin(module, args, "body", &call) != 0 || read_names(&call, args[6]) != 0) {
        end(&call);
        return NULL;
    }
    call.message.ttl_s = (uint32_t)ttl_s;
    Py_BEGIN_ALLOW_THREADS
    status = pave_msg_seal(call.identity->object, call.trust->object, &call.message, call.in.p,
                           call.in.n, &out);
    Py_END_ALLOW_THREADS
    end(&call);
    return status == PAVE_OK ? py_bytes_take(&out) : py_fail(status, NULL);
}

/* message_open(…, replay): (body, sender, sent, expires) */
static PyObject *message_open(PyObject *module, PyObject *const *args, Py_ssize_t n)
{
    struct message_call call;
    struct pave_received received = {.size = sizeof received};
    enum pave_status status = PAVE_OK;

    if (py_count_check(n, 7) != 0)
        return NULL;
    if (begin(module, args, "sealed", &call) != 0) {
        end(&call);
        return NULL;
    }
    struct replay replay = {args[6], NULL};
    if (args[6] != Py_None) {
        call.message.replay = ask_replay;
        call.message.user = &replay;
    }
    replay.thread = PyEval_SaveThread();
    status = pave_msg_open(call.identity->object, call.trust->object, &call.message, call.in.p,
                           call.in.n, &received);
    PyEval_RestoreThread(replay.thread);
    end(&call);
    if (status != PAVE_OK)
        return py_fail(status, NULL);
    PyObject *body = py_bytes_take(&received.body);
    return body ? Py_BuildValue("(NsLL)", body, received.sender, (long long)received.sent,
                                (long long)received.expires)
                : NULL;
}

PyMethodDef py_message_methods[] = {
    PY_FAST("message_seal", message_seal),
    PY_FAST("message_open", message_open),
    {NULL, NULL, 0, NULL},
};
