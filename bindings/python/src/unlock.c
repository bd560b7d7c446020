/* SPDX-License-Identifier: Apache-2.0 */
#include "binding.h"

#include <string.h>

/* One link: (passphrase, program, parent, how the parent is unlocked). Gives the last of these. */
static PyObject *read_link(PyObject *parts, struct py_unlock *out)
{
    struct pave_unlock *link = &out->links[out->n];
    struct py_view *passphrase = &out->passphrases[out->n];

    if (!PyTuple_Check(parts) || PyTuple_Size(parts) != 4) {
        PyErr_SetString(PyExc_TypeError, "unlock: expected a pave.Unlock");
        return NULL;
    }
    *link = (struct pave_unlock){.size = sizeof *link};
    if (py_view_or_none(PyTuple_GetItem(parts, 0), "passphrase", passphrase) != 0)
        return NULL;
    out->n++;
    link->passphrase = passphrase->p;
    link->passphrase_size = passphrase->n;
    if (py_text_or_none(PyTuple_GetItem(parts, 1), "program", &link->program) != 0 ||
        py_text_or_none(PyTuple_GetItem(parts, 2), "parent", &link->parent) != 0)
        return NULL;
    return PyTuple_GetItem(parts, 3);
}

int py_unlock_of(PyObject *parts, struct py_unlock *out)
{
    out->n = 0;
    do {
        if (out->n == PY_UNLOCKS_MAX) {
            PyErr_SetString(PyExc_ValueError, "unlock: at most 8 keysets wrap one another");
            break;
        }
        parts = read_link(parts, out);
        if (!parts)
            break;
        if (out->n > 1)
            out->links[out->n - 2].parent_unlock = &out->links[out->n - 1];
    } while (parts != Py_None);
    if (!PyErr_Occurred())
        return 0;
    py_unlock_release(out);
    return -1;
}

void py_unlock_release(struct py_unlock *unlock)
{
    while (unlock->n > 0)
        py_view_release(&unlock->passphrases[--unlock->n]);
}
