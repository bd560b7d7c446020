/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/prefilter.h"

#include "base/bits.h"
#include "engine/match/need.h"
#include "support/test.h"

enum { WORDS_MAX = 16, SET_MAX = 4, BLOCKS = 200 };

struct fixture {
    struct pv_arena mem;
    struct pv_vocab vocab;
    struct pv_prefilter prefilter;
    uint64_t set[SET_MAX];
};

static void clear(struct fixture *f)
{
    pv_arena_clear(&f->mem);
}

/* Words in the order given have the numbers 1, 2, …; all are looked for. */
static void build_for(struct fixture *f, const char *lang, const char *const *words)
{
    pv_word numbers[WORDS_MAX] = {0};
    size_t n = 0;
    for (; words[n]; n++)
        assert_ok(pv_vocab_add(&f->mem, &f->vocab, pv_str_of(words[n]), &numbers[n], NULL));
    struct pv_prefilter_words wanted = {&f->vocab, lang ? pv_lang_find(pv_str_of(lang)) : NULL,
                                        numbers, n};
    assert_ok(pv_prefilter_build(&f->mem, &wanted, &f->prefilter, NULL));
    assert_in_range(pv_prefilter_set_size(&f->prefilter), 1, SET_MAX);
}

static void build(struct fixture *f, const char *const *words)
{
    build_for(f, NULL, words);
}

static bool finds(struct fixture *f, pv_word number, struct pv_str text)
{
    pv_prefilter_find(&f->prefilter, text, f->set);
    return pv_bits_has(f->set, number);
}

static void finds_whole_words_only(void **state)
{
    static const char *const words[] = {"md5", "hashlib", "a", "$x", "größe", "getInstance", NULL};
    static const struct {
        const char *text;
        pv_word number;
        bool expected;
    } cases[] = {
        {"md5", 1, true},
        {"", 1, false},
        {"hashlib.md5(x)", 1, true},
        {"hashlib.md5(x)", 2, true},
        {"xmd5", 1, false},
        {"md5x", 1, false},
        {"md5_", 1, false},
        {"_md5", 1, false},
        {"$md5", 1, true},
        {"md5$", 1, true},
        {"md5\xff", 1, true},
        {"\x80md5", 1, true},
        {"md5-", 1, true},
        {"@md5`", 1, true},
        {"[md5{", 1, true},
        {"/md5:", 1, true},
        {"MD5", 1, false},
        {"b a b", 3, true},
        {"ba ab", 3, false},
        {"f($x)", 4, true},
        {"f(x)", 4, false},
        {"int größe;", 5, true},
        {"int grö", 5, false},
        {"x.getInstance(", 6, true},
        {"getinstance", 6, false},
        {"getInstances", 6, false},
    };
    PV_DEFER(clear) struct fixture f = {0};
    (void)state;
    build(&f, words);
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        assert_int_equal(finds(&f, cases[i].number, pv_str_of(cases[i].text)), cases[i].expected);
}

/* Wherever a word lies: the pass looks at blocks of 64 bytes. */
static void finds_words_across_blocks(void **state)
{
    static const char *const words[] = {"needle",
                                        "a_rather_long_name_that_is_more_than_one_block_"
                                        "of_sixty_four_bytes_long",
                                        NULL};
    static char text[BLOCKS];
    PV_DEFER(clear) struct fixture f = {0};
    (void)state;
    build(&f, words);
    for (size_t w = 0; words[w]; w++) {
        struct pv_str word = pv_str_of(words[w]);
        for (size_t at = 0; at + word.n <= BLOCKS; at++) {
            for (size_t end = at + word.n; end <= BLOCKS; end++) {
                memset(text, '.', sizeof text);
                memcpy(text + at, word.p, word.n);
                assert_true(finds(&f, (pv_word)w + 1, (struct pv_str){text, end}));
                assert_false(finds(&f, (pv_word)w + 1, (struct pv_str){text, at + word.n - 1}));
            }
        }
    }
}

/* The prefilter and the needs must cut words alike, or files would be left out wrongly. */
static void agrees_with_needs_on_every_byte(void **state)
{
    static const char *const words[] = {"w", NULL};
    PV_DEFER(clear) struct fixture f = {0};
    (void)state;
    build(&f, words);
    for (int byte = 0; byte < 256; byte++) {
        char text[] = {(char)byte, 'w', (char)byte};
        assert_int_equal(finds(&f, 1, (struct pv_str){text, sizeof text}),
                         byte == '$' || byte >= 0x80 || !pv_need_is_word_byte((unsigned char)byte));
    }
}

/* In many languages a name in a text or a shell has a sign before it; generic patterns part words
 * at bytes beyond ASCII. */
