/* SPDX-License-Identifier: Apache-2.0 */
#include "crypto/record.h"

#include "base/num.h"
#include "base/reader.h"
#include "crypto/crypto_limits.h"
#include "crypto/rune.h"
#include "crypto/stamp.h"

struct source {
    struct pv_reader in;
    struct pv_arena *mem;
    struct pave_error *err;
    size_t values;
};

static PV_STATUS wrong(struct source *source, const char *expected)
{
    return pv_refuse(source->err, PAVE_SYNTAX, source->in.at, "expected %s", expected);
}

static void skip_space(struct pv_reader *in)
{
    int byte = pv_reader_peek(in, 0);
    while (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r') {
        in->at++;
        byte = pv_reader_peek(in, 0);
    }
}

static bool accept(struct source *source, char byte)
{
    skip_space(&source->in);
    return pv_reader_accept(&source->in, byte);
}

static int hex_of(int byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* Four hexadecimal digits, or -1. */
static int32_t read_hex4(struct pv_reader *in)
{
    int32_t unit = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = hex_of(pv_reader_peek(in, i));
        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    in->at += 4;
    return unit;
}

/* Behind the backslash and the u: one character, as UTF-8. Two units are never half a pair. */
static bool read_unicode(struct pv_reader *in, char *out, size_t *n)
{
    int32_t rune = read_hex4(in);
    if (rune <= 0 || (rune >= 0xdc00 && rune <= 0xdfff))
        return false;
    if (rune >= 0xd800 && rune < 0xdc00) {
        if (!pv_reader_accept(in, '\\') || !pv_reader_accept(in, 'u'))
            return false;
        int32_t low = read_hex4(in);
        if (low < 0xdc00 || low > 0xdfff)
            return false;
        rune = 0x10000 + ((rune - 0xd800) << 10) + (low - 0xdc00);
    }
    *n += pv_rune_write((uint32_t)rune, out + *n);
    return true;
}

static bool read_escape(struct pv_reader *in, char *out, size_t *n)
{
    static const char from[] = "\"\\/nrtbf";
    static const char to[] = "\"\\/\n\r\t\b\f";
    int byte = pv_reader_peek(in, 0);
    if (byte == 'u') {
        in->at++;
        return read_unicode(in, out, n);
    }
    const char *found = byte > 0 ? strchr(from, byte) : NULL;
    if (!found)
        return false;
    in->at++;
    out[(*n)++] = to[found - from];
    return true;
}

/* The position of the quote that ends a string which begins at `at`. */
static size_t find_end(struct pv_str text, size_t at)
{
    while (at < text.n && text.p[at] != '"')
        at += text.p[at] == '\\' ? 2 : 1;
    return pv_min(at, text.n);
}

static PV_STATUS read_text(struct source *source, struct pv_str *out)
{
    struct pv_reader *in = &source->in;
    char *bytes = NULL;
    size_t n = 0;

    if (!accept(source, '"'))
        return wrong(source, "text in double quotes");
    /* What an escape stands for is never longer than the escape. */
    size_t room = find_end(in->text, in->at) - in->at;
    PAVE_TRY(pv_status_of(pv_arena_take(source->mem, room + 1, (void **)&bytes, NULL)));
    while (!pv_reader_accept(in, '"')) {
        int byte = pv_reader_peek(in, 0);
        if (byte < 0x20 || byte == 0x7f)
            return wrong(source, "a double quote, or no control character");
        in->at++;
        if (byte != '\\')
            bytes[n++] = (char)byte;
        else if (!read_escape(in, bytes, &n))
            return wrong(source, "one of the escapes \\\" \\\\ \\/ \\n \\r \\t \\b \\f \\u");
    }
    if (!pv_rune_is_valid((struct pv_str){bytes, n}))
        return wrong(source, "text in UTF-8");
    *out = (struct pv_str){bytes, n};
    return PAVE_OK;
}

static PV_STATUS read_number(struct source *source, uint64_t *out)
{
    struct pv_reader *in = &source->in;
    size_t start = in->at;
    uint64_t number = 0;
    int byte = pv_reader_peek(in, 0);

    while (byte >= '0' && byte <= '9') {
        if (__builtin_mul_overflow(number, 10u, &number) ||
            __builtin_add_overflow(number, (uint64_t)(byte - '0'), &number))
            return wrong(source, "a smaller number");
        in->at++;
        byte = pv_reader_peek(in, 0);
    }
    bool has_zero_before = in->at - start > 1 && in->text.p[start] == '0';
    if (in->at == start || has_zero_before)
        return wrong(source, "a whole number, text, a list or a map");
    *out = number;
    return PAVE_OK;
}

static size_t skip_digits(struct pv_reader *in)
{
    size_t start = in->at;
    int byte = pv_reader_peek(in, 0);
    while (byte >= '0' && byte <= '9') {
        in->at++;
        byte = pv_reader_peek(in, 0);
    }
    return in->at - start;
}

/* A number as JSON writes it, with all that may follow the digits. */
static bool skip_number(struct pv_reader *in)
{
    (void)pv_reader_accept(in, '-');
    bool is_zero = pv_reader_peek(in, 0) == '0';
    size_t whole = skip_digits(in);
    if (whole == 0 || (is_zero && whole > 1))
        return false;
    if (pv_reader_accept(in, '.') && skip_digits(in) == 0)
        return false;
    if (!pv_reader_accept(in, 'e') && !pv_reader_accept(in, 'E'))
        return true;
    (void)(pv_reader_accept(in, '-') || pv_reader_accept(in, '+'));
    return skip_digits(in) > 0;
}

/* What is neither text, nor a list or map, nor a whole number. */
static PV_STATUS read_other(struct source *source, struct pv_str *out)
{
    struct pv_reader *in = &source->in;
    size_t start = in->at;
    if (!pv_reader_accept_str(in, PV_STR("true")) && !pv_reader_accept_str(in, PV_STR("false")) &&
        !pv_reader_accept_str(in, PV_STR("null")) && !skip_number(in))
        return wrong(source, "a number, text, a list or a map");
    *out = pv_str_sub(in->text, start, in->at);
    return PAVE_OK;
}

/* Whether digits alone are the number that starts here. */
static bool is_whole(const struct pv_reader *in)
{
    size_t ahead = 0;
    int byte = pv_reader_peek(in, 0);
    while (byte >= '0' && byte <= '9')
        byte = pv_reader_peek(in, ++ahead);
    return ahead > 0 && byte != '.' && byte != 'e' && byte != 'E';
}

static PV_STATUS read_value(struct source *source, unsigned depth, struct pv_record *out);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as PV_RECORD_DEPTH_MAX */
static PV_STATUS new_member(struct source *source, unsigned depth, struct pv_record *parent,
                            struct pv_record **out)
{
    struct pv_record *member = NULL;
    if (++source->values > PV_RECORD_VALUES_MAX)
        return pv_refuse(source->err, PAVE_LIMIT, source->in.at, "too many values");
    PAVE_TRY(pv_status_of(PV_NEW(source->mem, &member, NULL)));
    skip_space(&source->in);
    member->name_start = source->in.at;
    if (parent->kind == PV_RECORD_MAP) {
        if (parent->n >= PV_RECORD_MEMBERS_MAX)
            return pv_refuse(source->err, PAVE_LIMIT, source->in.at, "too many members");
        PAVE_TRY(read_text(source, &member->name));
        for (const struct pv_record *other = parent->first; other; other = other->next) {
            if (pv_str_eq(other->name, member->name))
                return wrong(source, "a name that is not there yet");
        }
        if (!accept(source, ':'))
            return wrong(source, "':'");
    }
    PAVE_TRY(read_value(source, depth + 1, member));
    *out = member;
    return PAVE_OK;
}

/* Behind the bracket that opens it, to the one that closes it. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as PV_RECORD_DEPTH_MAX */
static PV_STATUS read_members(struct source *source, unsigned depth, struct pv_record *parent)
{
    char end = parent->kind == PV_RECORD_MAP ? '}' : ']';
    struct pv_record **last = &parent->first;

    if (depth >= PV_RECORD_DEPTH_MAX)
        return pv_refuse(source->err, PAVE_LIMIT, source->in.at, "nested too deep");
    if (accept(source, end))
        return PAVE_OK;
    do {
        PAVE_TRY(new_member(source, depth, parent, last));
        last = &(*last)->next;
        parent->n++;
    } while (accept(source, ','));
    return accept(source, end) ? PAVE_OK : wrong(source, "',' or the closing bracket");
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as PV_RECORD_DEPTH_MAX */
static PV_STATUS read_value(struct source *source, unsigned depth, struct pv_record *out)
{
    skip_space(&source->in);
    out->offset = source->in.at;
    int byte = pv_reader_peek(&source->in, 0);
    if (byte == '"') {
        out->kind = PV_RECORD_TEXT;
        return read_text(source, &out->text);
    }
    if (byte == '{' || byte == '[') {
        source->in.at++;
        out->kind = byte == '{' ? PV_RECORD_MAP : PV_RECORD_LIST;
        return read_members(source, depth, out);
    }
    if (!is_whole(&source->in)) {
        out->kind = PV_RECORD_OTHER;
        return read_other(source, &out->text);
    }
    out->kind = PV_RECORD_NUMBER;
    return read_number(source, &out->number);
}

PV_STATUS pv_record_read(struct pv_arena *mem, struct pv_str text, struct pv_record **out,
                         struct pave_error *err)
{
    struct source source = {.in = {.text = text}, .mem = mem, .err = err};
    struct pv_record *record = NULL;

    if (text.n > PV_RECORD_BYTES_MAX)
        return pv_refuse(err, PAVE_LIMIT, text.n, "the file is too large");
    PAVE_TRY(pv_status_of(PV_NEW(mem, &record, NULL)));
    PAVE_TRY(read_value(&source, 0, record));
    skip_space(&source.in);
    if (!pv_reader_is_end(&source.in))
        return wrong(&source, "the end of the file");
    if (record->kind != PV_RECORD_MAP)
        return pv_refuse(err, PAVE_SYNTAX, 0, "expected a map");
    *out = record;
    return PAVE_OK;
}

const struct pv_record *pv_record_get(const struct pv_record *map, const char *name)
{
    for (const struct pv_record *member = map->first; member; member = member->next) {
        if (pv_str_eq(member->name, pv_str_of(name)))
            return member;
    }
    return NULL;
}

PV_STATUS pv_record_child(const struct pv_record *map, const char *name, enum pv_record_kind kind,
                          const struct pv_record **out, struct pave_error *err)
{
    static const char *const kinds[] = {"text", "a number", "a list", "a map", "a word"};
    const struct pv_record *member = pv_record_get(map, name);
    if (!member)
        return pv_refuse(err, PAVE_SYNTAX, map->offset, "\"%s\" is missing", name);
    if (member->kind != kind)
        return pv_refuse(err, PAVE_SYNTAX, member->offset, "\"%s\": expected %s", name,
                         kinds[kind]);
    *out = member;
    return PAVE_OK;
}

PV_STATUS pv_record_text(const struct pv_record *map, const char *name, struct pv_str *out,
                         struct pave_error *err)
{
    const struct pv_record *member = NULL;
    PAVE_TRY(pv_record_child(map, name, PV_RECORD_TEXT, &member, err));
    *out = member->text;
    return PAVE_OK;
}

PV_STATUS pv_record_number(const struct pv_record *map, const char *name, uint64_t max,
                           uint64_t *out, struct pave_error *err)
{
    const struct pv_record *member = NULL;
    PAVE_TRY(pv_record_child(map, name, PV_RECORD_NUMBER, &member, err));
    if (member->number > max)
        return pv_refuse(err, PAVE_LIMIT, member->offset, "\"%s\": at most %llu", name,
                         (unsigned long long)max);
    *out = member->number;
    return PAVE_OK;
}

PV_STATUS pv_record_stamp(const struct pv_record *map, const char *name, int64_t *out,
                          struct pave_error *err)
{
    const struct pv_record *member = NULL;
    PAVE_TRY(pv_record_child(map, name, PV_RECORD_TEXT, &member, err));
    if (!pv_stamp_read(member->text, out))
        return pv_refuse(err, PAVE_SYNTAX, member->offset,
                         "\"%s\": expected a time such as 2026-11-23T08:00:00Z", name);
    return PAVE_OK;
}

PV_STATUS pv_record_only(const struct pv_record *map, const char *names, struct pave_error *err)
{
    for (const struct pv_record *member = map->first; member; member = member->next) {
        struct pv_str rest = pv_str_of(names);
        struct pv_str word = {0};
        bool is_known = false;
        while (!is_known && pv_str_split(&rest, ' ', &word))
            is_known = pv_str_eq(word, member->name);
        if (!is_known)
            return pv_refuse(err, PAVE_SYNTAX, member->name_start, "\"%.*s\" is not known here",
                             PV_STR_FMT(member->name));
    }
    return PAVE_OK;
}

PV_STATUS pv_record_vouched(struct pv_str text, const struct pv_record *map, const char *name,
                            struct pv_str *covered, struct pv_str *voucher)
{
    const struct pv_record *member = pv_record_get(map, name);
    if (!member || member->next || member == map->first || member->kind != PV_RECORD_TEXT)
        return PAVE_SYNTAX;
    /* The reader has seen a comma before the name, and only blanks between. */
    size_t comma = pv_str_rfind_byte(pv_str_sub(text, 0, member->name_start), ',');
    *covered = pv_str_sub(text, 0, comma);
    *voucher = member->text;
    return PAVE_OK;
}

void pv_record_add_text(struct pv_buf *out, struct pv_str text)
{
    pv_buf_add_byte(out, '"');
    for (size_t i = 0; i < text.n; i++) {
        unsigned char byte = (unsigned char)text.p[i];
        if (byte == '"' || byte == '\\')
            pv_buf_add_byte(out, '\\');
        bool is_control = byte < 0x20 || byte == 0x7f;
        pv_buf_add_byte(out, is_control ? '?' : (char)byte);
    }
    pv_buf_add_byte(out, '"');
}
