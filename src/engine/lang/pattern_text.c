/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/lang/pattern_internal.h"

#include "base/reader.h"

#include <string.h>

enum context {
    IN_CODE,   /* the top level, a block */
    IN_CLASS,  /* members */
    IN_PARAMS, /* parameters */
    IN_LIST,   /* arguments, elements, an expression in parentheses */
    IN_BRACES, /* keys and values, or elements */
};

/* What was read last, as far as it decides what may follow. */
struct token {
    struct pv_str text;
    bool is_word;
};

struct speller {
    struct pv_arena *mem;
    const struct pv_pattern_spelling *spelling;
    struct pv_reader in;
    bool as_dict;
    PV_VEC(char) code;
    PV_VEC(uint32_t) origins;
    enum context stack[PV_PATTERN_BRACKETS_MAX];
    size_t depth;
    bool is_class_next;   /* a class word was read: the next braces hold members */
    struct token last[3]; /* the newest first */
};

static bool is_word_byte(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte >= 0x80;
}

static bool is_var_byte(unsigned char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '_';
}

static bool is_listed(const char *const *words, struct pv_str word)
{
    while (words && *words && !pv_str_eq(pv_str_of(*words), word))
        words++;
    return words && *words;
}

static PV_RESULT put(struct speller *s, struct pv_str text, size_t origin, bool is_copy)
{
    for (size_t i = 0; i < text.n; i++) {
        char *byte = NULL;
        uint32_t *from = NULL;
        PV_TRY(PV_VEC_PUSH(s->mem, &s->code, &byte, s->in.err));
        PV_TRY(PV_VEC_PUSH(s->mem, &s->origins, &from, s->in.err));
        *byte = text.p[i];
        *from = (uint32_t)(is_copy ? origin + i : origin);
    }
    return PV_SUCCESS;
}

static void remember(struct speller *s, struct pv_str text, bool is_word)
{
    s->last[2] = s->last[1];
    s->last[1] = s->last[0];
    s->last[0] = (struct token){text, is_word};
}

static bool is_last(const struct speller *s, const char *text)
{
    return pv_str_eq(s->last[0].text, pv_str_of(text));
}

static enum context context_of(const struct speller *s)
{
    return s->depth ? s->stack[s->depth - 1] : IN_CODE;
}

/* Whether a statement may start here; where lines end statements, `...` needs no spelling of its
 * own. */
static bool is_statement_start(const struct speller *s)
{
    static const char *const ends[] = {"{", "}", ";", ")", "else", "...", NULL};
    if (context_of(s) != IN_CODE)
        return false;
    return s->last[0].text.n == 0 || is_listed(ends, s->last[0].text);
}

static const char *dots_spelling(const struct speller *s)
{
    const struct pv_pattern_spelling *spelling = s->spelling;
    if (is_last(s, "."))
        return "pvdots";
    switch (context_of(s)) {
    case IN_CLASS: return spelling->member_dots;
    case IN_PARAMS: return spelling->param_dots;
    case IN_BRACES: return s->as_dict && spelling->dict_dots ? spelling->dict_dots : "pvdots";
    case IN_CODE: return is_statement_start(s) ? spelling->statement_dots : "pvdots";
    case IN_LIST: return "pvdots";
    }
    return "pvdots";
}

/* `name` stands where the spelling has its dots: "int pvdots;" becomes "int pvmm_ARGS;". */
static PV_RESULT put_spelled(struct speller *s, const char *spelling, struct pv_str name,
                             size_t origin)
{
    struct pv_str whole = pv_str_of(spelling);
    size_t at = pv_str_find(whole, PV_STR("pvdots"), 0);
    size_t end = at + sizeof "pvdots" - 1;
    PV_TRY(put(s, pv_str_sub(whole, 0, at), origin, false));
    PV_TRY(put(s, name, origin, false));
    /* A terminator that the pattern writes itself is not written twice. */
    bool is_ended = pv_reader_peek(&s->in, 0) == ';';
    return put(s, pv_str_sub(whole, end, whole.n - (is_ended && whole.p[whole.n - 1] == ';')),
               origin, false);
}

