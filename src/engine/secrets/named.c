/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/named_parts.h"
#include "engine/secrets/secret_name.h"
#include "engine/secrets/secrets_limits.h"

/* A value without quotes is one in settings, and inside of a text or a comment of code. */
static bool may_be_bare(const struct pv_secret_search *search, size_t name_start)
{
    struct pv_str line = pv_search_line(search, name_start);
    size_t column = (size_t)(search->text.p + name_start - line.p);
    if (!search->kind.is_code)
        return true;
    struct pv_str trimmed = pv_str_trim(line);
    if (pv_str_has_prefix(trimmed, PV_STR("//")) || pv_str_has_prefix(trimmed, PV_STR("#")) ||
        pv_str_has_prefix(trimmed, PV_STR("*")) || pv_str_has_prefix(trimmed, PV_STR("--")))
        return true;
    size_t quotes[128] = {0};
    for (size_t i = 0; i < column && i < line.n; i++)
        quotes[(unsigned char)line.p[i] & 0x7f] += i == 0 || line.p[i - 1] != '\\';
    return quotes['"'] % 2 || quotes['\''] % 2 || quotes['`'] % 2;
}

/* "Bearer TEXT" and the like in a header: what follows the scheme. */
static struct pv_str without_scheme(struct pv_str value, bool *is_basic)
{
    static const char *const schemes[] = {"Bearer ", "bearer ", "Token ",
                                          "token ",  "Basic ",  "basic "};
    for (size_t i = 0; i < PV_COUNT(schemes); i++) {
        if (!pv_str_has_prefix(value, pv_str_of(schemes[i])))
            continue;
        *is_basic = i >= 4;
        return pv_str_trim(pv_str_sub(value, strlen(schemes[i]), value.n));
    }
    return value;
}

static enum pv_secret_kind judge(enum pv_secret_name name, struct pv_str *value)
{
    bool is_basic = false;
    switch (name) {
    case PV_SECRET_NAME_NONE: return PV_SECRET_NONE;
    case PV_SECRET_NAME_PASSWORD:
        return pv_value_is_password(*value) ? PV_SECRET_PASSWORD : PV_SECRET_NONE;
    case PV_SECRET_NAME_TOKEN:
        *value = without_scheme(*value, &is_basic);
        return pv_value_is_key(*value) ? PV_SECRET_NAMED : PV_SECRET_NONE;
    case PV_SECRET_NAME_AUTH:
        *value = without_scheme(*value, &is_basic);
        if (is_basic || pv_value_is_basic(*value))
            return pv_value_is_basic(*value) ? PV_SECRET_HEADER : PV_SECRET_NONE;
        return pv_value_is_key(*value) ? PV_SECRET_NAMED : PV_SECRET_NONE;
    }
    return PV_SECRET_NONE;
}

static bool take(const struct pv_secret_search *search, enum pv_secret_name name,
                 const struct pv_value_place *place, struct pv_secret *out)
{
    struct pv_str value = pv_str_sub(search->text, place->start, place->end);
    enum pv_secret_kind kind = judge(name, &value);
    if (kind == PV_SECRET_NONE)
        return false;
    size_t start = (size_t)(value.p - search->text.p);
    *out = (struct pv_secret){kind, (uint32_t)start, (uint32_t)(start + value.n)};
    return true;
}

/* "name = value", "name: value", "name => value", "name || value" */
static bool assignment(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    size_t after = pv_named_operator(text, at);
    struct pv_name_place name = {0};
    struct pv_value_place value = {0};
    if (after == 0)
        return false;
    enum pv_secret_name sense = pv_named_before(text, at, &name);
    if (sense == PV_SECRET_NAME_NONE || !pv_named_value(text, after, &value))
        return false;
    if (!value.is_quoted && !may_be_bare(search, name.start))
        return false;
    return take(search, sense, &value, out);
}

/* "name", "value" and set("name", "value") */
static bool listed(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_name_place name = {0};
    struct pv_value_place value = {0};
    if (at == 0 || !pv_named_is_quote(text.p[at - 1]))
        return false;
    enum pv_secret_name sense = pv_named_before(text, at, &name);
    return sense != PV_SECRET_NAME_NONE && pv_named_value(text, at + 1, &value) &&
           value.is_quoted && take(search, sense, &value, out);
}

/* setPassword("value") */
static bool called(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_name_place name = {0};
    struct pv_value_place value = {0};
    if (at + 1 >= text.n || !pv_named_is_quote(text.p[at + 1]))
        return false;
    enum pv_secret_name sense = pv_named_before(text, at, &name);
    return sense != PV_SECRET_NAME_NONE &&
           pv_secret_name_is_setter(pv_str_sub(text, name.start, name.end)) &&
           pv_named_value(text, at + 1, &value) && take(search, sense, &value, out);
}

/* <password>value</password> */
static bool tagged(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_name_place name = {0};
    enum pv_secret_name sense = pv_named_before(text, at, &name);
    if (sense == PV_SECRET_NAME_NONE || name.start == 0 || text.p[name.start - 1] != '<')
        return false;
    size_t end =
        pv_str_find(pv_str_sub(text, 0, at + 1 + PV_SECRETS_VALUE_BYTES), PV_STR("</"), at);
    if (end == SIZE_MAX)
        return false;
    struct pv_str trimmed = pv_str_trim(pv_str_sub(text, at + 1, end));
    struct pv_value_place value = {.start = (size_t)(trimmed.p - text.p)};
    value.end = value.start + trimmed.n;
    return take(search, sense, &value, out);
}

bool pv_named_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    switch (search->text.p[at]) {
    case ',': return listed(search, at, out);
    case '(': return called(search, at, out);
    case '>': return tagged(search, at, out);
    default: return assignment(search, at, out);
    }
}
