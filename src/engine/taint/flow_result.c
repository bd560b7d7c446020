/* SPDX-License-Identifier: Apache-2.0 */
/* Functions that give a number or a Boolean, whatever they are given: result.def. */
#include "engine/taint/flow_library_internal.h"

enum type { NUMBER, BOOLEAN };

static const struct {
    struct pv_str object;
    struct pv_str function;
    enum type type;
} results[] = {
#define X(object, function, type)                                                                  \
    {{object, sizeof(object) - 1}, {function, sizeof(function) - 1}, type},
#include "engine/taint/result.def"
#undef X
};

static bool is_safe(const struct pv_taint_options *options, enum type type)
{
    return type == NUMBER ? options->is_safe_numbers : options->is_safe_booleans;
}

/* A name that asks: `isFile`, `has_key`, `valid?`. */
static bool is_question(struct pv_str name)
{
    static const char *const begins[] = {"is", "has", "can", "should"};
    for (size_t i = 0; i < PV_COUNT(begins); i++) {
        struct pv_str begin = pv_str_of(begins[i]);
        char next = name.n > begin.n ? name.p[begin.n] : 'a';
        if ((next == '_' || (next >= 'A' && next <= 'Z')) && pv_str_has_prefix(name, begin))
            return true;
    }
    return pv_str_has_suffix(name, PV_STR("?"));
}

static bool gives(const struct pv_taint_options *options, struct pv_str object,
                  struct pv_str function)
{
    if (!options->is_safe_numbers && !options->is_safe_booleans)
        return false;
    if (options->is_safe_booleans && is_question(function))
        return true;
    for (size_t i = 0; i < PV_COUNT(results); i++)
        if (is_safe(options, results[i].type) && pv_str_eq(results[i].function, function) &&
            (results[i].object.n == 0 || pv_str_eq(results[i].object, object)))
            return true;
    return false;
}

bool pv_flow_gives_safe_type(const struct pv_flow *f, pv_node call)
{
    bool has_object = false;
    struct pv_str function = pv_flow_method(f, call, &has_object);
    return gives(&f->rule->options, pv_flow_object_text(f, call), function);
}

/* `to_i` of `&:to_i`, and `intval` of `'intval'`. */
static struct pv_str bare_name(struct pv_str text)
{
    text = pv_str_sub(text, pv_str_has_prefix(text, PV_STR("&")), text.n);
    if (pv_str_has_prefix(text, PV_STR(":")))
        return pv_str_sub(text, 1, text.n);
    bool is_quoted = text.n > 2 && (text.p[0] == '\'' || text.p[0] == '"');
    return is_quoted ? pv_str_sub(text, 1, text.n - 1) : text;
}

bool pv_flow_names_safe_type(const struct pv_flow *f, pv_node name)
{
    return gives(&f->rule->options, (struct pv_str){0}, bare_name(pv_tree_text(f->tree, name)));
}
