/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a file: its package and its imports, line by line. */
#include "engine/module/outline.h"

#include "base/hash.h"
#include "engine/module/module_limits.h"

#include <string.h>

enum pv_outline_kind pv_outline_kind_of(const struct pv_lang *lang)
{
    static const struct {
        const char *name;
        enum pv_outline_kind kind;
    } kinds[] = {
        {"java", PV_OUTLINE_PACKAGE},    {"kotlin", PV_OUTLINE_PACKAGE},
        {"csharp", PV_OUTLINE_PACKAGE},  {"go", PV_OUTLINE_FOLDER},
        {"c", PV_OUTLINE_FOLDER},        {"cpp", PV_OUTLINE_FOLDER},
        {"python", PV_OUTLINE_PATH},     {"javascript", PV_OUTLINE_PATH},
        {"typescript", PV_OUTLINE_PATH}, {"tsx", PV_OUTLINE_PATH},
        {"vue", PV_OUTLINE_PATH},
    };
    for (size_t i = 0; lang && i < PV_COUNT(kinds); i++)
        if (pv_str_eq(pv_lang_name(lang), pv_str_of(kinds[i].name)))
            return kinds[i].kind;
    return PV_OUTLINE_NONE;
}

static bool is_one_of(const struct pv_lang *lang, const char *one, const char *other)
{
    return pv_str_eq(pv_lang_name(lang), pv_str_of(one)) ||
           pv_str_eq(pv_lang_name(lang), pv_str_of(other));
}

/* C++ calls C, and Kotlin Java. */
bool pv_outline_is_kin(const struct pv_lang *a, const struct pv_lang *b)
{
    return a && b &&
           (a == b || pv_lang_covers(a, b) || pv_lang_covers(b, a) ||
            (is_one_of(a, "c", "cpp") && is_one_of(b, "c", "cpp")) ||
            (is_one_of(a, "java", "kotlin") && is_one_of(b, "java", "kotlin")));
}

struct reader {
    struct pv_arena *mem;
    struct pv_outline *out;
    struct pv_err *err;
};

static bool is_word_byte(char byte)
{
    unsigned char c = (unsigned char)byte;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c >= 0x80;
}

/* Takes "WORD " off the front of a line. */
static bool take_word(struct pv_str *line, const char *word)
{
    struct pv_str text = pv_str_of(word);
    if (!pv_str_has_prefix(*line, text) || line->n == text.n ||
        (line->p[text.n] != ' ' && line->p[text.n] != '\t'))
        return false;
    *line = pv_str_trim(pv_str_sub(*line, text.n, line->n));
    return true;
}

/* The dotted name at the front of a line. */
static struct pv_str dotted_of(struct pv_str line)
{
    size_t n = 0;
    while (n < line.n && (is_word_byte(line.p[n]) || line.p[n] == '.'))
        n++;
    return pv_str_sub(line, 0, n);
}

static PV_RESULT add(struct reader *r, struct pv_outline_import import)
{
    struct pv_outline_import *slot = NULL;
    if (r->out->imports.n == PV_OUTLINE_IMPORTS_MAX)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(r->mem, &r->out->imports, &slot, r->err));
    *slot = import;
    return PV_SUCCESS;
}

static PV_RESULT add_path(struct reader *r, struct pv_str path)
{
    struct pv_outline_import import = {0};
    if (path.n == 0 || r->out->imports.n == PV_OUTLINE_IMPORTS_MAX)
        return PV_SUCCESS;
    PV_TRY(pv_str_copy(r->mem, path, &import.path, r->err));
    return add(r, import);
}

/* `a.b.C`, or `a.b.*`, where the star was cut off and the dot is left. */
static PV_RESULT add_class(struct reader *r, struct pv_str name, bool has_member)
{
    size_t dot = pv_str_rfind_byte(name, '.');
    bool is_all = dot != SIZE_MAX && dot + 1 == name.n;
    if (has_member && dot != SIZE_MAX) {
        name = pv_str_sub(name, 0, dot);
        dot = pv_str_rfind_byte(name, '.');
        is_all = false;
    }
    if (dot == SIZE_MAX)
        return PV_SUCCESS;
    struct pv_str last = pv_str_sub(name, dot + 1, name.n);
    return add(r, (struct pv_outline_import){.package = pv_hash_str(pv_str_sub(name, 0, dot)),
                                             .name = is_all ? 0 : pv_hash_str(last)});
}

