/* SPDX-License-Identifier: Apache-2.0 */
/* The names that a text defines for others, and the words that it mentions. */
#include "base/hash.h"
#include "engine/module/module_limits.h"
#include "engine/module/outline.h"

static bool is_word_byte(char byte)
{
    unsigned char c = (unsigned char)byte;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c >= 0x80;
}

static size_t word_end(struct pv_str text, size_t at)
{
    while (at < text.n && is_word_byte(text.p[at]))
        at++;
    return at;
}

static size_t skip_blanks(struct pv_str text, size_t at)
{
    while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\t'))
        at++;
    return at;
}

static bool is_one_of(struct pv_str word, const char *const words[], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (pv_str_eq(word, pv_str_of(words[i])))
            return true;
    return false;
}

struct names {
    struct pv_arena *mem;
    struct pv_outline_names *out;
    struct pv_err *err;
};

static PV_RESULT add(struct names *names, struct pv_str word, bool is_type)
{
    struct pv_outline_name *slot = NULL;
    uint64_t hash = pv_hash_str(word);
    if (word.n == 0 || names->out->list.n == PV_OUTLINE_NAMES_MAX)
        return PV_SUCCESS;
    PV_VEC_EACH (const struct pv_outline_name, name, &names->out->list)
        if (name->hash == hash)
            return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(names->mem, &names->out->list, &slot, names->err));
    *slot = (struct pv_outline_name){hash, is_type};
    return PV_SUCCESS;
}

/* `class X` anywhere in a line that is not of a comment; classes begin with a capital. */
static PV_RESULT read_classes(struct names *names, struct pv_str line)
{
    static const char *const words[] = {"class",  "interface", "enum",  "record",
                                        "object", "struct",    "trait", "module"};
    struct pv_str head = pv_str_trim(line);
    if (head.n == 0 || head.p[0] == '*' || head.p[0] == '/')
        return PV_SUCCESS;
    for (size_t at = 0; at < line.n;) {
        size_t end = word_end(line, at);
        if (end == at) {
            at++;
            continue;
        }
        struct pv_str word = pv_str_sub(line, at, end);
        at = end;
        if (!is_one_of(word, words, PV_COUNT(words)))
            continue;
        size_t start = skip_blanks(line, end);
        size_t after = word_end(line, start);
        if (start > end && after > start && line.p[start] >= 'A' && line.p[start] <= 'Z')
            PV_TRY(add(names, pv_str_sub(line, start, after), false));
        at = after > at ? after : at;
    }
    return PV_SUCCESS;
}

/* `func F(`, `type T`, `var v`, `const c`: at the start of a line. */
static PV_RESULT read_go(struct names *names, struct pv_str line)
{
    static const char *const words[] = {"func", "type", "var", "const"};
    size_t end = word_end(line, 0);
    if (!is_one_of(pv_str_sub(line, 0, end), words, PV_COUNT(words)))
        return PV_SUCCESS;
    size_t start = skip_blanks(line, end);
    return add(names, pv_str_sub(line, start, word_end(line, start)), false);
}

/* The word that ends at `end`, blanks aside. */
static struct pv_str word_before(struct pv_str line, size_t end)
{
    while (end > 0 && (line.p[end - 1] == ' ' || line.p[end - 1] == '\t'))
        end--;
    size_t start = end;
    while (start > 0 && is_word_byte(line.p[start - 1]))
        start--;
    return pv_str_sub(line, start, end);
}

/* The X of `class X {`, `class API X : public Y {` and `class X`; empty for other uses of X. */
static struct pv_str class_of(struct pv_str line, size_t at)
{
    struct pv_str name = {0};
    for (;;) {
        size_t start = skip_blanks(line, at);
        size_t end = word_end(line, start);
        struct pv_str word = pv_str_sub(line, start, end);
        at = start;
        if (word.n == 0 || pv_str_eq(word, PV_STR("final")))
            break;
        name = word;
        at = end;
    }
    bool is_whole = at == line.n || line.p[at] == '{' || line.p[at] == 'f' ||
                    (line.p[at] == ':' && !(at + 1 < line.n && line.p[at + 1] == ':'));
    return is_whole ? name : (struct pv_str){0};
}

/* `T f(` and `T v =`, `T v;`, `T v[`, which begin at the start of a line, and `class X`. */
static PV_RESULT read_c(struct names *names, struct pv_str line)
{
    static const char *const others[] = {"static", "typedef", "return", "extern", "if",   "while",
                                         "for",    "switch",  "else",   "using",  "case", "goto"};
    static const char *const types[] = {"class", "struct"};
    struct pv_str trimmed = pv_str_trim(line);
    size_t end = word_end(trimmed, 0);
    struct pv_str first = pv_str_sub(trimmed, 0, end);
    if (is_one_of(first, types, PV_COUNT(types))) {
        struct pv_str name = class_of(trimmed, end);
        if (name.n > 0)
            return add(names, name, true);
    }
    if (line.n == 0 || !is_word_byte(line.p[0]) || is_one_of(first, others, PV_COUNT(others)))
        return PV_SUCCESS;
    size_t at = 0;
    while (at < line.n && line.p[at] != '(' && line.p[at] != '=' && line.p[at] != ';' &&
           line.p[at] != '[')
        at++;
    struct pv_str name = word_before(line, at);
    bool is_call_or_label = at == line.n || (name.p == line.p && line.p[at] != '=');
    if (is_call_or_label || (line.p[at] == '(' && line.p[line.n - 1] == ';'))
        return PV_SUCCESS;
    size_t start = (size_t)(name.p - line.p);
    /* `class X;` only says that there is one. */
    if (is_one_of(first, types, PV_COUNT(types)) && pv_str_eq(word_before(line, start), first))
        return PV_SUCCESS;
    /* `T X::f(` and `X::~X(`: who mentions X may mean this file, too. */
    start -= start > 0 && line.p[start - 1] == '~';
    if (start >= 2 && line.p[start - 1] == ':')
        return add(names, word_before(line, start - 2), true);
    return add(names, name, false);
}

