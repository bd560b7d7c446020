/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/option.h"

#include "base/num.h"
#include "text/nearest.h"

enum { COUNT_MAX = 9999, SIZE_DIGITS_MAX = 12 };

#define TEXT(literal)                                                                              \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

const struct pv_option_alias pv_option_aliases[] = {
#define X(name, option, value) {TEXT(name), TEXT(option), TEXT(value)},
#include "app/cli/option_alias.def"
#undef X
    {{0}, {0}, {0}},
};

/* One reading of the words. */
struct parse {
    struct pv_arena *mem;
    const char *const *words;
    size_t n_words;
    size_t at;
    struct pv_args args;
    struct pv_err *err;
};

/* Whether `text` is one of the words of `choices`, which stand between bars. */
static bool offers(struct pv_str choices, struct pv_str text)
{
    struct pv_str choice = {0};

    while (pv_str_split(&choices, '|', &choice)) {
        if (pv_str_eq(choice, text))
            return true;
    }
    return false;
}

bool pv_option_has_alias(const struct pv_option *option, const struct pv_option_alias *alias)
{
    return pv_str_eq(alias->option, option->name) &&
           (!alias->value.n || offers(option->value, alias->value));
}

/* Digits, and for a size one letter; the value's form has been checked when it is read again. */
static bool read_number(struct pv_str text, bool is_size, uint64_t *out)
{
    uint64_t number = 0;
    unsigned shift = 0;

    if (is_size && text.n > 1) {
        size_t unit = pv_str_find(PV_STR("kKmMgG"), pv_str_sub(text, text.n - 1, text.n), 0);
        if (unit != SIZE_MAX) {
            shift = 10 * (1 + (unsigned)unit / 2);
            text.n--;
        }
    }
    if (text.n == 0 || text.n > SIZE_DIGITS_MAX)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
        number = number * 10 + (uint64_t)(text.p[i] - '0');
    }
    if (number == 0 || number > (is_size ? UINT64_MAX >> shift : COUNT_MAX))
        return false;
    *out = number << shift;
    return true;
}

static PV_RESULT check_value(const struct pv_option *option, struct pv_str written,
                             struct pv_str value, struct pv_err *err)
{
    uint64_t number = 0;
    bool is_good = true;
    const char *wanted = "";

    switch (option->kind) {
    case PV_OPTION_FLAG: break;
    case PV_OPTION_TEXT:
    case PV_OPTION_FILE:
        is_good = value.n > 0;
        wanted = "a value";
        break;
    case PV_OPTION_CHOICE: is_good = offers(option->value, value); break;
    case PV_OPTION_COUNT:
        is_good = read_number(value, false, &number);
        wanted = "a number from 1 to 9999";
        break;
    case PV_OPTION_SIZE:
        is_good = read_number(value, true, &number);
        wanted = "a number of bytes, such as 500k or 5M";
        break;
    }
    if (is_good)
        return PV_SUCCESS;
    if (option->kind == PV_OPTION_CHOICE)
        return pv_fail(err, PV_INVALID, 0, "%.*s: expected %.*s, not '%.*s'", PV_STR_FMT(written),
                       PV_STR_FMT(option->value), PV_STR_FMT(value));
    return pv_fail(err, PV_INVALID, 0, "%.*s: expected %s, not '%.*s'", PV_STR_FMT(written), wanted,
                   PV_STR_FMT(value));
}

static size_t find_name(struct pv_options options, struct pv_str name)
{
    for (size_t i = 0; i < options.n; i++) {
        if (pv_str_eq(options.p[i].name, name))
            return i;
    }
    return SIZE_MAX;
}

static size_t find_letter(struct pv_options options, char letter)
{
    for (size_t i = 0; i < options.n; i++) {
        if (options.p[i].letter == letter)
            return i;
    }
    return SIZE_MAX;
}

/* The option that `name` stands for in this table, and the value that comes with it. */
static size_t find_alias(struct pv_options options, struct pv_str name, struct pv_str *value)
{
    for (const struct pv_option_alias *alias = pv_option_aliases; alias->name.n; alias++) {
        if (!pv_str_eq(alias->name, name))
            continue;
        *value = alias->value;
        return find_name(options, alias->option);
    }
    return SIZE_MAX;
}

static PV_RESULT fail_unknown(const struct parse *parse, struct pv_str word, struct pv_str name)
{
    struct pv_options options = parse->args.options;
    struct pv_nearest nearest = pv_nearest_of(name);

    for (size_t i = 0; i < options.n; i++)
        pv_nearest_offer(&nearest, options.p[i].name);
    for (const struct pv_option_alias *alias = pv_option_aliases; alias->name.n; alias++) {
        if (find_name(options, alias->option) != SIZE_MAX)
            pv_nearest_offer(&nearest, alias->name);
    }
    if (nearest.best.p)
        return pv_fail(parse->err, PV_INVALID, 0, "%.*s: unknown option; did you mean --%.*s?",
                       PV_STR_FMT(word), PV_STR_FMT(nearest.best));
    return pv_fail(parse->err, PV_INVALID, 0, "%.*s: unknown option", PV_STR_FMT(word));
}