static void finds_names_between_signs(void **state)
{
    static const char *const words[] = {"w", "$v", NULL};
    PV_DEFER(clear) struct fixture f = {0};
    (void)state;
    build(&f, words);
    assert_true(finds(&f, 1, PV_STR("'a $w b'")));
    assert_true(finds(&f, 1, PV_STR("x$w$y")));
    assert_true(finds(&f, 2, PV_STR("$v")));
    assert_false(finds(&f, 1, PV_STR("$ww")));
    assert_false(finds(&f, 2, PV_STR("v")));
    char far[200] = {0};
    for (size_t at = 0; at < sizeof far - 3; at++) {
        memset(far, ' ', sizeof far);
        memcpy(far + at, "a$w", 3);
        assert_true(finds(&f, 1, (struct pv_str){far, sizeof far}));
    }
}

static void finds_the_mark_of_annotations_anywhere(void **state)
{
    static const char *const words[] = {"@", NULL};
    PV_DEFER(clear) struct fixture f = {0};
    (void)state;
    build(&f, words);
    assert_true(finds(&f, 1, PV_STR("x@y")));
    assert_false(finds(&f, 1, PV_STR("xy")));
    assert_false(finds(&f, 1, PV_STR("")));
}

/* The pass can't find these, so it must not claim that they are missing. */
static void takes_what_is_not_a_word_as_present(void **state)
{
    static const char *const words[] = {"aes-128-ecb", "a b", NULL};
    PV_DEFER(clear) struct fixture f = {0};
    (void)state;
    build(&f, words);
    assert_true(finds(&f, 1, PV_STR("")));
    assert_true(finds(&f, 2, PV_STR("nothing")));
}

static void looks_only_for_what_it_was_given(void **state)
{
    PV_DEFER(clear) struct fixture f = {0};
    pv_word number = 0;
    (void)state;
    assert_ok(pv_vocab_add(&f.mem, &f.vocab, PV_STR("one"), &number, NULL));
    assert_ok(pv_vocab_add(&f.mem, &f.vocab, PV_STR("two"), &number, NULL));
    struct pv_prefilter_words wanted = {&f.vocab, NULL, &number, 1};
    assert_ok(pv_prefilter_build(&f.mem, &wanted, &f.prefilter, NULL));
    assert_false(finds(&f, 1, PV_STR("one two")));
    assert_true(finds(&f, 2, PV_STR("one two")));
}

static void an_empty_prefilter_finds_nothing(void **state)
{
    struct pv_prefilter none = {0};
    uint64_t set = 0;
    (void)state;
    pv_prefilter_find(&none, PV_STR("text"), &set);
    assert_int_equal(pv_prefilter_set_size(&none), 0);
    assert_int_equal(set, 0);
}

/* By it rules are asked that need no word, such as those of regular expressions alone. */
static void any_text_has_the_word_for_any(void **state)
{
    static const char *const none[] = {NULL};
    PV_DEFER(clear) struct fixture f = {0};
    (void)state;
    build(&f, none);
    assert_true(finds(&f, PV_PREFILTER_ANY, PV_STR("")));
    assert_true(finds(&f, PV_PREFILTER_ANY, PV_STR("one two")));
}

static void says_when_memory_is_short(void **state)
{
    PV_DEFER(clear) struct fixture f = {.mem = {.limit_bytes = 1000}};
    pv_word number = 0;
    (void)state;
    assert_ok(pv_vocab_add(&f.mem, &f.vocab, PV_STR("w"), &number, NULL));
    struct pv_prefilter_words wanted = {&f.vocab, NULL, &number, 1};
    assert_code(PV_LIMIT, pv_prefilter_build(&f.mem, &wanted, &f.prefilter, NULL));
}

