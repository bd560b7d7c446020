/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/search.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/secret_name.h"

/* A word of a command line as the shell reads it: quotes may begin and end inside of it. */
static struct pv_str take_word(struct pv_str text, size_t at)
{
    char quote = '\0';
    while (at < text.n && text.p[at] == ' ')
        at++;
    size_t end = at;
    for (; end < text.n && text.p[end] != '\n'; end++) {
        char byte = text.p[end];
        if (quote ? byte == quote : byte == '"' || byte == '\'')
            quote = quote ? '\0' : byte;
        else if (!quote && (byte <= ' ' || strchr("`\\;&|<>)", byte) != NULL))
            break;
    }
    return pv_str_sub(text, at, end);
}

/* Without quotes and braces at both ends. */
static struct pv_str bare(struct pv_str word)
{
    while (word.n && strchr("\"'{", word.p[0]) != NULL)
        word = pv_str_sub(word, 1, word.n);
    while (word.n && strchr("\"'}", word.p[word.n - 1]) != NULL)
        word.n--;
    return word;
}

static bool is_filled_in_later(struct pv_str word)
{
    return word.n == 0 || strchr("$<%", word.p[0]) != NULL ||
           pv_str_find(word, PV_STR("${"), 0) != SIZE_MAX ||
           pv_str_find(word, PV_STR("$("), 0) != SIZE_MAX ||
           pv_str_find(word, PV_STR("{{"), 0) != SIZE_MAX;
}

/* "curl -u USER:TEXT", of which services take the one or the other for a key. */
static bool curl_login(struct pv_str text, size_t after, struct pv_secret *out)
{
    struct pv_str word = take_word(text, after);
    size_t colon = pv_str_find(word, PV_STR(":"), 0);
    if (colon == SIZE_MAX)
        return false;
    struct pv_str user = bare(pv_str_sub(word, 0, colon));
    struct pv_str password = bare(pv_str_sub(word, colon + 1, word.n));
    struct pv_str secret = password.n ? password : user;
    if (is_filled_in_later(secret) || secret.n < 6 || pv_value_is_tried(user, password) ||
        !pv_value_may_be_secret(secret))
        return false;
    size_t start = (size_t)(secret.p - text.p);
    *out = (struct pv_secret){PV_SECRET_COMMAND, (uint32_t)start, (uint32_t)(start + secret.n)};
    return true;
}

enum written { JOINED, APART, EITHER };

static const struct tool {
    const char *program;
    const char *option;
    enum written written;
} tools[] = {
#define X(program, option, written) {program, option, written},
#include "engine/secrets/login_tool.def"
#undef X
};

/* Whether the command that `before` is the front of calls this program. */
static bool is_called(struct pv_str before, struct pv_str program)
{
    size_t start = before.n;
    while (start > 0 && strchr("|;&", before.p[start - 1]) == NULL)
        start--;
    for (size_t at = start;; at++) {
        at = pv_str_find(before, program, at);
        if (at == SIZE_MAX)
            return false;
        bool is_front = at == 0 || strchr(" \t/\"'`(=|;&", before.p[at - 1]) != NULL;
        if (is_front && at + program.n < before.n && before.p[at + program.n] == ' ')
            return true;
    }
}

/* "sshpass -p TEXT", "mysql -pTEXT" */
static bool tool_login(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_str line = pv_search_line(search, at);
    struct pv_str before = pv_str_sub(line, 0, (size_t)(text.p + at - line.p));
    struct pv_str word = take_word(text, at);
    for (size_t i = 0; i < PV_COUNT(tools); i++) {
        struct pv_str option = pv_str_of(tools[i].option);
        bool is_joined = word.n > option.n;
        if (!pv_str_has_prefix(word, option) || tools[i].written == (is_joined ? APART : JOINED) ||
            !is_called(before, pv_str_of(tools[i].program)))
            continue;
        struct pv_str value =
            bare(is_joined ? pv_str_sub(word, option.n, word.n) : take_word(text, at + option.n));
        size_t start = (size_t)(value.p - text.p);
        *out = (struct pv_secret){PV_SECRET_COMMAND, (uint32_t)start, (uint32_t)(start + value.n)};
        return !is_filled_in_later(value) && pv_value_is_password(value, true);
    }
    return false;
}

bool pv_login_command_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out)
{
    struct pv_str text = search->text;
    struct pv_str rest = pv_str_sub(text, at, at + 8);
    bool is_user =
        pv_str_has_prefix(rest, PV_STR("-u ")) || pv_str_has_prefix(rest, PV_STR("--user "));
    if (at == 0 || strchr(" \t\"'", text.p[at - 1]) == NULL)
        return false;
    if (is_user) {
        struct pv_str before = pv_str_sub(text, at > 400 ? at - 400 : 0, at);
        return pv_str_find(before, PV_STR("curl"), 0) != SIZE_MAX &&
               curl_login(text, at + (text.p[at + 1] == 'u' ? 3 : 7), out);
    }
    if (!pv_str_has_prefix(rest, PV_STR("--")))
        return tool_login(search, at, out);
    size_t end = at + 2;
    while (end < text.n && pv_alphabet_has(PV_ALPHABET_URL, text.p[end]))
        end++;
    enum pv_secret_name name = pv_secret_name_of(pv_str_sub(text, at + 2, end));
    if (name == PV_SECRET_NAME_NONE || end >= text.n || text.p[end] != ' ' || search->kind.is_code)
        return false;
    struct pv_str value = bare(take_word(text, end + 1));
    size_t start = (size_t)(value.p - text.p);
    bool is_secret = name == PV_SECRET_NAME_PASSWORD ? pv_value_is_password(value, true)
                                                     : pv_value_is_key(value);
    *out = (struct pv_secret){PV_SECRET_COMMAND, (uint32_t)start, (uint32_t)(start + value.n)};
    return is_secret;
}
