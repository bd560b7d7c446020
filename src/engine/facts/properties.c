/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/facts/properties.h"

#include "engine/facts/dotted.h"

#include <string.h>

/* "NAME\nKEY"; false when it is too long to be one. */
static bool join(char buffer[PV_PROPERTY_NAME_MAX], struct pv_str name, struct pv_str key,
                 struct pv_str *out)
{
    if (name.n + key.n + 1 > PV_PROPERTY_NAME_MAX)
        return false;
    memcpy(buffer, name.p, name.n);
    buffer[name.n] = '\n';
    memcpy(buffer + name.n + 1, key.p, key.n);
    *out = (struct pv_str){buffer, name.n + 1 + key.n};
    return true;
}

/* KEY=VALUE, KEY:VALUE or KEY VALUE; false for a comment, and for what is not plain. */
static bool split(struct pv_str line, struct pv_str *key, struct pv_str *value)
{
    size_t at = 0;
    if (line.n == 0 || line.p[0] == '#' || line.p[0] == '!' ||
        pv_str_find(line, PV_STR("\\"), 0) != SIZE_MAX)
        return false;
    while (at < line.n && line.p[at] != '=' && line.p[at] != ':' && line.p[at] != ' ' &&
           line.p[at] != '\t')
        at++;
    *key = pv_str_sub(line, 0, at);
    struct pv_str rest = pv_str_trim(pv_str_sub(line, at, line.n));
    if (rest.n > 0 && (rest.p[0] == '=' || rest.p[0] == ':'))
        rest = pv_str_trim(pv_str_sub(rest, 1, rest.n));
    *value = rest;
    return key->n > 0;
}

PV_RESULT pv_properties_add(struct pv_arena *mem, struct pv_properties *properties,
                            struct pv_str name, struct pv_str text, struct pv_err *err)
{
    struct pv_str line = {0};
    while (pv_str_split(&text, '\n', &line)) {
        char buffer[PV_PROPERTY_NAME_MAX];
        struct pv_str key = {0};
        struct pv_str value = {0};
        struct pv_str whole = {0};
        struct pv_str *slot = NULL;
        uint32_t number = 0;
        if (!split(pv_str_trim(line), &key, &value) || !join(buffer, name, key, &whole))
            continue;
        if (pv_map_find(&properties->keys, whole, &number)) {
            slot = &properties->values.p[number];
            if (!pv_str_eq(*slot, value))
                *slot = (struct pv_str){0};
            continue;
        }
        PV_TRY(pv_str_copy(mem, whole, &whole, err));
        PV_TRY(PV_VEC_PUSH(mem, &properties->values, &slot, err));
        PV_TRY(pv_str_copy(mem, value, slot, err));
        PV_TRY(pv_map_put(mem, &properties->keys, whole, (uint32_t)properties->values.n - 1, err));
    }
    return PV_SUCCESS;
}

bool pv_properties_find(const struct pv_properties *properties, struct pv_str name,
                        struct pv_str key, struct pv_str *out)
{
    char buffer[PV_PROPERTY_NAME_MAX];
    struct pv_str whole = {0};
    uint32_t number = 0;
    if (!join(buffer, name, key, &whole) || !pv_map_find(&properties->keys, whole, &number) ||
        !properties->values.p[number].p)
        return false;
    *out = properties->values.p[number];
    return true;
}