/* Where a word has to stand, and what stands in its place without being that. */
static const struct {
    const char *lang;
    const char *word;
    const char *text;
    bool expected;
} placed[] = {
    {"c", "rand(", "x = rand();", true},
    {"c", "rand(", "x = rand /* of all */\n  ();", true},
    {"c", "rand(", "x = rand // here\n();", true},
    {"c", "rand(", "x = rand \\\n();", true},
    {"c", "rand(", "x = (rand)();", true},
    {"c", "rand(", "x = ((fn)rand) ();", true},
    {"c", "rand(", "rand\n#if A\n(1)\n#endif", true},
    {"c", "rand(", "/* a rand number */", false},
    {"c", "rand(", "/* (rand) number */", false},
    {"c", "rand(", "// all by rand\n// and more", false},
    {"c", "rand(", "int rand;", false},
    {"c", "rand(", "rand", false},
    {"c", "rand(", "grand()", false},
    {"cpp", "get(", "std::get<0>(t)", true},
    {"cpp", ".get(", "x.template get<int>()", true},
    {"cpp", ".get(", "p->get()", true},
    {"cpp", ".get(", "a::get()", true},
    {"cpp", ".get(", "(p->*get)()", true},
    {"cpp", ".get(", "x ? get() : get()", false},
    {"cpp", ".get(", "get()", false},
    {"go", "Create(", "os.Create(name)", true},
    {"go", "Create(", "Create[int](x)", true},
    {"go", "Create(", "import make \"x/Create\"", true},
    {"go", "Create(", "import make \"x/Create/y\"", false},
    {"go", "Create(", "os.Create, 1", false},
    {"java", "of(", "List.<String>of()", true},
    {"java", ".of(", "List.<String>of()", true},
    {"java", ".of(", "List\n  // all\n  .of()", true},
    {"java", ".of(", "List. // all\n  of()", true},
    {"java", ".of(", "List. /* all */ of()", true},
    {"java", ".of(", "// one\nof()", false},
    {"java", ".of(", "a = of()", false},
    {"java", ".of(", "List::of", false},
    {"python", "system(", "os.system (x)", true},
    {"python", "system(", "os.system \\\n(x)", true},
    {"python", "system(", "(os.system # all\n)(x)", true},
    {"python", "system(", "from os import system as run", true},
    {"python", "system(", "from os import (system\n  as run)", true},
    {"python", "system(", "from os import system\nrun = system", false},
    {"python", "system(", "# the system is (old)", false},
    {"python", "system(", "'system'", false},
    {"python", ".system", "x.\\\nsystem", true},
    {"python", ".system", "x . system", true},
    {"python", ".system", "(x.  # here\n system)", true},
    {"python", ".system", "system = 1", false},
    {"python", ".system", "x\n# y.\nsystem", false},
    {"python", "shell=", "f(shell = True)", true},
    {"python", "shell=", "f(shell \\\n= True)", true},
    {"python", "shell=", "shell == 1", false},
    {"python", "shell=", "a shell", false},
    {"python", "@get", "@app.get('/x')\ndef f(): pass", true},
    {"python", "@get", "    @ app . get\n", true},
    {"python", "@get", "@app(1,\n# (\n\"a)\", \"\"\"\n) \"\"\",\n).get('/x')\n", true},
    {"python", "@get", "@app \\\n.get\n", true},
    {"python", "@get", "@(\napp.get)\n", true},
    {"python", "@get", "@app(f\"{x['(']}\")\nx.get", true},
    {"python", "@get", "from app import get as g\n@g\n", true},
    {"python", "@get", "@app\ndef f():\n    x.get()", false},
    {"python", "@get", "@app('a\\'b', \"c\")\nx.get()", false},
    {"python", "@get", "a @ get", false},
    {"python", "@get", "a@get.b", false},
    {"python", "os.system(", "os . system (x)", true},
    {"python", "os.system(", "os.\\\nsystem(x)", true},
    {"python", "os.system(", "(os).system(x)", true},
    {"python", "os.system(", "six.os.system(x)", true},
    {"python", "os.system(", "from os import system\nsystem(x)", true},
    {"python", "os.system(", "from os import system as s\ns(x)", true},
    {"python", "os.system(", "import os as o\no.system(x)", true},
    {"python", "os.system(", "import six.os as o\no.system(x)", true},
    {"python", "os.system(", "import os\nplatform.system(x)", false},
    {"python", "os.system(", "import os\nplatform().system(x)", false},
    {"python", "os.system(", "os.system\n", false},
    {"go", "os.Create(", "os.Create(x)", true},
    {"go", "os.Create(", "os.\n\tCreate(x)", true},
    {"go", "os.Create(", "os /* all */ . /* all */ Create(x)", true},
    {"go", "os.Create(", "(os).Create(x)", true},
    {"go", "os.Create(", "os.(T).Create(x)", true},
    {"go", "os.Create(", "os.(func()).Create(x)", true},
    {"go", "os.Create(", "import (\n\tfs \"os\"\n)\nfs.Create(x)", true},
    {"go", "rand.Int(", "import r \"math/rand/v2\"\nr.Int()", true},
    {"go", "rand.Int(", "import \"math/rand/v2\"\nr.Int()", false},
    {"go", "os.Create(", "import . \"os\"\nCreate(x)", true},
    {"go", "os.Create(", "import fs \"internal/os\"\nfs.Create(x)", true},
    {"go", "os.Create(", "import fs /* all */ `os`\nfs.Create(x)", true},
    {"go", "os.Create(", "import \"os\"\nfs.Create(x)", false},
    {"go", "os.Create(", "import (\n\t\"os\"\n)\nfunc (a) Create(x)", false},
    {"go", "os.Create(", "f(\"os\").Create(x)", false},
    {"javascript", "os.exec(", "o.exec(x)", true},
    {"javascript", "exec(", "exec?.(x)", true},
    {"javascript", "exec(", "exec`x`", true},
    {"javascript", "exec(", "exec<string>(x)", true},
    {"javascript", "exec(", "exec!(x)", true},
    {"javascript", "exec(", "(exec as any)(x)", true},
    {"javascript", "exec(", "import { exec as run } from 'child_process'", true},
    {"javascript", "exec(", "const { exec: run } = require('child_process')", true},
    {"javascript", "exec(", "const run = require('child_process').exec;", true},
    {"javascript", "exec(", "const run = require('child_process')\n  // run\n  .exec", true},
    {"javascript", "exec(", "import run from './exec'", true},
    {"javascript", "exec(", "exec\\u0061(x)", true},
    {"javascript", "exec(", "exec !== x", false},
    {"javascript", "exec(", "exec ? a : b", false},
    {"javascript", "exec(", "x = exec + 1", false},
    {"javascript", ".exec(", "x?.exec(y)", true},
    {"javascript", ".exec(", "x\n  // all\n  .exec(y)", true},
    {"javascript", ".exec(", "(x.exec as any)(y)", true},
    {"javascript", ".exec(", "exec(y)", false},
    {"javascript", ".exec(", "const { exec: run } = x", false},
    {"javascript", ".exec(", "`${exec(y)}`", false},
    {"javascript", ".exec(", "`${x.exec(y)}`", true},
    {"javascript", ".exec",
     "x.\xc2\xa0"
     "exec",
     true},
    {"javascript", "'exec", "'ex' + 'ec'", true},
    {"javascript", "'exec", "`exe${c}`", true},
    {"javascript", "'exec", "'exec'", false},
    {"javascript", "'exec", "ex + ec", false},
    {"javascript", "exec'", "'ex' + 'ec'", true},
    {"javascript", "exec'", "`${e}xec`", true},
    {"javascript", "exec'", "'exec'", false},
    {"javascript", "a1'", "'a' + 1", true},
    {"javascript", "'a1", "'a' + 1", true},
    {"python", "'exec", "f'ex{e}c'", true},
    {"python", "exec'", "'e' 'xec'", true},
    /* Nothing is known of what stands beside names there. */
    {"ruby", "exec(", "exec x", true},
    {"ruby", ".exec", "exec x", true},
    {"ruby", "@exec", "exec x", true},
    {"ruby", "exec=", "exec x", true},
    {"ruby", "exec(", "execs x", false},
    {"ruby", "'exec", "", true},
    {"ruby", "exec'", "", true},
};

