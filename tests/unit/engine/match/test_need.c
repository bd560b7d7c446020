/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/match/need.h"

#include "engine/match/need_internal.h"

#include "base/buf.h"
#include "engine/match/match_limits.h"
#include "support/match_text.h"
#include "support/test.h"

#include "support/tree_text.h"
#include <stdio.h>

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
};

static struct pv_formula pattern(struct fixture *f, const char *written)
{
    struct pv_formula formula = {.kind = PV_FORMULA_PATTERN};
    struct pv_pattern_source source = {0};
    tree_of_text(&f->mem, written, &f->vocab, true, &source.tree);
    assert_ok(pv_pattern_prepare(&f->mem, source, &pv_match_options_default, &f->vocab,
                                 &formula.pattern, NULL));
    return formula;
}

static bool has_any(const struct pv_need_guard *guard, const uint64_t *words)
{
    for (size_t i = 0; i < guard->n; i++)
        if (pv_bits_has(words, guard->words[i]))
            return true;
    return false;
}

static bool is_met_in(struct fixture *f, const struct pv_lang *lang,
                      const struct pv_formula *formula, const char *text)
{
    struct pv_needs needs = {0};
    uint64_t words[8] = {0};
    assert_ok(pv_need_of_formula(&f->mem, formula, &f->vocab, &needs, NULL));
    words_of_text(pv_str_of(text), lang, &f->vocab, words);
    assert_int_equal(needs.list.p[0].after, needs.list.n);
    bool is_met = pv_need_is_met(&needs, 0, words);
    struct pv_need_guard guard = {0};
    /* What has none of its guards is left out unasked. */
    if (is_met && pv_need_guard(&needs, 0, &guard))
        assert_true(has_any(&guard, words));
    return is_met;
}

static bool is_met(struct fixture *f, const struct pv_formula *formula, const char *text)
{
    return is_met_in(f, NULL, formula, text);
}