static PV_RESULT put_dots(struct speller *s)
{
    size_t origin = s->in.at;
    const char *spelling = dots_spelling(s);
    s->in.at += 3;
    PV_TRY(put_spelled(s, spelling, PV_STR("pvdots"), origin));
    remember(s, PV_STR("..."), false);
    return PV_SUCCESS;
}

/* $X, $_, $...X; `prefix` is what a typed one is spelled with. */
static PV_RESULT put_var(struct speller *s, const char *prefix)
{
    size_t origin = s->in.at;
    struct pv_str name = {0};
    struct pv_str spelled = {0};
    s->in.at++;
    bool is_many = pv_reader_accept_str(&s->in, PV_STR("..."));
    name = pv_reader_skip(&s->in, is_var_byte);
    bool is_cut =
        is_word_byte((unsigned char)pv_reader_peek(&s->in, 0)) && pv_reader_peek(&s->in, 0) != -1;
    if (name.n == 0 || is_cut || (name.p[0] >= '0' && name.p[0] <= '9'))
        return pv_fail(s->in.err, PV_SYNTAX, origin,
                       "expected a metavariable such as $X or $...ARGS: '$' and upper case");
    PV_TRY(pv_str_format(s->mem, &spelled, s->in.err, "%s%.*s", is_many ? "pvmm_" : prefix,
                         PV_STR_FMT(name)));
    if (is_many)
        PV_TRY(put_spelled(s, dots_spelling(s), spelled, origin));
    else
        PV_TRY(put(s, spelled, origin, false));
    remember(s, spelled, true);
    return PV_SUCCESS;
}

/* f"…{$X}…" and its kin, where code stands inside the quotes. */
static bool is_format_prefix(const struct speller *s)
{
    static const char *const prefixes[] = {"f", "F", "fr", "rf", "Fr", "fR", "rF", NULL};
    const struct token *last = &s->last[0];
    return last->is_word && last->text.p + last->text.n == s->in.text.p + s->in.at &&
           is_listed(prefixes, last->text);
}

/* Quoted text is the language's own; metavariables inside are found in the tree. */
static PV_RESULT put_quoted(struct speller *s, char quote)
{
    size_t from = s->in.at;
    bool is_format = is_format_prefix(s);
    size_t width = pv_reader_peek(&s->in, 1) == quote && pv_reader_peek(&s->in, 2) == quote ? 3 : 1;
    struct pv_str end = pv_str_sub(s->in.text, from, from + width);
    s->in.at += width;
    while (!pv_reader_is_end(&s->in)) {
        if (pv_reader_accept(&s->in, '\\')) {
            s->in.at += !pv_reader_is_end(&s->in);
        } else if (pv_reader_accept_str(&s->in, end)) {
            break;
        } else if (is_format && pv_reader_accept_str(&s->in, PV_STR("{$"))) {
            s->in.at--;
            PV_TRY(put(s, pv_str_sub(s->in.text, from, s->in.at), from, true));
            PV_TRY(put_var(s, "pvmv_"));
            from = s->in.at;
        } else {
            s->in.at++;
        }
    }
    remember(s, PV_STR("\""), false);
    return put(s, pv_str_sub(s->in.text, from, s->in.at), from, true);
}

/* Two names, or a defining word and a name, before a parenthesis: parameters. */
static bool is_params(const struct speller *s)
{
    const struct pv_pattern_spelling *spelling = s->spelling;
    struct pv_str before = s->last[1].text;
    if (!s->last[0].is_word || is_listed(spelling->plain_words, s->last[0].text))
        return is_listed(spelling->def_words, s->last[0].text) || is_last(s, "catch");
    if (spelling->def_words)
        return is_listed(spelling->def_words, before);
    return (s->last[1].is_word && !is_listed(spelling->plain_words, before)) ||
           pv_str_eq(before, PV_STR(">")) || pv_str_eq(before, PV_STR("]"));
}

static enum context context_after(struct speller *s, char bracket)
{
    static const char *const before_lists[] = {"=", "(", ",", "]", ":", "return", NULL};
    if (bracket == '(')
        return is_params(s) ? IN_PARAMS : IN_LIST;
    if (bracket == '[')
        return IN_LIST;
    if (s->is_class_next) {
        s->is_class_next = false;
        return IN_CLASS;
    }
    if (s->spelling->dict_dots || is_listed(before_lists, s->last[0].text))
        return IN_BRACES;
    return IN_CODE;
}

