/* SPDX-License-Identifier: Apache-2.0 */
#include "text/doc.h"

#include "text/doc_internal.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_TEXT_MAX = 40 };

const struct pv_doc *pv_doc_get(const struct pv_doc *doc, struct pv_str key)
{
    if (!doc || doc->kind != PV_DOC_MAP)
        return NULL;
    for (size_t i = 0; i < doc->n; i++) {
        if (pv_str_eq(doc->keys[i].text, key))
            return &doc->items[i];
    }
    return NULL;
}

bool pv_doc_is_scalar(const struct pv_doc *doc)
{
    return doc && doc->kind != PV_DOC_LIST && doc->kind != PV_DOC_MAP;
}

struct pv_doc_texts pv_doc_texts(const struct pv_doc *doc)
{
    if (!doc || doc->kind == PV_DOC_NULL || doc->kind == PV_DOC_MAP)
        return (struct pv_doc_texts){0};
    if (doc->kind == PV_DOC_LIST)
        return (struct pv_doc_texts){.p = doc->items, .n = doc->n};
    return (struct pv_doc_texts){.p = doc, .n = 1};
}

const char *pv_doc_kind_name(enum pv_doc_kind kind)
{
    switch (kind) {
    case PV_DOC_NULL: return "nothing";
    case PV_DOC_BOOL: return "true or false";
    case PV_DOC_INT: return "a whole number";
    case PV_DOC_FLOAT: return "a number";
    case PV_DOC_TEXT: return "text";
    case PV_DOC_LIST: return "a list";
    case PV_DOC_MAP: return "a map of keys to values";
    }
    return "a value";
}

static bool is_one_of(struct pv_str text, const char *const *words)
{
    while (*words && !pv_str_eq(text, pv_str_of(*words)))
        words++;
    return *words != NULL;
}

/* [-+] digits [. digits] [e digits]; with a leading zero (0123) it is a code, not a count. */
static bool is_number(struct pv_str s, bool *is_int)
{
    size_t i = s.n && (s.p[0] == '-' || s.p[0] == '+') ? 1 : 0;
    size_t digits = i;
    *is_int = true;
    while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
        i++;
    if (i == digits || (s.p[digits] == '0' && i - digits > 1))
        return false;
    if (i < s.n && s.p[i] == '.') {
        *is_int = false;
        for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9';)
            i++;
    }
    if (i + 1 < s.n && (s.p[i] == 'e' || s.p[i] == 'E')) {
        *is_int = false;
        i += s.p[i + 1] == '-' || s.p[i + 1] == '+' ? 2 : 1;
        size_t exponent = i;
        while (i < s.n && s.p[i] >= '0' && s.p[i] <= '9')
            i++;
        if (i == exponent)
            return false;
    }
    return i == s.n;
}

static void resolve_number(struct pv_doc *doc)
{
    char z[NUMBER_TEXT_MAX];
    bool is_int = false;
    if (doc->text.n >= sizeof z || !is_number(doc->text, &is_int))
        return;
    memcpy(z, doc->text.p, doc->text.n);
    z[doc->text.n] = '\0';
    double real = strtod(z, NULL);
    if (!isfinite(real)) /* 1e999: no number that anything could be done with */
        return;
    doc->kind = PV_DOC_FLOAT;
    doc->real = real;
    if (!is_int)
        return;
    errno = 0;
    long long number = strtoll(z, NULL, 10);
    if (errno == 0) {
        doc->kind = PV_DOC_INT;
        doc->number = number;
    }
}

void pv_doc_resolve_plain(struct pv_doc *doc)
{
    static const char *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};
    static const char *const trues[] = {"true", "True", "TRUE", NULL};
    static const char *const falses[] = {"false", "False", "FALSE", NULL};
    if (is_one_of(doc->text, nulls)) {
        doc->kind = PV_DOC_NULL;
    } else if (is_one_of(doc->text, trues)) {
        doc->kind = PV_DOC_BOOL;
        doc->number = 1;
    } else if (is_one_of(doc->text, falses)) {
        doc->kind = PV_DOC_BOOL;
    } else {
        resolve_number(doc);
    }
}