static const struct {
    const char *pattern;
    const char *text;
    bool is_met;
} patterns[] = {
    {"(CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR $X)))", "f(1)", true},
    {"(CALL CALLEE:(NAME f) ARGS:(ARGS (MVAR $X)))", "ff(1)", false},
    {"(ACCESS OBJECT:(NAME a) FIELD:(NAME b))", "from a import b", true},
    {"(ACCESS OBJECT:(NAME a) FIELD:(NAME b))", "a", false},
    {"(STRING (TEXT md5))", "'m' + 'd5'", true},
    {"(INT 10)", "0xa", true},
    {"(MVAR $X)", "", true},
    {"(VAR TYPE:(TYPE Integer) TARGET:(NAME x))", "int x;", true},
    {"(VAR TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "C x;", false},
    {"(VAR TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "import a.b.C as D; D x;", true},
    {"(VAR TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "D x;", false},
    {"(VAR TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "import a.b.*; C x;", true},
    {"(FUNC RESULT:(TYPE a.C) NAME:(MVAR $F))", "a::C f();", true},
    {"(FUNC RESULT:(TYPE a.C) NAME:(MVAR $F))", "a::D f();", false},
    {"(FUNC RESULT:(TYPE int) NAME:(MVAR $F))", "a::D f();", true},
    {"(CALL CALLEE:(TYPE C) ARGS:(ARGS))", "C{}", true},
    {"(CALL CALLEE:(TYPE C) ARGS:(ARGS))", "D{}", false},
    {"(VAR TYPE:(TYPE $P.C) TARGET:(MVAR $X))", "a.C x;", true},
    {"(CAST TYPE:(TYPE a.C) VALUE:(MVAR $X))", "import a.C; (C) x", true},
    {"(TYPED TYPE:(POINTER_TYPE TYPE:(TYPE gin.Context)) TARGET:(MVAR $X))",
     "\"x/gin\" *gin.Context", true},
    {"(TYPED TYPE:(POINTER_TYPE TYPE:(TYPE gin.Context)) TARGET:(MVAR $X))", "*Context", false},
    {"(PARAM TYPE:(TYPE C) TARGET:(MVAR $X))", "f(D x)", false},
    {"(PARAM TYPE:(TYPE String) TARGET:(MVAR $X))", "f(x)", true},
    {"(NEW TYPE:(TYPE a.b.C) ARGS:(ARGS))", "import a.b.*; new C()", true},
    {"(NEW TYPE:(TYPE a.b.C) ARGS:(ARGS))", "import a.b.*; new D()", false},
    {"(NEW TYPE:(GENERIC TYPE:(TYPE C) ARGS:(TYPE_ARGS)) ARGS:(ARGS))", "new D()", false},
    {"(NEW TYPE:(MVAR $T) ARGS:(ARGS))", "new D()", true},
    {"(CAST TYPE:(TYPE a.b.C) VALUE:(MVAR $X))", "(C) x", false},
    {"(CAST TYPE:(TYPE a.b.C) VALUE:(MVAR $X))", "(D) x", false},
    {"(CAST TYPE:(TYPE int) VALUE:(MVAR $X))", "(D) x", true},
    {"(NEW TYPE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ARGS:(ARGS))", "use a\\b; new b()", true},
    {"(NEW TYPE:(ACCESS OBJECT:(NAME a) FIELD:(NAME b)) ARGS:(ARGS))", "new b()", false},
    {"(TYPED TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "C x;", false},
    {"(TYPED TYPE:(TYPE a.b.C) TARGET:(MVAR $X))", "D x;", false},
    {"(TYPED TYPE:(POINTER_TYPE TYPE:(TYPE C)) TARGET:(MVAR $X))", "D x;", false},
    {"(TYPED TYPE:(TYPE Integer) TARGET:(MVAR $X))", "int x;", true},
    {"(TYPED TYPE:(TYPE String) TARGET:(MVAR $X))", "f('a');", true},
    {"(NAME crypto/md5)", "import \"crypto/md5\"", true},
    {"(NAME crypto/md5)", "import \"crypto/sha1\"", false},
    {"(NAME caf\xc3\xa9)", "un caf\xc3\xa9.", true},
};

#define SYSTEM "(CALL CALLEE:(ACCESS OBJECT:(NAME os) FIELD:(NAME system)) ARGS:(ARGS (MVAR $X)))"
#define LOOP "(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(NAME loop)) ARGS:(ARGS))"
#define TEXT(text) "(CALL CALLEE:(NAME f) ARGS:(ARGS (STRING (TEXT '" text "'))))"

/* Where the words of a pattern have to stand, in files of a language. */
static const struct {
    const char *lang;
    const char *pattern;
    const char *text;
    bool is_met;
} placed[] = {
    {"python", SYSTEM, "os.system(x)", true},
    {"python", SYSTEM, "from os import *\nsystem(x)", true},
    {"python", SYSTEM, "from os import system as s\ns(x)", true},
    {"python", SYSTEM, "import os as o\no.system(x)", true},
    {"python", SYSTEM, "import os  # what the system has", false},
    {"python", SYSTEM, "os['system'](x)", false},
    {"ruby", SYSTEM, "os.system x", true},
    {"javascript", LOOP, "x?.loop()", true},
    {"javascript", LOOP, "x\n  .loop /* all */ ()", true},
    {"javascript", LOOP, "loop()", false},
    {"javascript", LOOP, "x.loop", false},
    {"javascript", "(ACCESS OBJECT:(MVAR $X) FIELD:(NAME loop))", "x.loop", true},
    {"javascript", "(ACCESS OBJECT:(MVAR $X) FIELD:(NAME loop))", "loop = {loop: 1}", false},
    {"javascript", "(ACCESS OBJECT:(NAME x) FIELD:(NAME loop))", "const {loop} = require('x')",
     true},
    {"c", "(FUNC RESULT:(TYPE int) NAME:(NAME main) PARAMS:(PARAMS))", "int main (void) {}", true},
    {"c", "(FUNC RESULT:(TYPE int) NAME:(NAME main) PARAMS:(PARAMS))", "/* the main one */", false},
    {"python", "(CALL CALLEE:(NAME print) ARGS:(ARGS))", "print x", true},
    {"python", "(CALL CALLEE:(NAME f) ARGS:(ARGS (KWARG NAME:(NAME shell) VALUE:(BOOL True))))",
     "f(a, shell = True)", true},
    {"python", "(CALL CALLEE:(NAME f) ARGS:(ARGS (KWARG NAME:(NAME shell) VALUE:(BOOL True))))",
     "f(a)  # in a shell", false},
    {"go", TEXT("tmp"), "f(\"tmp\")", true},
    {"go", TEXT("tmp"), "const a = \"t\"\nf(a + \"mp\")", true},
    {"go", TEXT("tmp"), "f(\"t\")", false},
    {"go", TEXT("tmp"), "f(t, mp)", false},
    {"java", TEXT("tmp"), "f(p.getProperty(\"k\"))", true},
    {"javascript", TEXT("a-longer-b"), "f(`a-${'lon' + \"ger\"}-b`)", true},
    {"javascript", TEXT("a-longer-b"), "f('a-' + b)", false},
    {"javascript", TEXT("=~/^(usr|var)$/"), "f('var')", true},
    {"javascript", TEXT("=~/^(usr|var)$/"), "f('v' + 'ar')", true},
    {"javascript", TEXT("=~/^(usr|var)$/"), "f('x')", false},
    {"javascript", TEXT("=~/^(usr|var)$/i"), "f('VAR')", true},
    {"javascript", "(IMPORT MODULE:(NAME '=~/odel/'))", "import {a} from './someModel'", true},
    {"javascript", "(IMPORT MODULE:(NAME '=~/^(monk|mongo)$/'))", "import 'monk'", true},
    {"javascript", "(IMPORT MODULE:(NAME '=~/^(monk|mongo)$/'))", "import 'monks'", false},
    {"python", TEXT("0"), "f(x)", true},
};

static void a_pattern_says_where_its_words_have_to_stand(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(placed); i++) {
        struct fixture f = {0};
        struct pv_formula formula = pattern(&f, placed[i].pattern);
        const struct pv_lang *lang = pv_lang_find(pv_str_of(placed[i].lang));
        print_message("%s in %s\n", placed[i].pattern, placed[i].text);
        assert_int_equal(is_met_in(&f, lang, &formula, placed[i].text), placed[i].is_met);
        pv_pattern_clear(&formula.pattern);
        pv_arena_clear(&f.mem);
    }
}

/* What a condition says of a metavariable stands where the metavariable does. */
static void a_condition_says_where_its_words_have_to_stand(void **state)
{
    static const struct {
        const char *pattern;
        const char *regex;
        const char *text;
        bool is_met;
    } cases[] = {
        {"(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $F)) ARGS:(ARGS))", "^(get|post)$",
         "x.get(y)", true},
        {"(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $F)) ARGS:(ARGS))", "^(get|post)$",
         "from x import get as g", true},
        {"(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $F)) ARGS:(ARGS))", "^(get|post)$",
         "get = x", false},
        {"(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $F)) ARGS:(ARGS))", "^(get|post)",
         "getter = x", true},
        {"(CALL CALLEE:(ACCESS OBJECT:(MVAR $X) FIELD:(MVAR $F)) ARGS:(ARGS))", "^(get|post)",
         "letter = x", false},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "(?i)^\\w*(token|salt)", "newToken()", true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "(?i)^\\w*(token|salt)", "newTok()", false},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "(?i)^(?-i:[a-z])*(token|salt)$", "Salt", true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "(?i)^(?-i:[a-z])*(token|salt)$", "Salty", false},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "^(?i:select) .*from", "SELECT a FROM b", true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "^(?i:select) .*from", "SELECT a", false},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "^(?i:selects|select) .*from", "selects from",
         true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "(?i)^(a|.)", "b", true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "^[g]et$|^put$", "get", true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "^([g]et|put)$", "get", false},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "^([g]et|put)$", "put()", true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS))", "^get\\b", "get.all()", true},
        {"(CALL CALLEE:(MVAR $F) ARGS:(ARGS (MVAR $F)))", "^get$", "get", true},
    };
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct fixture f = {0};
        struct pv_formula term = pattern(&f, cases[i].pattern);
        struct pv_formula *terms[] = {&term};
        struct pv_condition condition = {.kind = PV_CONDITION_REGEX,
                                         .regex_text = pv_str_of(cases[i].regex)};
        struct pv_formula formula = {.kind = PV_FORMULA_ALL,
                                     .terms = terms,
                                     .n_terms = 1,
                                     .conditions = &condition,
                                     .n_conditions = 1};
        assert_ok(pv_vocab_add(&f.mem, &f.vocab, PV_STR("$F"), &condition.metavariable, NULL));
        print_message("%s in %s\n", cases[i].regex, cases[i].text);
        assert_int_equal(is_met_in(&f, pv_lang_find(PV_STR("python")), &formula, cases[i].text),
                         cases[i].is_met);
        pv_pattern_clear(&term.pattern);
        pv_arena_clear(&f.mem);
    }
}

