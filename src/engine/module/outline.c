/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a file: its package and its imports, line by line. */
#include "engine/module/outline.h"

#include "base/hash.h"
#include "engine/module/module_limits.h"

#include <string.h>

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
    struct pv_result result;
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

/* The name at the front of a line, with its packages, which `sign` parts. */
static struct pv_str path_of(struct pv_str line, char sign)
{
    size_t n = 0;
    while (n < line.n && (is_word_byte(line.p[n]) || line.p[n] == sign))
        n++;
    return pv_str_sub(line, 0, n);
}

static struct pv_str dotted_of(struct pv_str line)
{
    return path_of(line, '.');
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

/* `a.b.C`, or `a.b.*`, where the star was cut off and the dot is left; Scala's star is a line. */
static PV_RESULT add_class(struct reader *r, struct pv_str name, bool has_member)
{
    if (pv_str_has_suffix(name, PV_STR("._")))
        name = pv_str_sub(name, 0, name.n - 1);
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

/* One line of Java, Kotlin, Scala or C#. */
static bool read_package_line(struct reader *r, struct pv_str line)
{
    bool is_static = false;
    if (take_word(&line, "package") || take_word(&line, "namespace")) {
        r->out->group = pv_hash_str(dotted_of(line));
        return true;
    }
    if (take_word(&line, "import")) {
        is_static = take_word(&line, "static");
        r->result = add_class(r, dotted_of(line), is_static);
        return true;
    }
    if (take_word(&line, "using")) {
        r->result = add(r, (struct pv_outline_import){.package = pv_hash_str(dotted_of(line))});
        return true;
    }
    return line.n == 0 || line.p[0] == '/' || line.p[0] == '*' || line.p[0] == '#' ||
           line.p[0] == '@' || line.p[0] == '[' || line.p[0] == '{';
}

/* The class, or the function, of `use A\\B\\C;`; of `use A\\B\\{C, D};` the package. */
static PV_RESULT add_use(struct reader *r, struct pv_str name)
{
    if (pv_str_has_prefix(name, PV_STR("\\")))
        name = pv_str_sub(name, 1, name.n);
    size_t sign = pv_str_rfind_byte(name, '\\');
    struct pv_str package = sign == SIZE_MAX ? PV_STR("\\") : pv_str_sub(name, 0, sign);
    struct pv_str last = sign == SIZE_MAX ? name : pv_str_sub(name, sign + 1, name.n);
    return add(r, (struct pv_outline_import){.package = pv_hash_str(package),
                                             .name = last.n ? pv_hash_str(last) : 0});
}

static bool read_php_line(struct reader *r, struct pv_str line)
{
    if (take_word(&line, "namespace")) {
        /* A function that the namespace does not have is the one of none. */
        r->result =
            add(r, (struct pv_outline_import){.package = r->out->group, .has_no_class = true});
        r->out->group = pv_hash_str(path_of(line, '\\'));
        return true;
    }
    if (take_word(&line, "use")) {
        if (!take_word(&line, "function"))
            (void)take_word(&line, "const");
        r->result = add_use(r, path_of(line, '\\'));
        return true;
    }
    return line.n == 0 || line.p[0] == '/' || line.p[0] == '*' || line.p[0] == '#' ||
           line.p[0] == '<' || line.p[0] == '{' || pv_str_has_prefix(line, PV_STR("declare"));
}

/* `from x import y, z` is x, x.y and x.z: what is imported may be a module. */
static PV_RESULT add_modules(struct reader *r, struct pv_str line)
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

static bool read_python_line(struct reader *r, struct pv_str line)
{
    if (line.n > 0 && (line.p[0] == 'f' || line.p[0] == 'i'))
        r->result = add_modules(r, line);
    return true;
}

/* `… from './x'`, `require('./x')`, `import './x'`: whatever begins like a path of a file. */
static bool read_script_line(struct reader *r, struct pv_str line)
{
    for (size_t at = 0; at + 2 < line.n; at++) {
        char quote = line.p[at];
        if ((quote != '\'' && quote != '"') || line.p[at + 1] != '.')
            continue;
        size_t end = at + 1;
        while (end < line.n && line.p[end] != quote)
            end++;
        struct pv_str path = pv_str_sub(line, at + 1, end);
        if (pv_str_has_prefix(path, PV_STR("./")) || pv_str_has_prefix(path, PV_STR("../"))) {
            r->result = add_path(r, path);
            break;
        }
        at = end;
    }
    return true;
}

/* `import "x"`, or a line of `import (`. */
static bool read_go_line(struct reader *r, struct pv_str line)
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
    r->result = add_path(r, pv_str_sub(line, quote + 1, line.n - 1));
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

/* What files of a language say of their place. */
struct form {
    const char *lang;
    enum pv_outline_kind kind;
    bool (*read)(struct reader *r, struct pv_str line); /* false at the first line of the code */
};

/* In Ruby and in C and C++ no file says it: all of a tree are one package, and the folder is one.
 */
static const struct form forms[] = {
    {"java", PV_OUTLINE_PACKAGE, read_package_line},
    {"kotlin", PV_OUTLINE_PACKAGE, read_package_line},
    {"scala", PV_OUTLINE_PACKAGE, read_package_line},
    {"csharp", PV_OUTLINE_PACKAGE, read_package_line},
    {"php", PV_OUTLINE_PACKAGE, read_php_line},
    {"ruby", PV_OUTLINE_PACKAGE, NULL},
    {"go", PV_OUTLINE_FOLDER, read_go_line},
    {"c", PV_OUTLINE_FOLDER, NULL},
    {"cpp", PV_OUTLINE_FOLDER, NULL},
    {"python", PV_OUTLINE_PATH, read_python_line},
    {"javascript", PV_OUTLINE_PATH, read_script_line},
    {"typescript", PV_OUTLINE_PATH, read_script_line},
    {"tsx", PV_OUTLINE_PATH, read_script_line},
    {"vue", PV_OUTLINE_PATH, read_script_line},
};

/* NULL for a language whose files do not find each other. */
static const struct form *form_of(const struct pv_lang *lang)
{
    for (size_t i = 0; lang && i < PV_COUNT(forms); i++)
        if (pv_str_eq(pv_lang_name(lang), pv_str_of(forms[i].lang)))
            return &forms[i];
    return NULL;
}

enum pv_outline_kind pv_outline_kind_of(const struct pv_lang *lang)
{
    const struct form *form = form_of(lang);
    return form ? form->kind : PV_OUTLINE_NONE;
}

PV_RESULT pv_outline_read(struct pv_arena *mem, const struct pv_lang *lang, struct pv_str path,
                          struct pv_str text, struct pv_outline *out, struct pv_err *err)
{
    struct reader r = {.mem = mem, .out = out, .result = PV_SUCCESS, .err = err};
    struct pv_str rest =
        pv_str_sub(text, 0, text.n < PV_OUTLINE_HEAD_BYTES ? text.n : PV_OUTLINE_HEAD_BYTES);
    struct pv_str line = {0};
    const struct form *form = form_of(lang);
    *out = (struct pv_outline){.lang = lang, .kind = form ? form->kind : PV_OUTLINE_NONE};
    if (out->kind == PV_OUTLINE_FOLDER || out->kind == PV_OUTLINE_PATH)
        out->group = pv_hash_str(folder_of(path));
    if (lang && pv_str_eq(pv_lang_name(lang), PV_STR("php")))
        out->group = pv_hash_str(PV_STR("\\"));
    if (lang && pv_str_eq(pv_lang_name(lang), PV_STR("cpp")))
        out->space = space_of(rest);
    while (form && form->read && take_line(&rest, &line)) {
        bool is_head = form->read(&r, pv_str_trim(line));
        PV_TRY(r.result);
        if (is_head)
            continue;
        if (out->kind == PV_OUTLINE_PACKAGE)
            read_bases(out, pv_str_sub(text, (size_t)(line.p - text.p), text.n));
        break;
    }
    return PV_SUCCESS;
}