/* What the class whose header begins the text extends: `class A extends X implements Y, Z {`. */
static void read_bases(struct pv_outline *out, struct pv_str text)
{
    bool is_base = false;
    text = pv_str_sub(text, 0, text.n < PV_OUTLINE_HEADER_BYTES ? text.n : PV_OUTLINE_HEADER_BYTES);
    for (size_t at = 0; at < text.n && text.p[at] != '{' && out->n_bases < PV_OUTLINE_BASES_MAX;) {
        struct pv_str word = dotted_of(pv_str_sub(text, at, text.n));
        bool is_sign = text.p[at] == ':' || pv_str_eq(word, PV_STR("extends")) ||
                       pv_str_eq(word, PV_STR("implements"));
        if (is_base && !is_sign && word.n > 0 && word.p[0] >= 'A' && word.p[0] <= 'Z')
            out->bases[out->n_bases++] = pv_hash_str(word);
        is_base = is_base || is_sign;
        at += word.n > 0 ? word.n : 1;
    }
}

/* One line of Java, Kotlin or C#. False at the first that is of the code. */
static bool read_package_line(struct reader *r, struct pv_str line, struct pv_result *result)
{
    bool is_static = false;
    if (take_word(&line, "package") || take_word(&line, "namespace")) {
        r->out->group = pv_hash_str(dotted_of(line));
        return true;
    }
    if (take_word(&line, "import")) {
        is_static = take_word(&line, "static");
        *result = add_class(r, dotted_of(line), is_static);
        return true;
    }
    if (take_word(&line, "using")) {
        *result = add(r, (struct pv_outline_import){.package = pv_hash_str(dotted_of(line))});
        return true;
    }
    return line.n == 0 || line.p[0] == '/' || line.p[0] == '*' || line.p[0] == '#' ||
           line.p[0] == '@' || line.p[0] == '[' || line.p[0] == '{';
}

/* `from x import y, z` is x, x.y and x.z: what is imported may be a module. */
static PV_RESULT read_python_line(struct reader *r, struct pv_str line)
{
    struct pv_str rest = line;
    struct pv_str item = {0};
    struct pv_str module = {0};
    if (take_word(&rest, "from")) {
        module = dotted_of(rest);
        rest = pv_str_trim(pv_str_sub(rest, module.n, rest.n));
        PV_TRY(add_path(r, module));
        if (!take_word(&rest, "import") || module.n == 0)
            return PV_SUCCESS;
    } else if (!take_word(&rest, "import")) {
        return PV_SUCCESS;
    }
    while (pv_str_split(&rest, ',', &item)) {
        struct pv_str path = dotted_of(pv_str_trim(item));
        bool has_dot = module.n > 0 && module.p[module.n - 1] == '.';
        if (module.n > 0 && path.n > 0)
            PV_TRY(pv_str_format(r->mem, &path, r->err, "%.*s%s%.*s", PV_STR_FMT(module),
                                 has_dot ? "" : ".", PV_STR_FMT(path)));
        PV_TRY(add_path(r, path));
    }
    return PV_SUCCESS;
}

/* `… from './x'`, `require('./x')`, `import './x'`: whatever begins like a path of a file. */
static PV_RESULT read_script_line(struct reader *r, struct pv_str line)
{
    for (size_t at = 0; at + 2 < line.n; at++) {
        char quote = line.p[at];
        if ((quote != '\'' && quote != '"') || line.p[at + 1] != '.')
            continue;
        size_t end = at + 1;
        while (end < line.n && line.p[end] != quote)
            end++;
        struct pv_str path = pv_str_sub(line, at + 1, end);
        if (pv_str_has_prefix(path, PV_STR("./")) || pv_str_has_prefix(path, PV_STR("../")))
            return add_path(r, path);
        at = end;
    }
    return PV_SUCCESS;
}