/*
 * The words that an anchored expression needs: those of one way apart by spaces,
 * ways by bars; "" where nothing is certain.
 */
static const struct {
    const char *regex;
    const char *words;
} regexes[] = {
    {"(GET|POST)$", "GET|POST"},
    {"^(?:a|b_1)$", "a|b_1"},
    {"md5$", "md5"},
    {"get(Header|Cookies)$", "getHeader|getCookies"},
    {"(a|b)Of$", "aOf|bOf"},
    {"(self\\.)?request$", "self request|request"},
    {"([\\w.]*\\.)?(dumps|loads)$", "dumps|loads|dumps|loads"},
    {"a( -\\w+)* b$", "a b|a b"},
    {"a( b| c)+ d$", "a d"},
    {"a( b |-)+d$", "a d"},
    {"a(b )+d$", "d"},
    {"a( |(?:\\n| |\\t))b$", "a b"},
    {"(^|.*\\.)(Client|Pool)$", "Client|Pool|Client|Pool"},
    {"^a(b(c|d)|e)$", "abc|abd|ae"},
    {"^a$|^b$", "a|b"},
    {"a|b$", ""},
    {"tls\\.TLS_(RSA_\\w+|\\w*RC4\\w*)$", "tls|tls"},
    {"^[\"'](verify_peer|x)[\"']$", "verify_peer|x"},
    {"^a-b/c d$", "a b c d"},
    {"^\\\\?(rand|shuffle)$", "rand|shuffle"},
    {"[delmn]rand48$", "drand48|erand48|lrand48|mrand48|nrand48"},
    {"SSLv[23]_method$", "SSLv2_method|SSLv3_method"},
    {"SHA-?1$", "SHA 1|SHA1"},
    {"foo\\b", "foo"},
    {"foo\\.", "foo"},
    {"foo(\\.|$)", "foo"},
    {"\\.*foo\\.+bar$", "foo bar|foo bar"},
    {"foo(?!x)$", "foo"},
    {"(?!(BF|[)(]\\))$)(?=.)a$", "a"},
    {"(?<!a)(?<=b)c$", "c"},
    {"\\$_(GET|POST)$", "_GET|_POST"},
    {"a\\_b$", "a_b"},
    {"a\\x5fb\\x27c\\x$", ""},
    {"a\\x5fb\\x27c$", "a_b c"},
    {"x.[\"\\x27]a$", "a"},
    {"x.[\\s\\t\\W]a$", "a"},
    {"x.[\\x41B]$", ""},
    {"x=a\\xe9$", ""},
    {"(?m)^(?s)a(?ms)$", "a"},
    {"a\\Kb$", "ab"},
    {"a(?=[\\s;&|)\"'`]|$)", "a"},
    {"a(?=[\\s;]|b)", ""},
    {"a(?=)", ""},
    {"a(?=.)", ""},
    {"a(?!\\w)", "a"},
    {"a(?![\\w-])", "a"},
    {"a(?!\\w\\w)", ""},
    {"a(?![\\w-]x)", ""},
    {"a(?![^\\w])", ""},
    {"a(?!b)", ""},
    {".*(?<![\\w./-])a$", "a"},
    {".*(?<!\\w)a$", "a"},
    {".*(?<=[ ])a$", ""},
    {".*(?<!b)a$", ""},
    {"(?!(((a)", ""},
    {"a {x}$", "a x"},
    {"[]a]$", ""},
    {"x=[^]a]b$", "x"},
    {"x=a{2}$", "x"},
    {"x=(ab)+$", "x"},
    {"x=(ab)*$", "x"},
    {"x=[a-c]$", "x"},
    {"x=[a.]$", "x"},
    {"x=[\\w]$", "x"},
    {"x=\\w$", "x"},
    {"x=\\d?$", "x|x"},
    {"x=.?$", "x|x"},
    {"(GET|POST)", ""},
    {"foo", ""},
    {"foo\\w*$", ""},
    {"(a|b)?$", ""},
    {"(a|)$", ""},
    {"(|a)$", ""},
    {"(a||b)$", ""},
    {"()$", ""},
    {"(a|b+)$", ""},
    {"a.b$", ""},
    {"(a|b)$|c", ""},
    {"[a]$", "a"},
    {"[.]a$", "a"},
    {"$", ""},
    {"", ""},
    /* What is not read, whatever stands before it. */
    {"x\\.(?i)(a|b)$", ""},
    {"(?i)(ab|c)$", "ab|c"},
    {"(?-i:ab|c)$", "ab|c"},
    {"x\\.(?<n>a)$", ""},
    {"x\\.(?x) a b$", ""},
    {"x\\.(?#)$", ""},
    {"x\\.(*UCP)a$", ""},
    {"x\\.\\Qa.b\\E$", ""},
    {"x\\.(a)\\1$", ""},
    {"x\\.\\R$", ""},
    {"x\\.a{2}{3}$", ""},
    {"x\\.a+++$", ""},
    {"x\\.^*$", ""},
    {"x\\.[[:alpha:]]$", ""},
    {"x\\.\xc3\xa9$", ""},
    {"x\\.[\xc3\xa9]$", ""},
    {"x\\.(", ""},
    {"x\\.)", ""},
    {"x\\.[a", ""},
    {"x\\.(?!a", ""},
    {"x\\.\\", ""},
};

