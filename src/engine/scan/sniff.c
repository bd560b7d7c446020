/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/scan/sniff.h"

#include "base/num.h"
#include "engine/scan/scan_limits.h"

#include <stdint.h>

struct suffix {
    struct pv_str text;
    enum pv_skip skip;
};

static const struct suffix suffixes[] = {
#define X(text, skip) {{text, sizeof(text) - 1}, skip},
#include "engine/scan/generated.def"
#undef X
};

enum pv_skip pv_sniff_path(struct pv_str path)
{
    for (size_t i = 0; i < PV_COUNT(suffixes); i++)
        if (pv_str_has_suffix(path, suffixes[i].text))
            return suffixes[i].skip;
    return PV_SKIP_NONE;
}

/* Text has no zero bytes; a file that begins as an archive or a program is none either. */
static bool is_binary(struct pv_str text)
{
    static const struct pv_str magic[] = {{"\x7f"
                                           "ELF",
                                           4},
                                          {"PK\x03\x04", 4},
                                          {"%PDF-", 5},
                                          {"\x89PNG", 4},
                                          {"\xca\xfe\xba\xbe", 4}};
    struct pv_str head = pv_str_sub(text, 0, PV_SCAN_BINARY_BYTES);
    for (size_t i = 0; i < PV_COUNT(magic); i++)
        if (pv_str_has_prefix(head, magic[i]))
            return true;
    return head.n > 0 && memchr(head.p, 0, head.n);
}

static bool holds_comment_start(struct pv_str line)
{
    static const struct pv_str starts[] = {{"//", 2}, {"/*", 2}, {"#", 1},
                                           {"*", 1},  {"--", 2}, {";", 1}};
    struct pv_str trimmed = pv_str_trim(line);
    for (size_t i = 0; i < PV_COUNT(starts); i++)
        if (pv_str_has_prefix(trimmed, starts[i]))
            return true;
    return false;
}

/*
 * Generators sign at the top, in a comment. "Code generated … DO NOT EDIT" is
 * Go's convention and most others'; "@generated" is Meta's.
 */
static bool is_generated(struct pv_str text)
{
    struct pv_str rest = pv_str_sub(text, 0, PV_SCAN_GENERATED_BYTES);
    struct pv_str line = {0};
    if (pv_str_find(rest, PV_STR("@generated"), 0) == SIZE_MAX &&
        pv_str_find(rest, PV_STR("DO NOT EDIT"), 0) == SIZE_MAX)
        return false; /* nearly every file */
    while (pv_str_split(&rest, '\n', &line)) {
        if (!holds_comment_start(line))
            continue;
        if (pv_str_find(line, PV_STR("@generated"), 0) != SIZE_MAX)
            return true;
        if (pv_str_find(line, PV_STR("DO NOT EDIT"), 0) != SIZE_MAX &&
            (pv_str_find(line, PV_STR("enerated"), 0) != SIZE_MAX ||
             pv_str_find(line, PV_STR("ENERATED"), 0) != SIZE_MAX))
            return true;
    }
    return false;
}

/* The end of the line that `at` is in. */
static size_t line_end(struct pv_str text, size_t at)
{
    const char *end = memchr(text.p + at, '\n', text.n - at);
    return end ? (size_t)(end - text.p) : text.n;
}

/* Every so many bytes a line ends: there are more lines than machines write, and no long one. */
static bool has_short_lines(struct pv_str text)
{
    enum { STEP = PV_SCAN_MINIFIED_MEAN };
    size_t at = 0;
    while (text.n - at > STEP) {
        size_t end = at + STEP;
        while (end > at && text.p[end - 1] != '\n')
            end--;
        if (end == at)
            return false;
        at = end;
    }
    return true;
}

/*
 * People break lines. One long line is a table or a picture in a source file; a
 * file most of whose bytes are in such lines was written by a machine.
 */
static bool is_minified(struct pv_str text)
{
    size_t lines = 0;
    size_t in_long_lines = 0;
    if (text.n < PV_SCAN_MINIFIED_LINE || has_short_lines(text))
        return false;
    for (size_t at = 0; at < text.n; lines++) {
        size_t length = line_end(text, at) - at;
        if (length > PV_SCAN_MINIFIED_LINE)
            in_long_lines += length;
        at += length + 1;
    }
    return in_long_lines > text.n / 2 || text.n / lines > PV_SCAN_MINIFIED_MEAN;
}

enum pv_skip pv_sniff_text(struct pv_str text)
{
    if (is_binary(text))
        return PV_SKIP_BINARY;
    if (is_generated(text))
        return PV_SKIP_GENERATED;
    return is_minified(text) ? PV_SKIP_MINIFIED : PV_SKIP_NONE;
}