static PV_RESULT read_kotlin(struct names *names, struct pv_str line)
{
    static const char *const words[] = {"fun", "val", "var"};
    PV_TRY(read_classes(names, line));
    for (size_t at = 0; at < line.n && is_word_byte(line.p[at]);) {
        size_t end = word_end(line, at);
        size_t start = skip_blanks(line, end);
        if (is_one_of(pv_str_sub(line, at, end), words, PV_COUNT(words)))
            return add(names, pv_str_sub(line, start, word_end(line, start)), false);
        at = start;
    }
    return PV_SUCCESS;
}

/* Classes, and what is defined at the start of a line: `function f(` of PHP, `def f` of Ruby. */
static PV_RESULT read_script(struct names *names, struct pv_str line)
{
    static const char *const words[] = {"function", "def"};
    size_t end = word_end(line, 0);
    size_t start = skip_blanks(line, end);
    if (is_one_of(pv_str_sub(line, 0, end), words, PV_COUNT(words)))
        return add(names, pv_str_sub(line, start, word_end(line, start)), false);
    return read_classes(names, line);
}

PV_RESULT pv_outline_defines(struct pv_arena *mem, const struct pv_lang *lang, struct pv_str text,
                             struct pv_outline_names *out, struct pv_err *err)
{
    struct names names = {mem, out, err};
    struct pv_str name = pv_lang_name(lang);
    bool is_c = pv_str_eq(name, PV_STR("c")) || pv_str_eq(name, PV_STR("cpp"));
    bool is_script = pv_str_eq(name, PV_STR("php")) || pv_str_eq(name, PV_STR("ruby"));
    struct pv_str line = {0};
    while (pv_str_split(&text, '\n', &line)) {
        if (line.n > 0 && line.p[line.n - 1] == '\r')
            line.n--;
        if (is_c)
            PV_TRY(read_c(&names, line));
        else if (pv_str_eq(name, PV_STR("go")))
            PV_TRY(read_go(&names, line));
        else if (pv_str_eq(name, PV_STR("kotlin")))
            PV_TRY(read_kotlin(&names, line));
        else if (is_script)
            PV_TRY(read_script(&names, line));
        else
            PV_TRY(read_classes(&names, line));
    }
    return PV_SUCCESS;
}

static bool is_quote(struct pv_str text, size_t at)
{
    return at < text.n && (text.p[at] == '"' || text.p[at] == '\'');
}

void pv_outline_mentions(struct pv_str text,
                         void (*see)(void *context, const struct pv_outline_mention *mention),
                         void *context)
{
    for (size_t at = 0; at < text.n;) {
        size_t end = word_end(text, at);
        struct pv_outline_mention mention = {text, at, 0};
        bool is_quoted = is_quote(text, end) || (at > 0 && is_quote(text, at - 1));
        if (end > at && !is_quoted) {
            mention.hash = pv_hash_str(pv_str_sub(text, at, end));
            see(context, &mention);
        }
        at = end + 1;
    }
}

struct pv_str pv_outline_qualifier(const struct pv_outline_mention *mention)
{
    size_t end = mention->start;
    char sign = end > 0 ? mention->text.p[end - 1] : 0;
    if (sign != '.' && sign != '\\')
        return (struct pv_str){0};
    size_t start = --end;
    while (start > 0 &&
           (is_word_byte(mention->text.p[start - 1]) || mention->text.p[start - 1] == sign))
        start--;
    if (start < end && mention->text.p[start] == '\\')
        start++; /* of PHP: from the top */
    return pv_str_sub(mention->text, start, end);
}

/* `class A extends X`, `class A : X(…), Y`: X and Y. */
bool pv_outline_is_base(const struct pv_outline_mention *mention)
{
    static const char *const classes[] = {"class",  "interface", "object",
                                          "struct", "record",    "enum"};
    static const char *const words[] = {"extends", "implements"};
    size_t start = mention->start;
    while (start > 0 && mention->text.p[start - 1] != '\n')
        start--;
    struct pv_str line = pv_str_sub(mention->text, start, mention->start);
    bool has_class = false;
    bool has_sign = false;
    for (size_t at = 0; at < line.n;) {
        size_t end = word_end(line, at);
        struct pv_str word = pv_str_sub(line, at, end);
        has_sign = has_sign ||
                   (has_class && (line.p[at] == ':' || is_one_of(word, words, PV_COUNT(words))));
        has_class = has_class || is_one_of(word, classes, PV_COUNT(classes));
        at = end > at ? end : at + 1;
    }
    return has_sign || (!has_class && is_one_of(word_before(line, line.n), words, PV_COUNT(words)));
}