static void add_words_of(struct pv_buf *out, const struct pv_need_forms *forms)
{
    PV_VEC_EACH (const struct pv_str, form, &forms->list) {
        struct pv_str rest = *form;
        struct pv_str word = {0};
        bool is_first = true;
        if (form > forms->list.p)
            PV_BUF_LIT(out, "|");
        for (; pv_need_take_word(&rest, &word); is_first = false)
            pv_buf_format(out, is_first ? "%.*s" : " %.*s", PV_STR_FMT(word));
        if (!is_first)
            continue;
        pv_buf_clear(out); /* a way without a word: nothing is needed */
        return;
    }
}

static struct pv_need_regex anchored(struct pv_str text)
{
    return (struct pv_need_regex){.text = text, .is_anchored = true};
}

static void an_expression_says_which_words_it_needs(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(regexes); i++) {
        struct pv_arena mem = {0};
        struct pv_buf words = {.max = 4096};
        struct pv_need_forms forms = {0};
        assert_ok(pv_need_read_regex(&mem, anchored(pv_str_of(regexes[i].regex)), &forms, NULL));
        add_words_of(&words, &forms);
        print_message("%s: %.*s\n", regexes[i].regex, PV_STR_FMT(pv_buf_str(&words)));
        assert_true(pv_str_eq(pv_buf_str(&words), pv_str_of(regexes[i].words)));
        pv_buf_clear(&words);
        pv_arena_clear(&mem);
    }
}

