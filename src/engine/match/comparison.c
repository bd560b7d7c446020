/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/comparison.h"

#include "base/reader.h"
#include "engine/facts/number.h"
#include "engine/match/comparison_internal.h"
#include "engine/match/match_limits.h"

static const struct {
    const char *text;
    int precedence;
} operators[] = {
#define X(name, text, precedence) {text, precedence},
#include "engine/match/operator.def"
#undef X
};

static const struct {
    const char *name;
    enum pv_term_kind kind;
} functions[] = {{"int", PV_TERM_TO_INT},     {"str", PV_TERM_TO_TEXT},
                 {"today", PV_TERM_TODAY},    {"strptime", PV_TERM_TO_DAY},
                 {"re.match", PV_TERM_MATCH}, {"parse_promql_duration", PV_TERM_TO_DURATION}};

enum { PRECEDENCE_NOT = 3, PRECEDENCE_COMPARE = 4, PRECEDENCE_UNARY = 10 };

struct parser {
    struct pv_arena *mem;
    struct pv_reader in;
    struct pv_vocab *vocab;
    struct pv_comparison *out;
    size_t depth;
    struct pv_err *err;
};

static bool is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_name(unsigned char byte)
{
    return byte == '_' || byte == '.' || byte == '$' || (byte >= '0' && byte <= '9') ||
           (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_not_quote(unsigned char byte)
{
    return byte != '"' && byte != '\'';
}

static PV_RESULT syntax(struct parser *p, const char *what)
{
    return pv_fail(p->err, PV_SYNTAX, p->in.at, "expected %s in the comparison", what);
}

static PV_RESULT add_term(struct parser *p, struct pv_term term, uint32_t *out)
{
    struct pv_term *slot = NULL;
    if (p->out->terms.n == PV_COMPARISON_NODES_MAX)
        return pv_fail(p->err, PV_LIMIT, p->in.at, "comparisons of at most %d parts",
                       PV_COMPARISON_NODES_MAX);
    PV_TRY(PV_VEC_PUSH(p->mem, &p->out->terms, &slot, p->err));
    *slot = term;
    slot->next = PV_NO_TERM;
    *out = (uint32_t)(p->out->terms.n - 1);
    return PV_SUCCESS;
}

/* The next op, which is not taken yet; words only where they end. */
static enum pv_operator next_operator(struct parser *p)
{
    (void)pv_reader_skip(&p->in, is_space);
    struct pv_str rest = pv_str_sub(p->in.text, p->in.at, p->in.text.n);
    for (size_t i = 0; i < PV_OPERATOR_COUNT; i++) {
        struct pv_str text = pv_str_of(operators[i].text);
        bool is_word = is_name((unsigned char)text.p[0]);
        if (pv_str_has_prefix(rest, text) &&
            !(is_word && rest.n > text.n && is_name((unsigned char)rest.p[text.n])))
            return (enum pv_operator)i;
    }
    return PV_OPERATOR_COUNT;
}

static PV_RESULT parse_binary(struct parser *p, int precedence, uint32_t *out);

/* NOLINTNEXTLINE(misc-no-recursion): parse_binary counts the depth */
static PV_RESULT parse_unary(struct parser *p, enum pv_term_kind kind, int precedence,
                             uint32_t *out)
{
    struct pv_term term = {.kind = kind};
    PV_TRY(parse_binary(p, precedence, &term.left));
    return add_term(p, term, out);
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_binary counts the depth */
static PV_RESULT parse_list(struct parser *p, char close, uint32_t *out)
{
    struct pv_term list = {.kind = PV_TERM_LIST, .left = PV_NO_TERM};
    uint32_t last = PV_NO_TERM;
    for (;;) {
        uint32_t item = 0;
        (void)pv_reader_skip(&p->in, is_space);
        if (pv_reader_accept(&p->in, close))
            return add_term(p, list, out);
        PV_TRY(parse_binary(p, 0, &item));
        if (last == PV_NO_TERM)
            list.left = item;
        else
            p->out->terms.p[last].next = item;
        last = item;
        (void)pv_reader_skip(&p->in, is_space);
        if (!pv_reader_accept(&p->in, ',') && pv_reader_peek(&p->in, 0) != close)
            return syntax(p, "',' or the end of the list");
    }
}

static PV_RESULT parse_text(struct parser *p, char quote, uint32_t *out)
{
    struct pv_str text = pv_reader_skip(&p->in, is_not_quote);
    while (!pv_reader_is_end(&p->in) && pv_reader_peek(&p->in, 0) != quote) {
        p->in.at++;
        text.n += 1 + pv_reader_skip(&p->in, is_not_quote).n;
    }
    if (!pv_reader_accept(&p->in, quote))
        return syntax(p, "the end of the string");
    return add_term(p, (struct pv_term){.kind = PV_TERM_TEXT, .text = text}, out);
}

/* The arguments of a function, in brackets that have been opened. */
/* NOLINTNEXTLINE(misc-no-recursion): parse_binary counts the depth */
static PV_RESULT parse_call(struct parser *p, enum pv_term_kind kind, uint32_t *out)
{
    struct pv_term term = {.kind = kind};
    uint32_t list = 0;
    PV_TRY(parse_list(p, ')', &list));
    term.left = p->out->terms.p[list].left;
    if (kind == PV_TERM_TODAY ? term.left != PV_NO_TERM : term.left == PV_NO_TERM)
        return syntax(p, kind == PV_TERM_TODAY ? "no argument" : "an argument");
    if (kind == PV_TERM_MATCH) {
        const struct pv_term *regex = &p->out->terms.p[term.left];
        term.left = regex->next;
        if (regex->kind != PV_TERM_TEXT || term.left == PV_NO_TERM)
            return syntax(p, "a regular expression and what it is asked on");
        PV_TRY(pv_regex_compile(regex->text, (struct pv_regex_options){.anchored = true},
                                &term.regex, p->err));
    }
    struct pv_result result = add_term(p, term, out);
    if (!pv_is_ok(result))
        pv_regex_free(term.regex);
    return result;
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_binary counts the depth */
static PV_RESULT parse_name(struct parser *p, struct pv_str name, uint32_t *out)
{
    struct pv_term term = {.kind = PV_TERM_VAR};
    (void)pv_reader_skip(&p->in, is_space);
    if (name.p[0] == '$') {
        PV_TRY(pv_vocab_add(p->mem, p->vocab, name, &term.name, p->err));
        return add_term(p, term, out);
    }
    if (pv_str_eq(name, PV_STR("True")) || pv_str_eq(name, PV_STR("False"))) {
        term.kind = PV_TERM_BOOL;
        term.number = name.n == 4;
        return add_term(p, term, out);
    }
    for (size_t i = 0; i < PV_COUNT(functions); i++) {
        if (pv_str_eq(name, pv_str_of(functions[i].name)) && pv_reader_accept(&p->in, '('))
            return parse_call(p, functions[i].kind, out);
    }
    return pv_fail(p->err, PV_UNSUPPORTED, p->in.at, "'%.*s' in a comparison is not supported yet",
                   PV_STR_FMT(name));
}

static PV_RESULT parse_number(struct parser *p, struct pv_str text, uint32_t *out)
{
    struct pv_term term = {.kind = PV_TERM_INT};
    uint64_t number = 0;
    if (pv_number_read_int(text, &number) && number <= INT64_MAX) {
        term.number = (int64_t)number;
        return add_term(p, term, out);
    }
    term.kind = PV_TERM_FLOAT;
    if (!pv_number_read_float(text, &term.fraction))
        return syntax(p, "a number");
    return add_term(p, term, out);
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_binary counts the depth */
static PV_RESULT parse_operand(struct parser *p, uint32_t *out)
{
    struct pv_str word = {0};
    (void)pv_reader_skip(&p->in, is_space);
    if (pv_reader_accept(&p->in, '-'))
        return parse_unary(p, PV_TERM_NEGATIVE, PRECEDENCE_UNARY, out);
    if (pv_reader_accept(&p->in, '~'))
        return parse_unary(p, PV_TERM_INVERSE, PRECEDENCE_UNARY, out);
    if (pv_reader_accept(&p->in, '['))
        return parse_list(p, ']', out);
    if (pv_reader_accept(&p->in, '"'))
        return parse_text(p, '"', out);
    if (pv_reader_accept(&p->in, '\''))
        return parse_text(p, '\'', out);
    if (pv_reader_accept(&p->in, '(')) {
        PV_TRY(parse_binary(p, 0, out));
        (void)pv_reader_skip(&p->in, is_space);
        return pv_reader_accept(&p->in, ')') ? PV_SUCCESS : syntax(p, "')'");
    }
    word = pv_reader_skip(&p->in, is_name);
    if (word.n == 0)
        return syntax(p, "a value");
    if (pv_str_eq(word, PV_STR("not")))
        return parse_unary(p, PV_TERM_NOT, PRECEDENCE_NOT, out);
    return word.p[0] >= '0' && word.p[0] <= '9' ? parse_number(p, word, out)
                                                : parse_name(p, word, out);
}

/* NOLINTNEXTLINE(misc-no-recursion): PV_COMPARISON_DEPTH_MAX */
static PV_RESULT parse_binary(struct parser *p, int precedence, uint32_t *out)
{
    struct pv_term term = {.kind = PV_TERM_BINARY};
    if (p->depth == PV_COMPARISON_DEPTH_MAX)
        return pv_fail(p->err, PV_LIMIT, p->in.at, "comparisons at most %d deep",
                       PV_COMPARISON_DEPTH_MAX);
    p->depth++;
    PV_TRY(parse_operand(p, &term.left));
    while ((term.op = next_operator(p)) != PV_OPERATOR_COUNT) {
        int strength = operators[term.op].precedence;
        if (strength < precedence)
            break;
        p->in.at += strlen(operators[term.op].text);
        /* Only ** groups from the right. */
        PV_TRY(parse_binary(p, strength + (term.op != PV_OPERATOR_POWER), &term.right));
        PV_TRY(add_term(p, term, &term.left));
    }
    p->depth--;
    *out = term.left;
    return PV_SUCCESS;
}

PV_RESULT pv_comparison_compile(struct pv_arena *mem, struct pv_str text, struct pv_vocab *vocab,
                                struct pv_comparison **out, struct pv_err *err)
{
    struct pv_comparison *comparison = NULL;
    PV_TRY(PV_NEW(mem, &comparison, err));
    struct parser parser = {.mem = mem,
                            .in = {.text = pv_str_trim(text), .err = err},
                            .vocab = vocab,
                            .out = comparison,
                            .err = err};
    struct pv_result result = parse_binary(&parser, 0, &comparison->root);
    if (pv_is_ok(result) && !pv_reader_is_end(&parser.in))
        result = syntax(&parser, "an operator");
    if (!pv_is_ok(result)) {
        pv_comparison_clear(comparison);
        return result;
    }
    *out = comparison;
    return PV_SUCCESS;
}

void pv_comparison_of_numbers(struct pv_comparison *comparison)
{
    comparison->is_of_numbers = true;
}

void pv_comparison_clear(struct pv_comparison *comparison)
{
    if (!comparison)
        return;
    PV_VEC_EACH (struct pv_term, term, &comparison->terms) {
        pv_regex_free(term->regex);
        term->regex = NULL;
    }
}