/* `import "x"`, or a line of `import (`. False at the first that is of the code. */
static bool read_go_line(struct reader *r, struct pv_str line, struct pv_result *result)
{
    static const char *const heads[] = {"func", "type", "var", "const"};
    size_t quote = pv_str_find(line, PV_STR("\""), 0);
    bool is_comment = line.n > 0 && (line.p[0] == '/' || line.p[0] == '*');
    for (size_t i = 0; i < PV_COUNT(heads) && line.n > 0; i++) {
        struct pv_str rest = line;
        if (line.p[0] != heads[i][0])
            continue;
        if (take_word(&rest, heads[i]))
            return false;
    }
    if (quote == SIZE_MAX || is_comment || line.p[line.n - 1] != '"' || quote + 1 == line.n)
        return true;
    *result = add_path(r, pv_str_sub(line, quote + 1, line.n - 1));
    return true;
}

/* As pv_str_split by lines, faster: every file of a scan comes here. */
static bool take_line(struct pv_str *rest, struct pv_str *out)
{
    if (rest->n == 0)
        return false;
    const char *end = memchr(rest->p, '\n', rest->n);
    size_t n = end ? (size_t)(end - rest->p) : rest->n;
    *out = pv_str_sub(*rest, 0, n);
    *rest = pv_str_sub(*rest, n + (end != NULL), rest->n);
    return true;
}

/* Of Python: whether the first letter is of `from` or `import`. */
static bool may_import(struct pv_str line)
{
    size_t at = 0;
    while (at < line.n && (line.p[at] == ' ' || line.p[at] == '\t'))
        at++;
    return at < line.n && (line.p[at] == 'f' || line.p[at] == 'i');
}

static struct pv_str folder_of(struct pv_str path)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    return slash == SIZE_MAX ? PV_STR(".") : pv_str_sub(path, 0, slash);
}

/* The namespace at the start of a line of C++: 0 when there is none. */
static uint64_t space_of(struct pv_str head)
{
    struct pv_str word = PV_STR("\nnamespace ");
    size_t at = pv_str_find(head, word, 0);
    struct pv_str name =
        at == SIZE_MAX ? (struct pv_str){0} : pv_str_sub(head, at + word.n, head.n);
    size_t n = 0;
    while (n < name.n && (is_word_byte(name.p[n]) || name.p[n] == ':'))
        n++;
    return n > 0 ? pv_hash_str(pv_str_sub(name, 0, n)) : 0;
}

PV_RESULT pv_outline_read(struct pv_arena *mem, const struct pv_lang *lang, struct pv_str path,
                          struct pv_str text, struct pv_outline *out, struct pv_err *err)
{
    struct reader r = {.mem = mem, .out = out, .err = err};
    struct pv_str rest =
        pv_str_sub(text, 0, text.n < PV_OUTLINE_HEAD_BYTES ? text.n : PV_OUTLINE_HEAD_BYTES);
    struct pv_str line = {0};
    *out = (struct pv_outline){.lang = lang, .kind = pv_outline_kind_of(lang)};
    if (out->kind == PV_OUTLINE_FOLDER || out->kind == PV_OUTLINE_PATH)
        out->group = pv_hash_str(folder_of(path));
    if (lang && pv_str_eq(pv_lang_name(lang), PV_STR("cpp")))
        out->space = space_of(rest);
    bool is_go = lang && pv_str_eq(pv_lang_name(lang), PV_STR("go"));
    if (out->kind == PV_OUTLINE_NONE || (out->kind == PV_OUTLINE_FOLDER && !is_go))
        return PV_SUCCESS;
    bool is_python = pv_str_eq(pv_lang_name(lang), PV_STR("python"));
    while (take_line(&rest, &line)) {
        struct pv_result result = PV_SUCCESS;
        if (is_python && !may_import(line))
            continue;
        line = pv_str_trim(line);
        if (is_go) {
            if (!read_go_line(&r, line, &result))
                return PV_SUCCESS;
        } else if (out->kind == PV_OUTLINE_PATH)
            result = is_python ? read_python_line(&r, line) : read_script_line(&r, line);
        else if (!read_package_line(&r, line, &result)) {
            read_bases(out, pv_str_sub(text, (size_t)(line.p - text.p), text.n));
            return PV_SUCCESS;
        }
        PV_TRY(result);
    }
    return PV_SUCCESS;
}