static void an_expression_over_a_file_begins_anywhere(void **state)
{
    (void)state;
    static const struct {
        const char *regex;
        const char *words;
    } cases[] = {
        {"eval\\b", ""},
        {"\\beval\\b", "eval"},
        {"^a b", "a"},
        {"x (a|b)\\(", "a|b"},
        {"(?m)^[^\\n#]*(?<![\\w./-])\\K(?:/bin/)?curl(?=[ \\t]).*[ ]-k", "bin curl|curl"},
    };
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_buf words = {.max = 4096};
        struct pv_need_forms forms = {0};
        struct pv_need_regex regex = {.text = pv_str_of(cases[i].regex)};
        assert_ok(pv_need_read_regex(&mem, regex, &forms, NULL));
        add_words_of(&words, &forms);
        print_message("%s: %.*s\n", cases[i].regex, PV_STR_FMT(pv_buf_str(&words)));
        assert_true(pv_str_eq(pv_buf_str(&words), pv_str_of(cases[i].words)));
        pv_buf_clear(&words);
        pv_arena_clear(&mem);
    }
}

/* Up to a bound each way to choose is one, then what comes is not told apart. */
static void an_expression_of_too_many_ways_needs_less(void **state)
{
    (void)state;
    static const struct {
        const char *piece;
        size_t n;
        size_t n_forms;
    } cases[] = {
        {"(a|b)", 8, PV_NEED_FORMS_MAX},
        {"(a|b)", 9, PV_NEED_FORMS_MAX},
        {"(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)|c", 1, 0},
        {"a", PV_NEED_FORM_BYTES_MAX - 1, 1},
        {"a", PV_NEED_FORM_BYTES_MAX, 0},
        {"(", 100, 0},
    };
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct pv_arena mem = {0};
        struct pv_buf text = {.max = 4096};
        struct pv_need_forms forms = {0};
        for (size_t k = 0; k < cases[i].n; k++)
            pv_buf_add(&text, pv_str_of(cases[i].piece));
        assert_ok(pv_need_read_regex(&mem, anchored(pv_buf_str(&text)), &forms, NULL));
        assert_int_equal(forms.list.n, cases[i].n_forms);
        pv_buf_clear(&text);
        pv_arena_clear(&mem);
    }
}

