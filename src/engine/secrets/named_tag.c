/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/named_parts.h"
#include "engine/secrets/secrets_limits.h"

/* Where the name ends of the tag that ends at `at`; SIZE_MAX when there is none. */
static size_t tag_of(struct pv_str text, size_t at)
{
    enum { FAR = 80 };
    size_t start = at;
    while (start > 0 && at - start < FAR && text.p[start - 1] != '<' && text.p[start - 1] != '>')
        start--;
    if (start == 0 || text.p[start - 1] != '<')
        return SIZE_MAX;
    size_t end = start;
    while (end < at && (pv_alphabet_has(PV_ALPHABET_URL, text.p[end]) || text.p[end] == '.'))
        end++;
    return end > start ? end : SIZE_MAX;
}

static bool is_label(struct pv_str word)
{
    return pv_str_eq(word, PV_STR("name")) || pv_str_eq(word, PV_STR("key")) ||
           pv_str_eq(word, PV_STR("id"));
}

static size_t before_name(struct pv_str text, size_t end)
{
    while (end > 0 && pv_alphabet_has(PV_ALPHABET_URL, text.p[end - 1]))
        end--;
    return end;
}

/* <property name="password">, <string name="api_key">: the attribute, which stands last. */
static void name_in_attribute(struct pv_str text, size_t at, struct pv_name_place *out)
{
    struct pv_name_place name = {0};
    pv_named_before(text, at, &name);
    if (name.sense == PV_SECRET_NAME_NONE || name.start < 2 ||
        !pv_named_is_quote(text.p[name.start - 1]) || text.p[name.start - 2] != '=')
        return;
    size_t end = name.start - 2;
    if (is_label(pv_str_sub(text, before_name(text, end), end)))
        *out = name;
}

/* <key>PASSWORD</key> before the <string> whose name begins at `start`. */
static void name_in_key(struct pv_str text, size_t start, struct pv_name_place *out)
{
    struct pv_str closer = PV_STR("</key>");
    struct pv_str before = pv_str_sub(text, 0, start - 1);
    size_t at = before.n;
    while (at > 0 && start - at < 80 && strchr(" \t\r\n", before.p[at - 1]) != NULL)
        at--;
    if (pv_str_has_suffix(pv_str_sub(before, 0, at), closer))
        pv_named_before(text, at - closer.n, out);
}

/* What says whose value stands behind the tag that ends at `at`: its name, or what it names. */
static void name_of_tag(struct pv_str text, size_t at, size_t front, struct pv_name_place *out)
{
    struct pv_name_place name = {0};
    size_t start = before_name(text, front);
    pv_named_before(text, front, &name);
    if (name.sense != PV_SECRET_NAME_NONE && name.start > 0 && text.p[name.start - 1] == '<') {
        *out = name;
        return;
    }
    name_in_attribute(text, at, out);
    if (out->sense == PV_SECRET_NAME_NONE && start > 0 && text.p[start - 1] == '<' &&
        pv_str_eq(pv_str_sub(text, start, at), PV_STR("string")))
        name_in_key(text, start, out);
}

/* <password>value</password>, and Windows' <Password><Value>value</Value> */
bool pv_named_tag_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_str inner = PV_STR("<Value>");
    struct pv_name_place name = {0};
    size_t front = tag_of(text, at);
    if (front == SIZE_MAX)
        return false;
    name_of_tag(text, at, front, &name);
    if (name.sense == PV_SECRET_NAME_NONE)
        return false;
    size_t end =
        pv_str_find(pv_str_sub(text, 0, at + 1 + PV_SECRETS_VALUE_BYTES), PV_STR("</"), at);
    if (end == SIZE_MAX)
        return false;
    struct pv_str trimmed = pv_str_trim(pv_str_sub(text, at + 1, end));
    if (pv_str_has_prefix(trimmed, inner))
        trimmed = pv_str_sub(trimmed, inner.n, trimmed.n);
    struct pv_value_place value = {.start = (size_t)(trimmed.p - text.p)};
    value.end = value.start + trimmed.n;
    return pv_named_take(search, &name, &value, out);
}
