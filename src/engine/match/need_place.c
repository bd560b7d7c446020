/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A look at what stands beside a word, without reading the whole text. Wherever
 * that does not tell, as behind a comment that ends in the line above, the answer
 * is yes.
 */
#include "engine/match/need_place.h"

#include "base/num.h"
#include "engine/match/match_limits.h"
#include "engine/match/need.h"

#include <string.h>

static bool is_word(struct pv_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (!pv_need_is_word_byte((unsigned char)text.p[i]))
            return false;
    return text.n > 0;
}

struct pv_need_place pv_need_place_of(struct pv_str text)
{
    struct pv_need_place place = {.word = text};
    if (text.n == 0)
        return place;
    char last = text.p[text.n - 1];
    place.is_reached = text.p[0] == '.';
    place.is_marked = text.p[0] == '@';
    place.is_begun = text.p[0] == '\'';
    bool has_front = place.is_reached || place.is_marked || place.is_begun;
    place.is_called = last == '(' && !place.is_marked && !place.is_begun;
    place.is_ended = last == '\'' && !has_front;
    place.is_given = last == '=' && !has_front;
    bool has_back = place.is_called || place.is_ended || place.is_given;
    if (!has_front && !has_back)
        return (struct pv_need_place){0};
    place.word = pv_str_sub(text, has_front, text.n - has_back);
    size_t dot = place.is_called && !has_front ? pv_str_rfind_byte(place.word, '.') : SIZE_MAX;
    if (dot != SIZE_MAX) {
        place.object = pv_str_sub(place.word, 0, dot);
        place.word = pv_str_sub(place.word, dot + 1, place.word.n);
    }
    if (!is_word(place.word) || (dot != SIZE_MAX && !is_word(place.object)))
        return (struct pv_need_place){0};
    return place;
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_end_of_line(char byte)
{
    return byte == '\n' || byte == '\r';
}

static bool begins_with(struct pv_str text, size_t at, const char *sign)
{
    while (*sign && at < text.n && text.p[at] == *sign) {
        sign++;
        at++;
    }
    return *sign == '\0';
}

/* Behind blanks and comments from `at` on; SIZE_MAX when there are too many of them. */
static size_t skip(const struct pv_lang_signs *signs, struct pv_str text, size_t at)
{
    size_t end = pv_min(text.n, at + PV_NEED_BESIDE_BYTES_MAX);
    while (at < end) {
        if (is_blank(text.p[at])) {
            at++;
        } else if (begins_with(text, at, signs->line_comment)) {
            while (at < end && !is_end_of_line(text.p[at]))
                at++;
        } else if (signs->has_block_comments && begins_with(text, at, "/*")) {
            size_t close = pv_str_find(pv_str_sub(text, 0, end), PV_STR("*/"), at + 2);
            at = close == SIZE_MAX ? end : close + 2;
        } else {
            return at;
        }
    }
    return end < text.n ? SIZE_MAX : end;
}

static bool is_one_of(const char *bytes, char byte)
{
    return bytes && byte != '\0' && strchr(bytes, byte);
}

static bool begins_with_one_of(const char *const *words, struct pv_str text)
{
    for (; words && *words; words++) {
        size_t n = 0;
        if (!begins_with(text, 0, *words))
            continue;
        while ((*words)[n])
            n++;
        if (n == text.n || !pv_need_is_word_byte((unsigned char)text.p[n]))
            return true;
    }
    return false;
}

/* `=== `, `?:` and the like begin with bytes that calls have, too. */
static bool is_call(const struct pv_lang_signs *signs, struct pv_str rest)
{
    char next = rest.n > 1 ? rest.p[1] : '\0';
    if (!is_one_of(signs->behind_called, rest.p[0]))
        return false;
    return rest.p[0] == '?' ? next == '.' : rest.p[0] != '!' || next != '=';
}

/* Whether a call, or another name, may follow at `end`. */
static bool is_followed(const struct pv_lang_signs *signs, struct pv_str text, size_t end,
                        bool may_be_imported)
{
    size_t at = skip(signs, text, end);
    bool is_closed = false;
    while (at < text.n && text.p[at] == ')' && is_one_of(signs->behind_called, ')')) {
        at = skip(signs, text, at + 1);
        is_closed = true;
    }
    if (at == SIZE_MAX)
        return true;
    if (at == text.n)
        return false;
    struct pv_str rest = pv_str_sub(text, at, text.n);
    return rest.p[0] == '\\' || (unsigned char)rest.p[0] >= 0x80 || is_call(signs, rest) ||
           begins_with_one_of(signs->words, rest) ||
           (may_be_imported && !is_closed && is_one_of(signs->behind_imported, rest.p[0]));
}

/* `f=`, and not `f==` */
static bool is_set(const struct pv_lang_signs *signs, struct pv_str text, size_t end)
{
    size_t at = skip(signs, text, end);
    if (at == SIZE_MAX ||
        (at < text.n && (text.p[at] == '\\' || (unsigned char)text.p[at] >= 0x80)))
        return true;
    return at < text.n && text.p[at] == '=' && (at + 1 == text.n || text.p[at + 1] != '=');
}

/*
 * From the line's end at `at` back to where the code before it ends. SIZE_MAX when
 * that is not known: a comment may stand in the line before, or only look like one.
 */
static size_t skip_line_back(const struct pv_lang_signs *signs, struct pv_str text, size_t at,
                             size_t first)
{
    size_t end = at - 1;
    size_t start = end;
    while (start > first && !is_end_of_line(text.p[start - 1]))
        start--;
    struct pv_str line = pv_str_sub(text, start, end);
    struct pv_str comment = pv_str_of(signs->line_comment);
    if (start == first && first > 0)
        return SIZE_MAX;
    if (pv_str_find(line, comment, 0) == SIZE_MAX)
        return end;
    return pv_str_has_prefix(pv_str_trim(line), comment) ? start : SIZE_MAX;
}

/* Where the code before the word at `start` ends; SIZE_MAX when that is not known. */
static size_t skip_back(const struct pv_lang_signs *signs, struct pv_str text, size_t start)
{
    size_t first = start > PV_NEED_BESIDE_BYTES_MAX ? start - PV_NEED_BESIDE_BYTES_MAX : 0;
    size_t at = start;
    while (at > first && is_blank(text.p[at - 1])) {
        at = is_end_of_line(text.p[at - 1]) ? skip_line_back(signs, text, at, first) : at - 1;
        if (at == SIZE_MAX)
            return SIZE_MAX;
    }
    return at == first && first > 0 ? SIZE_MAX : at;
}

static bool ends_with_word(struct pv_str text, const char *word)
{
    return word && pv_str_has_suffix(text, pv_str_of(word));
}

/* Whether what ends at `at` may reach into an object: `.`, `->`, `::`, `.*`, the end of `.<T>`. */
static bool is_reach(const struct pv_lang_signs *signs, struct pv_str text, size_t at)
{
    char last = at > 0 ? text.p[at - 1] : '\0';
    char before = at > 1 ? text.p[at - 2] : '\0';
    if (at == 0)
        return false;
    if (last == '.' || last == '>' || last == '\\' || (unsigned char)last >= 0x80)
        return true;
    if (last == ':')
        return before == ':';
    if (last == '/')
        return before == '*';
    if (last == '*')
        return before == '.' || before == '>';
    return ends_with_word(pv_str_sub(text, 0, at), signs->before_reached);
}

/* `x = require("m").f` */
static bool is_required(const struct pv_lang_signs *signs, struct pv_str text, size_t start)
{
    size_t at = signs->requires_by_calls ? skip_back(signs, text, start) : 0;
    if (at == SIZE_MAX)
        return true;
    if (at == 0 || text.p[at - 1] != '.')
        return at > 0 && (text.p[at - 1] == '/' || (unsigned char)text.p[at - 1] >= 0x80);
    at = skip_back(signs, text, at - 1);
    return at == SIZE_MAX || (at > 0 && is_one_of(")?!/", text.p[at - 1]));
}

/* Whether what ends with the bracket before `end` may be the name in brackets, or `m.(T)`. */
static bool is_wrapped(struct pv_str text, size_t end, struct pv_str object)
{
    size_t at = end - 1;
    size_t most = (size_t)PV_NEED_TEXT_BYTES_MAX * 8;
    size_t first = at > most ? at - most : 0;
    while (at > first && (is_blank(text.p[at - 1]) || text.p[at - 1] == ')'))
        at--;
    if (pv_str_has_suffix(pv_str_sub(text, 0, at), object) || at + 1 < end)
        return true;
    while (at > first && text.p[at - 1] != '(' && text.p[at - 1] != ')')
        at--;
    return at == first || text.p[at - 1] == ')' || (at > 1 && text.p[at - 2] == '.');
}

/* Whether the word at `start` is reached in the object, or stands for itself where it may. */
static bool is_of(const struct pv_lang_signs *signs, struct pv_str text, size_t start,
                  struct pv_str object)
{
    size_t end = skip_back(signs, text, start);
    if (end == SIZE_MAX)
        return true;
    if (end == 0 || text.p[end - 1] != '.')
        return signs->imports_names || is_reach(signs, text, end);
    end = skip_back(signs, text, end - 1);
    if (end == SIZE_MAX || end == 0 || (unsigned char)text.p[end - 1] >= 0x80)
        return true;
    if (text.p[end - 1] == ')')
        return is_wrapped(text, end, object);
    size_t first = end;
    while (first > 0 && pv_need_is_word_byte((unsigned char)text.p[first - 1]))
        first--;
    return first == end || pv_str_eq(pv_str_sub(text, first, end), object);
}

/* `import x "path/m"`, where `end` is behind m: x is what stands before the text. */
static bool is_named_before(struct pv_str text, size_t start)
{
    size_t at = start;
    while (at > 0 && !is_one_of("\"`", text.p[at - 1]) && !is_end_of_line(text.p[at - 1]))
        at--;
    if (at == 0 || is_end_of_line(text.p[at - 1]))
        return true; /* no text that it knows */
    at--;
    while (at > 0 && is_blank(text.p[at - 1]) && !is_end_of_line(text.p[at - 1]))
        at--;
    struct pv_str before = pv_str_sub(text, 0, at);
    char last = at > 0 ? text.p[at - 1] : '\0';
    return !pv_str_has_suffix(before, PV_STR("import")) &&
           (last == '.' || last == '/' || pv_need_is_word_byte((unsigned char)last));
}

bool pv_need_is_renamed(const struct pv_lang_signs *signs, struct pv_str text, size_t start,
                        size_t end)
{
    if (!signs || !signs->names_modules)
        return true;
    size_t last = end; /* a version is no name: "path/m/v2" is m */
    if (last + 1 < text.n && text.p[last] == '/' && text.p[last + 1] == 'v')
        do
            last++;
        while (last < text.n && pv_need_is_word_byte((unsigned char)text.p[last]));
    if (last < text.n && is_one_of(signs->behind_imported, text.p[last]))
        return is_named_before(text, start);
    size_t at = skip(signs, text, end);
    return at == SIZE_MAX ||
           (at < text.n &&
            (text.p[at] == '\\' || begins_with_one_of(signs->words, pv_str_sub(text, at, text.n))));
}

bool pv_need_is_in_place(const struct pv_lang_signs *signs, struct pv_str text, size_t start,
                         size_t end, const struct pv_need_place *place)
{
    if (!signs || (place->is_marked && !signs->has_marked_lines))
        return true;
    if (place->is_marked) {
        size_t at = skip(signs, text, end);
        return at == SIZE_MAX ||
               (at < text.n && (text.p[at] == '\\' ||
                                begins_with_one_of(signs->words, pv_str_sub(text, at, text.n))));
    }
    if (place->is_given)
        return is_set(signs, text, end);
    if (place->is_called && !is_followed(signs, text, end, !place->is_reached))
        return !place->is_reached && is_required(signs, text, start);
    if (place->object.n > 0)
        return !signs->names_modules || is_of(signs, text, start, place->object);
    if (!place->is_reached)
        return true;
    size_t at = skip_back(signs, text, start);
    return at == SIZE_MAX || is_reach(signs, text, at);
}

bool pv_need_ends_piece(struct pv_str text, size_t at)
{
    if (at < text.n && text.p[at] == ')') /* of R"x(…)x" */
        do
            at++;
        while (at < text.n && pv_need_is_word_byte((unsigned char)text.p[at]));
    return at < text.n && is_one_of("\"'`$\\{", text.p[at]);
}

/* A number in a text has no quotes. */
bool pv_need_begins_piece(struct pv_str text, size_t at)
{
    bool is_number = at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
    if (at > 0 && text.p[at - 1] == '(')
        do
            at--;
        while (at > 0 && pv_need_is_word_byte((unsigned char)text.p[at - 1]));
    return is_number || (at > 0 && is_one_of("\"'`}", text.p[at - 1]));
}

/* Behind the string that begins at `at`; SIZE_MAX when it has no end here. */
static size_t skip_string(struct pv_str text, size_t at)
{
    char quote = text.p[at];
    bool is_long = at + 2 < text.n && text.p[at + 1] == quote && text.p[at + 2] == quote;
    size_t n = is_long ? 3 : 1;
    for (size_t i = at + n; i < text.n; i++) {
        if (text.p[i] == '\\')
            i++;
        else if (!is_long && is_end_of_line(text.p[i]))
            return SIZE_MAX;
        else if (text.p[i] == quote &&
                 (!is_long || (i + 2 < text.n && text.p[i + 1] == quote && text.p[i + 2] == quote)))
            return i + n;
    }
    return SIZE_MAX;
}

/* The end of a marked line; of the text, where brackets and strings leave that open. */
static size_t end_of_marked(const struct pv_lang_signs *signs, struct pv_str text, size_t at)
{
    size_t end = pv_min(text.n, at + PV_NEED_MARKED_BYTES_MAX);
    size_t depth = 0;
    while (at < end) {
        char byte = text.p[at];
        if (is_end_of_line(byte) && depth == 0)
            return at;
        if (byte == '"' || byte == '\'') {
            /* What stands in braces there may be strings of its own. */
            bool is_formatted = at > 0 && is_one_of("fFtT", text.p[at - 1]);
            at = is_formatted ? SIZE_MAX : skip_string(text, at);
            if (at == SIZE_MAX)
                return text.n;
            continue;
        }
        if (byte == signs->line_comment[0]) {
            while (at < end && !is_end_of_line(text.p[at]))
                at++;
            continue;
        }
        if (is_one_of(")]}", byte) && depth == 0)
            return text.n;
        depth += is_one_of("([{", byte);
        depth -= is_one_of(")]}", byte);
        at += byte == '\\' ? 2 : 1;
    }
    return text.n;
}

static bool begins_line(struct pv_str text, size_t at)
{
    while (at > 0 && is_blank(text.p[at - 1]) && !is_end_of_line(text.p[at - 1]))
        at--;
    return at == 0 || is_end_of_line(text.p[at - 1]) || (unsigned char)text.p[at - 1] >= 0x80;
}

bool pv_need_next_marked(const struct pv_lang_signs *signs, struct pv_str text, size_t *at,
                         struct pv_str *out)
{
    if (!signs || !signs->has_marked_lines)
        return false;
    for (;;) {
        size_t mark = pv_str_find(text, pv_need_mark, *at);
        if (mark == SIZE_MAX)
            return false;
        *at = mark + 1;
        if (!begins_line(text, mark))
            continue;
        *out = pv_str_sub(text, mark + 1, end_of_marked(signs, text, mark + 1));
        return true;
    }
}