static void a_pattern_needs_its_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(patterns); i++) {
        struct fixture f = {0};
        struct pv_formula formula = pattern(&f, patterns[i].pattern);
        print_message("%s in %s\n", patterns[i].pattern, patterns[i].text);
        assert_int_equal(is_met(&f, &formula, patterns[i].text), patterns[i].is_met);
        pv_arena_clear(&f.mem);
    }
}

/* In "a$x" and $$x a variable is part of a run of bytes; what is no sign in it is a word. */
static void a_variable_with_a_sign_needs_what_is_behind_it(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        const char *text;
        bool is_met;
    } cases[] = {
        {"(NAME $_GET)", "x _GET", true},
        {"(NAME $_GET)", "x _POST", false},
        {"(NAME $_GET)", "GET", false},
        {"(NAME $\xce\xa3total)", "total", true},
        {"(NAME $\xce\xa3total)", "totals", false},
        {"(NAME $\xce\xa3)", "", true},
    };
    for (size_t i = 0; i < PV_COUNT(cases); i++) {
        struct fixture f = {0};
        struct pv_formula formula = pattern(&f, cases[i].pattern);
        formula.pattern.source.tree.is_caseless = true;
        formula.pattern.source.tree.nodes.p[0].flags |= PV_NODE_IMPLIED;
        print_message("%s in %s\n", cases[i].pattern, cases[i].text);
        assert_int_equal(is_met(&f, &formula, cases[i].text), cases[i].is_met);
        formula.pattern.source.tree.is_caseless = false;
        assert_true(is_met(&f, &formula, ""));
        pv_arena_clear(&f.mem);
    }
}

static void all_needs_all_and_any_needs_one(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula a = pattern(&f, "(NAME a)");
    struct pv_formula b = pattern(&f, "(NAME b)");
    struct pv_formula *terms[] = {&a, &b};
    struct pv_formula all = {.kind = PV_FORMULA_ALL, .terms = terms, .n_terms = 2};
    struct pv_formula any = {.kind = PV_FORMULA_ANY, .terms = terms, .n_terms = 2};
    assert_false(is_met(&f, &all, "a"));
    assert_true(is_met(&f, &all, "a b"));
    assert_true(is_met(&f, &any, "b"));
    assert_false(is_met(&f, &any, "c"));
    pv_arena_clear(&f.mem);
}