static PV_RESULT put_bracket(struct speller *s, char bracket)
{
    bool is_open = bracket == '(' || bracket == '[' || bracket == '{';
    size_t at = s->in.at;
    if (is_open && s->depth == PV_PATTERN_BRACKETS_MAX)
        return pv_fail(s->in.err, PV_LIMIT, at, "brackets nested too deeply");
    if (is_open) {
        enum context context = context_after(s, bracket);
        s->stack[s->depth++] = context;
    } else if (s->depth > 0) {
        s->depth--;
    }
    struct pv_str text = pv_str_sub(s->in.text, at, at + 1);
    s->in.at++;
    remember(s, text, false);
    return put(s, text, at, true);
}

/* The bytes between this parenthesis and its own end, when they hold no other. */
static bool find_flat_group(const struct speller *s, struct pv_str *out)
{
    size_t start = s->in.at + 1;
    size_t end = start;
    while (end < s->in.text.n && !strchr("()\"'`{}\n", s->in.text.p[end]))
        end++;
    if (end >= s->in.text.n || s->in.text.p[end] != ')')
        return false;
    *out = pv_str_trim(pv_str_sub(s->in.text, start, end));
    return true;
}

/* Splits `group` at the metavariable at its end (T $X) or its start ($X: T). */
static bool split_typed(const struct speller *s, struct pv_str group, struct pv_str *type,
                        struct pv_str *var)
{
    if (s->spelling->is_type_first) {
        size_t dollar = pv_str_rfind_byte(group, '$');
        if (dollar == SIZE_MAX || dollar == 0 || strchr(" >]*&", group.p[dollar - 1]) == NULL)
            return false;
        *type = pv_str_trim(pv_str_sub(group, 0, dollar));
        *var = pv_str_sub(group, dollar, group.n);
        return type->n > 0 && (is_word_byte((unsigned char)type->p[type->n - 1]) ||
                               strchr(">]*&", type->p[type->n - 1]));
    }
    size_t colon = pv_str_find(group, PV_STR(":"), 0);
    if (colon == SIZE_MAX)
        return false;
    *var = pv_str_trim(pv_str_sub(group, 0, colon));
    *type = pv_str_trim(pv_str_sub(group, colon + 1, group.n));
    return type->n > 0;
}

static bool is_type_text(struct pv_str type)
{
    for (size_t i = 0; i < type.n; i++) {
        unsigned char byte = (unsigned char)type.p[i];
        if (!is_word_byte(byte) && !strchr(".<>[],?*& $|", byte))
            return false;
    }
    return !is_listed((const char *const[]){"return", "new", "throw", NULL}, type);
}

/* A typed metavariable, unless the parenthesis is that of a call or of parameters. */
static bool is_typed(const struct speller *s, struct pv_str *type, struct pv_str *var,
                     struct pv_str *group)
{
    const struct token *before = &s->last[0];
    bool is_call = (before->is_word && !is_listed(s->spelling->plain_words, before->text)) ||
                   is_last(s, ")") || is_last(s, "]") || is_last(s, ">") || is_last(s, "catch") ||
                   is_last(s, "for") || is_last(s, "if") || is_last(s, "while");
    if (is_call || !find_flat_group(s, group) || !split_typed(s, *group, type, var))
        return false;
    size_t after = (size_t)(group->p - s->in.text.p) + group->n;
    struct pv_str rest = pv_str_trim(pv_str_sub(s->in.text, after + 1, s->in.text.n));
    if (pv_str_has_prefix(rest, PV_STR("->")) || pv_str_has_prefix(rest, PV_STR("=>")))
        return false;
    return var->n > 1 && var->p[0] == '$' && is_var_byte((unsigned char)var->p[1]) &&
           is_type_text(*type);
}