static PV_RESULT take(struct parse *parse, size_t option, struct pv_str written,
                      struct pv_str value)
{
    struct pv_arg *arg = NULL;

    PV_TRY(check_value(&parse->args.options.p[option], written, value, parse->err));
    PV_TRY(PV_VEC_PUSH(parse->mem, &parse->args.given, &arg, parse->err));
    *arg = (struct pv_arg){option, value};
    return PV_SUCCESS;
}

/* The next word is the value. */
static PV_RESULT take_next(struct parse *parse, size_t option, struct pv_str written)
{
    const struct pv_option *entry = &parse->args.options.p[option];

    if (parse->at == parse->n_words)
        return pv_fail(parse->err, PV_INVALID, 0, "%.*s: expected a value: %.*s",
                       PV_STR_FMT(written), PV_STR_FMT(entry->value));
    return take(parse, option, written, pv_str_of(parse->words[parse->at++]));
}

static PV_RESULT parse_long(struct parse *parse, struct pv_str word)
{
    size_t equals = pv_str_find(word, PV_STR("="), 0);
    struct pv_str written = pv_str_sub(word, 0, equals);
    struct pv_str name = pv_str_sub(written, 2, written.n);
    struct pv_str fixed = {0};
    size_t option = find_name(parse->args.options, name);

    if (option == SIZE_MAX)
        option = find_alias(parse->args.options, name, &fixed);
    if (option == SIZE_MAX)
        return fail_unknown(parse, written, name);
    if (parse->args.options.p[option].kind == PV_OPTION_FLAG || fixed.n) {
        if (equals != SIZE_MAX)
            return pv_fail(parse->err, PV_INVALID, 0, "%.*s: takes no value", PV_STR_FMT(written));
        return take(parse, option, written, fixed);
    }
    if (equals != SIZE_MAX)
        return take(parse, option, written, pv_str_sub(word, equals + 1, word.n));
    return take_next(parse, option, written);
}

/* -v, -vq, -j4, -j 4 */
static PV_RESULT parse_letters(struct parse *parse, struct pv_str word)
{
    for (size_t i = 1; i < word.n; i++) {
        const char written[] = {'-', word.p[i]};
        struct pv_str letter = {written, sizeof written};
        size_t option = find_letter(parse->args.options, word.p[i]);
        struct pv_str rest = pv_str_sub(word, i + 1, word.n);

        if (option == SIZE_MAX)
            return fail_unknown(parse, i == 1 ? word : letter, pv_str_sub(word, 1, word.n));
        if (parse->args.options.p[option].kind == PV_OPTION_FLAG) {
            PV_TRY(take(parse, option, letter, (struct pv_str){0}));
            continue;
        }
        return rest.n ? take(parse, option, letter, rest) : take_next(parse, option, letter);
    }
    return PV_SUCCESS;
}

static PV_RESULT take_operand(struct parse *parse, struct pv_str word)
{
    struct pv_str *operand = NULL;

    PV_TRY(PV_VEC_PUSH(parse->mem, &parse->args.operands, &operand, parse->err));
    *operand = word;
    return PV_SUCCESS;
}

PV_RESULT pv_args_parse(struct pv_arena *mem, struct pv_options options, const char *const *words,
                        size_t n_words, struct pv_args *out, struct pv_err *err)
{
    struct parse parse = {
        .mem = mem, .words = words, .n_words = n_words, .args = {.options = options}, .err = err};
    bool has_ended = false;

    while (parse.at < n_words) {
        struct pv_str word = pv_str_of(words[parse.at++]);
        if (has_ended || word.n < 2 || word.p[0] != '-')
            PV_TRY(take_operand(&parse, word));
        else if (pv_str_eq(word, PV_STR("--")))
            has_ended = true;
        else if (word.p[1] == '-')
            PV_TRY(parse_long(&parse, word));
        else
            PV_TRY(parse_letters(&parse, word));
    }
    *out = parse.args;
    return PV_SUCCESS;
}

bool pv_args_has(const struct pv_args *args, size_t option)
{
    for (size_t i = 0; i < args->given.n; i++) {
        if (args->given.p[i].option == option)
            return true;
    }
    return false;
}

struct pv_str pv_args_text(const struct pv_args *args, size_t option)
{
    struct pv_str value = {0};

    for (size_t i = 0; i < args->given.n; i++) {
        if (args->given.p[i].option == option)
            value = args->given.p[i].value;
    }
    return value;
}

uint64_t pv_args_number(const struct pv_args *args, size_t option)
{
    uint64_t number = 0;
    bool is_size = args->options.p[option].kind == PV_OPTION_SIZE;

    return read_number(pv_args_text(args, option), is_size, &number) ? number : 0;
}

PV_RESULT pv_args_all(struct pv_arena *mem, const struct pv_args *args, size_t option,
                      struct pv_str **out, size_t *n_out, struct pv_err *err)
{
    PV_VEC(struct pv_str) all = {0};

    for (size_t i = 0; i < args->given.n; i++) {
        struct pv_str *value = NULL;
        if (args->given.p[i].option != option)
            continue;
        PV_TRY(PV_VEC_PUSH(mem, &all, &value, err));
        *value = args->given.p[i].value;
    }
    *out = all.p;
    *n_out = all.n;
    return PV_SUCCESS;
}