static void a_negation_and_any_text_need_nothing(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula a = pattern(&f, "(NAME a)");
    struct pv_formula *terms[] = {&a};
    struct pv_formula not = {.kind = PV_FORMULA_NOT, .terms = terms, .n_terms = 1};
    struct pv_formula outside = {.kind = PV_FORMULA_NOT_INSIDE, .terms = terms, .n_terms = 1};
    struct pv_formula inside = {.kind = PV_FORMULA_INSIDE, .terms = terms, .n_terms = 1};
    struct pv_formula regex = {.kind = PV_FORMULA_REGEX};
    struct pv_formula word = {.kind = PV_FORMULA_REGEX, .regex_text = PV_STR("\\bMD5\\b")};
    assert_true(is_met(&f, &not, ""));
    assert_true(is_met(&f, &outside, ""));
    assert_true(is_met(&f, &regex, ""));
    assert_true(is_met(&f, &word, "(MD5)"));
    assert_false(is_met(&f, &word, "MD50"));
    assert_false(is_met(&f, &inside, ""));
    pv_arena_clear(&f.mem);
}

static size_t count_guards(struct fixture *f, const struct pv_formula *formula)
{
    struct pv_needs needs = {0};
    struct pv_need_guard guard = {0};
    assert_ok(pv_need_of_formula(&f->mem, formula, &f->vocab, &needs, NULL));
    return pv_need_guard(&needs, 0, &guard) ? guard.n : SIZE_MAX;
}

static void the_fewest_words_guard_a_formula(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct pv_formula a = pattern(&f, "(NAME a)");
    struct pv_formula b = pattern(&f, "(NAME b)");
    struct pv_formula *terms[] = {&a, &b};
    struct pv_formula any = {.kind = PV_FORMULA_ANY, .terms = terms, .n_terms = 2};
    struct pv_formula not = {.kind = PV_FORMULA_NOT, .terms = terms, .n_terms = 1};
    struct pv_formula *both[] = {&any, &a, &not };
    struct pv_formula all = {.kind = PV_FORMULA_ALL, .terms = both, .n_terms = 3};
    struct pv_formula *either[] = {&a, &not };
    struct pv_formula open = {.kind = PV_FORMULA_ANY, .terms = either, .n_terms = 2};
    assert_int_equal(count_guards(&f, &any), 2);
    assert_int_equal(count_guards(&f, &all), 1);
    assert_true(count_guards(&f, &open) == SIZE_MAX);
    pv_arena_clear(&f.mem);
}

static void a_word_guards_once_and_too_many_do_not(void **state)
{
    (void)state;
    struct fixture f = {0};
    static struct pv_formula formulas[PV_NEED_GUARD_MAX + 1];
    struct pv_formula *terms[PV_NEED_GUARD_MAX + 1];
    struct pv_formula wide = {.kind = PV_FORMULA_ANY, .terms = terms};
    for (size_t i = 0; i < PV_COUNT(formulas); i++) {
        char text[32];
        (void)snprintf(text, sizeof text, "(NAME n%zu)", i);
        formulas[i] = pattern(&f, text);
        terms[i] = &formulas[i];
    }
    wide.n_terms = PV_NEED_GUARD_MAX;
    assert_int_equal(count_guards(&f, &wide), PV_NEED_GUARD_MAX);
    wide.n_terms++;
    assert_true(count_guards(&f, &wide) == SIZE_MAX);
    terms[PV_NEED_GUARD_MAX] = &formulas[0];
    assert_int_equal(count_guards(&f, &wide), PV_NEED_GUARD_MAX);
    pv_arena_clear(&f.mem);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pattern_says_where_its_words_have_to_stand),
        cmocka_unit_test(a_condition_says_where_its_words_have_to_stand),
        cmocka_unit_test(a_pattern_needs_its_names),
        cmocka_unit_test(an_expression_says_which_words_it_needs),
        cmocka_unit_test(an_expression_over_a_file_begins_anywhere),
        cmocka_unit_test(an_expression_of_too_many_ways_needs_less),
        cmocka_unit_test(a_variable_with_a_sign_needs_what_is_behind_it),
        cmocka_unit_test(all_needs_all_and_any_needs_one),
        cmocka_unit_test(a_negation_and_any_text_need_nothing),
        cmocka_unit_test(the_fewest_words_guard_a_formula),
        cmocka_unit_test(a_word_guards_once_and_too_many_do_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
