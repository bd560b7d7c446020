/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/lang.h"

#include "engine/lang/lang_internal.h"

#define X(name) extern const struct pv_lang pv_lang_##name;
#include "engine/lang/languages.def"
#undef X

static const struct pv_lang *const languages[] = {
#define X(name) &pv_lang_##name,
#include "engine/lang/languages.def"
#undef X
};

const struct pv_lang *pv_lang_at(size_t index)
{
    return index < PV_COUNT(languages) ? languages[index] : NULL;
}

size_t pv_lang_number(const struct pv_lang *lang)
{
    size_t number = 0;
    while (lang && pv_lang_at(number) != lang)
        number++;
    return lang ? number + 1 : 0;
}

struct pv_str pv_lang_name(const struct pv_lang *lang)
{
    return lang->name;
}

bool pv_lang_is_caseless(const struct pv_lang *lang)
{
    return lang && lang->is_caseless;
}

const struct pv_lang_signs *pv_lang_signs(const struct pv_lang *lang)
{
    return lang ? lang->signs : NULL;
}

struct pv_str pv_lang_opening(const struct pv_lang *lang)
{
    return lang && lang->opening ? pv_str_of(lang->opening) : (struct pv_str){0};
}

static bool is_listed(const char *const *words, struct pv_str word)
{
    while (words && *words && !pv_str_eq(pv_str_of(*words), word))
        words++;
    return words && *words;
}

const struct pv_lang *pv_lang_find(struct pv_str name)
{
    for (size_t i = 0; i < PV_COUNT(languages); i++) {
        if (pv_str_eq(languages[i]->name, name) || is_listed(languages[i]->aliases, name))
            return languages[i];
    }
    return NULL;
}

const struct pv_lang *pv_lang_of_path(struct pv_str path)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    struct pv_str file = slash == SIZE_MAX ? path : pv_str_sub(path, slash + 1, path.n);
    size_t dot = pv_str_rfind_byte(file, '.');
    struct pv_str extension = dot == SIZE_MAX ? file : pv_str_sub(file, dot, file.n);
    for (size_t i = 0; i < PV_COUNT(languages); i++) {
        if (is_listed(languages[i]->file_names, file) ||
            is_listed(languages[i]->extensions, extension))
            return languages[i];
    }
    for (size_t i = 0; i < PV_COUNT(languages); i++) {
        const char *prefix = languages[i]->file_prefix;
        if (prefix && pv_str_has_prefix(file, pv_str_of(prefix)))
            return languages[i];
    }
    return NULL;
}

/* What a line of C++ begins with, and none of C. */
static bool has_cpp(struct pv_str text)
{
    static const char *const heads[] = {"\nclass ",  "\nnamespace ", "\ntemplate ", "\ntemplate<",
                                        "public:\n", "private:\n",   "protected:\n"};
    for (size_t i = 0; i < PV_COUNT(heads); i++)
        if (pv_str_find(text, pv_str_of(heads[i]), 0) != SIZE_MAX)
            return true;
    return pv_str_has_prefix(text, PV_STR("class "));
}

const struct pv_lang *pv_lang_of_file(struct pv_str path, struct pv_str text)
{
    const struct pv_lang *lang = pv_lang_of_path(path);
    bool is_header =
        lang && pv_str_eq(lang->name, PV_STR("c")) && pv_str_has_suffix(path, PV_STR(".h"));
    return is_header && has_cpp(text) ? pv_lang_find(PV_STR("cpp")) : lang;
}

bool pv_lang_covers(const struct pv_lang *rule, const struct pv_lang *file)
{
    return rule == file || is_listed(file->covers, rule->name);
}