static void finds_words_where_they_have_to_stand(void **state)
{
    (void)state;
    for (size_t i = 0; i < PV_COUNT(placed); i++) {
        const char *words[] = {placed[i].word, NULL};
        PV_DEFER(clear) struct fixture f = {0};
        build_for(&f, placed[i].lang, words);
        print_message("%s: %s in %s\n", placed[i].lang, placed[i].word, placed[i].text);
        assert_int_equal(finds(&f, 1, pv_str_of(placed[i].text)), placed[i].expected);
    }
}

/* What is beside a word is looked at up to a bound, past which it may be anything. */
static void gives_up_on_what_is_far_away(void **state)
{
    static const char *const words[] = {"rand(", ".rand", "@get", NULL};
    static char text[20000];
    PV_DEFER(clear) struct fixture f = {0};
    struct pv_str all = {text, sizeof text};
    (void)state;
    build_for(&f, "python", words);
    memset(text, ' ', sizeof text);
    memcpy(text + sizeof text / 2, "rand", 4);
    assert_true(finds(&f, 1, all));
    assert_true(finds(&f, 2, all));
    memset(text, 'x', sizeof text);
    memcpy(text, "@a(", 3);
    memcpy(text + sizeof text - 4, " get", 4);
    assert_true(finds(&f, 3, all));
    text[100] = ')';
    text[101] = '\n';
    assert_false(finds(&f, 3, all));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_words_where_they_have_to_stand),
        cmocka_unit_test(gives_up_on_what_is_far_away),
        cmocka_unit_test(finds_whole_words_only),
        cmocka_unit_test(finds_words_across_blocks),
        cmocka_unit_test(agrees_with_needs_on_every_byte),
        cmocka_unit_test(finds_names_between_signs),
        cmocka_unit_test(finds_the_mark_of_annotations_anywhere),
        cmocka_unit_test(takes_what_is_not_a_word_as_present),
        cmocka_unit_test(looks_only_for_what_it_was_given),
        cmocka_unit_test(an_empty_prefilter_finds_nothing),
        cmocka_unit_test(any_text_has_the_word_for_any),
        cmocka_unit_test(says_when_memory_is_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