/* Spells the type on its own, then in whichever form the grammar takes. */
/* NOLINTNEXTLINE(misc-no-recursion): once: a type has no parentheses */
static PV_RESULT put_typed(struct speller *s, struct pv_str type, struct pv_str var,
                           struct pv_str group)
{
    size_t origin = s->in.at;
    size_t end = (size_t)(group.p - s->in.text.p) + group.n;
    struct pv_pattern_text inner = {0};
    struct pv_str spelled = {0};
    struct pv_str name = pv_str_sub(var, 1, var.n);
    PV_TRY(pv_pattern_spell(s->mem, s->spelling, type, s->as_dict, &inner, s->in.err));
    if (s->spelling->is_type_first)
        PV_TRY(pv_str_format(s->mem, &spelled, s->in.err, "((%.*s) pvty_%.*s)",
                             PV_STR_FMT(inner.code), PV_STR_FMT(name)));
    else
        PV_TRY(pv_str_format(s->mem, &spelled, s->in.err, "pvtyped(pvty_%.*s, %.*s)",
                             PV_STR_FMT(name), PV_STR_FMT(inner.code)));
    s->in.at = end;
    while (!pv_reader_accept(&s->in, ')'))
        s->in.at++;
    remember(s, PV_STR(")"), false);
    return put(s, spelled, origin, false);
}

static PV_RESULT put_word(struct speller *s)
{
    size_t at = s->in.at;
    struct pv_str word = pv_reader_skip(&s->in, is_word_byte);
    if (is_listed(s->spelling->class_words, word))
        s->is_class_next = true;
    remember(s, word, true);
    return put(s, word, at, true);
}

static PV_RESULT put_byte(struct speller *s)
{
    size_t at = s->in.at;
    struct pv_str byte = pv_str_sub(s->in.text, at, at + 1);
    s->in.at++;
    if (!strchr(" \t\r\n", byte.p[0]))
        remember(s, byte, false);
    if (byte.p[0] == ';')
        s->is_class_next = false;
    return put(s, byte, at, true);
}

static PV_RESULT put_deep_end(struct speller *s)
{
    size_t at = s->in.at;
    s->in.at += 4;
    remember(s, PV_STR(")"), false);
    return put(s, PV_STR(")"), at, false);
}

static PV_RESULT put_deep(struct speller *s)
{
    size_t at = s->in.at;
    s->in.at += 4;
    remember(s, PV_STR("("), false);
    return put(s, PV_STR("pvdeep("), at, false);
}

static bool is_next(const struct speller *s, struct pv_str text)
{
    return pv_str_has_prefix(pv_str_sub(s->in.text, s->in.at, s->in.text.n), text);
}

/* NOLINTNEXTLINE(misc-no-recursion): once: a type has no parentheses */
static PV_RESULT put_next(struct speller *s)
{
    struct pv_str type = {0};
    struct pv_str var = {0};
    struct pv_str group = {0};
    char byte = s->in.text.p[s->in.at];
    if (is_next(s, PV_STR("<...")))
        return put_deep(s);
    if (is_next(s, PV_STR("...>")))
        return put_deep_end(s);
    if (is_next(s, PV_STR("...")))
        return put_dots(s);
    if (byte == '$')
        return put_var(s, "pvmv_");
    if (byte == '"' || byte == '\'' || byte == '`')
        return put_quoted(s, byte);
    if (byte == '(' && is_typed(s, &type, &var, &group))
        return put_typed(s, type, var, group);
    if (strchr("()[]{}", byte))
        return put_bracket(s, byte);
    if (is_word_byte((unsigned char)byte))
        return put_word(s);
    return put_byte(s);
}

/* NOLINTNEXTLINE(misc-no-recursion): once: a type has no parentheses */
struct pv_result pv_pattern_spell(struct pv_arena *mem, const struct pv_pattern_spelling *spelling,
                                  struct pv_str pattern, bool as_dict, struct pv_pattern_text *out,
                                  struct pv_err *err)
{
    struct speller s = {
        .mem = mem, .spelling = spelling, .in = {.text = pattern, .err = err}, .as_dict = as_dict};
    if (pattern.n > PV_PATTERN_BYTES_MAX)
        return pv_fail(err, PV_LIMIT, 0, "expected a pattern of at most %d bytes",
                       PV_PATTERN_BYTES_MAX);
    while (!pv_reader_is_end(&s.in))
        PV_TRY(put_next(&s));
    *out = (struct pv_pattern_text){{s.code.p, s.code.n}, s.origins.p};
    return PV_SUCCESS;
}
