/* SPDX-License-Identifier: Apache-2.0 */
/* Calls whose arguments say which of the things that are kept somewhere is wanted: lookup.def. */
#include "engine/taint/flow_library_internal.h"

enum how { IS, BEGINS, KEYED, FUNCTION, MAKES };

static const struct {
    struct pv_str lang;
    struct pv_str object;
    struct pv_str function;
    enum how how;
} lookups[] = {
#define X(lang, object, function, how)                                                             \
    {{lang, sizeof(lang) - 1}, {object, sizeof(object) - 1}, {function, sizeof(function) - 1}, how},
#include "engine/taint/lookup.def"
#undef X
};

/* `User.objects` is objects. */
static struct pv_str last_part(struct pv_str object)
{
    size_t dot = pv_str_rfind_byte(object, '.');
    size_t colon = pv_str_rfind_byte(object, ':');
    if (dot != SIZE_MAX)
        object = pv_str_sub(object, dot + 1, object.n);
    else if (colon != SIZE_MAX)
        object = pv_str_sub(object, colon + 1, object.n);
    return object;
}

/* "By" with a word after it: getUserById, find_by_name, but not getBytes; of requests it is theirs.
 */
static bool says_by_what(struct pv_str name, size_t from)
{
    size_t at = pv_str_find(name, PV_STR("By"), from);
    bool is_word =
        at != SIZE_MAX && at + 2 < name.n && name.p[at + 2] >= 'A' && name.p[at + 2] <= 'Z';
    bool is_of_request = pv_str_find(name, PV_STR("aram"), from) != SIZE_MAX ||
                         pv_str_find(name, PV_STR("eader"), from) != SIZE_MAX ||
                         pv_str_find(name, PV_STR("ookie"), from) != SIZE_MAX;
    return (is_word || pv_str_find(name, PV_STR("_by_"), from) != SIZE_MAX) && !is_of_request;
}

static bool is_named(enum how how, struct pv_str written, struct pv_str function, bool has_object)
{
    switch (how) {
    case IS: return has_object && pv_str_eq(written, function);
    case BEGINS: return has_object && pv_str_has_prefix(written, function);
    case KEYED:
        return has_object && pv_str_has_prefix(written, function) &&
               says_by_what(written, function.n);
    case FUNCTION:
    case MAKES: return !has_object && pv_str_eq(written, function); /* Kotlin has no `new` */
    }
    return false;
}

bool pv_flow_is_lookup(const struct pv_flow *f, pv_node call)
{
    bool has_object = false;
    if (!f->rule->options.is_safe_lookups)
        return false;
    struct pv_str written = pv_flow_method(f, call, &has_object);
    struct pv_str object = last_part(pv_flow_object_text(f, call));
    for (size_t i = 0; i < PV_COUNT(lookups); i++)
        if (is_named(lookups[i].how, written, lookups[i].function, has_object) &&
            (lookups[i].lang.n == 0 || pv_str_eq(lookups[i].lang, f->rule->lang)) &&
            (lookups[i].object.n == 0 || pv_str_eq(lookups[i].object, object)))
            return true;
    return false;
}

bool pv_flow_makes_lookup(const struct pv_flow *f, pv_node type)
{
    if (!f->rule->options.is_safe_lookups || type == PV_NO_NODE)
        return false;
    struct pv_str written = last_part(pv_tree_text(f->tree, type));
    for (size_t i = 0; i < PV_COUNT(lookups); i++)
        if (lookups[i].how == MAKES && pv_str_eq(lookups[i].function, written) &&
            pv_str_eq(lookups[i].lang, f->rule->lang))
            return true;
    return false;
}
