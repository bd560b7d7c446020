/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/secrets/text_kind.h"

#include "base/num.h"

#include <stdint.h>

enum sort {
    IS_CODE = 1,
    IS_SETTINGS = 2,
    IS_PROSE = 4,
    IS_TEST = 8,
    IS_WORDS = 16,
    IS_LANGUAGE = 32,
};

static const struct row {
    enum sort sort;
    struct pv_str text;
} rows[] = {
#define CODE(end) {IS_CODE, {end, sizeof(end) - 1}},
#define SETTINGS(end) {IS_SETTINGS, {end, sizeof(end) - 1}},
#define PROSE(end) {IS_PROSE, {end, sizeof(end) - 1}},
#define TEST(folder) {IS_TEST, {folder, sizeof(folder) - 1}},
#define WORDS(end) {IS_WORDS, {end, sizeof(end) - 1}},
#define LANGUAGE(code) {IS_LANGUAGE, {code, sizeof(code) - 1}},
#include "engine/secrets/text_kind.def"
};

struct pv_str pv_text_kind_name(struct pv_str path)
{
    size_t slash = pv_str_rfind_byte(path, '/');
    return slash == SIZE_MAX ? path : pv_str_sub(path, slash + 1, path.n);
}

/* "de", "de-AT", "pt_BR" */
static bool is_language(struct pv_str name)
{
    bool has_country = name.n == 5 && (name.p[2] == '-' || name.p[2] == '_');
    if (name.n != 2 && !has_country)
        return false;
    for (size_t i = 0; i < PV_COUNT(rows); i++)
        if (rows[i].sort == IS_LANGUAGE && memcmp(rows[i].text.p, name.p, 2) == 0)
            return true;
    return false;
}

/* "de.json", "pt-BR.yml", "messages_fr.properties" */
static bool is_translated(struct pv_str name)
{
    static const char *const ends[] = {".json", ".yml", ".yaml", ".properties",
                                       ".php",  ".ts",  ".js"};
    size_t dot = pv_str_rfind_byte(name, '.');
    bool is_known = false;
    if (dot == SIZE_MAX || dot < 2)
        return false;
    struct pv_str end = pv_str_sub(name, dot, name.n);
    struct pv_str front = pv_str_sub(name, 0, dot);
    for (size_t i = 0; i < PV_COUNT(ends); i++)
        is_known = is_known || pv_str_eq(end, pv_str_of(ends[i]));
    if (!is_known || is_language(front))
        return is_known;
    bool is_bundle = front.n > 3 && front.p[front.n - 3] == '_';
    return is_bundle && pv_str_eq(end, PV_STR(".properties")) &&
           is_language(pv_str_sub(front, front.n - 2, front.n));
}

/* Android keeps the words of a language in "values-de", others in "lang/de". */
static bool is_words_folder(struct pv_str folder, struct pv_str around)
{
    static const char *const shelves[] = {"lang", "langs", "language", "languages"};
    for (size_t i = 0; i < PV_COUNT(shelves); i++)
        if (pv_str_eq(around, pv_str_of(shelves[i])) && is_language(folder))
            return true;
    struct pv_str front = PV_STR("values-");
    return pv_str_has_prefix(folder, front) &&
           is_language(pv_str_sub(folder, front.n, pv_min(front.n + 2, folder.n)));
}

static bool is_test_folder(struct pv_str folder, struct pv_str around)
{
    if (is_words_folder(folder, around))
        return true;
    for (size_t i = 0; i < PV_COUNT(rows); i++)
        if (rows[i].sort == IS_TEST && pv_str_eq(folder, rows[i].text))
            return true;
    return false;
}

/* "test_x.py", "x_test.go", "x.test.js", "x.spec.ts", "XTest.java", "conftest.py" */
static bool is_test_name(struct pv_str name)
{
    static const char *const marks[] = {"_test.", ".test.", ".spec.",   "_spec.",
                                        "Test.",  "Tests.", "conftest."};
    for (size_t i = 0; i < PV_COUNT(marks); i++)
        if (pv_str_find(name, pv_str_of(marks[i]), 0) != SIZE_MAX)
            return true;
    return pv_str_has_prefix(name, PV_STR("test_"));
}

/* Most ends are told by their last byte. */
static bool ends_so(struct pv_str name, struct pv_str end)
{
    return name.n >= end.n && name.p[name.n - 1] == end.p[end.n - 1] &&
           pv_str_has_suffix(name, end);
}

struct pv_text_kind pv_text_kind_of(struct pv_str path)
{
    struct pv_str name = pv_text_kind_name(path);
    struct pv_str rest = pv_str_sub(path, 0, path.n - name.n);
    struct pv_str folder = {0};
    struct pv_str around = {0};
    struct pv_text_kind kind = {.is_test = is_test_name(name) || is_translated(name)};
    while (pv_str_split(&rest, '/', &folder)) {
        kind.is_test = kind.is_test || is_test_folder(folder, around);
        around = folder;
    }
    for (size_t i = 0; i < PV_COUNT(rows); i++) {
        if (!ends_so(name, rows[i].text))
            continue;
        kind.is_code = kind.is_code || rows[i].sort == IS_CODE;
        kind.is_settings = kind.is_settings || rows[i].sort == IS_SETTINGS;
        kind.is_prose = kind.is_prose || rows[i].sort == IS_PROSE;
        kind.is_test = kind.is_test || rows[i].sort == IS_WORDS;
    }
    /* What has no known end is more often a program's settings than anything else. */
    kind.is_settings = kind.is_settings || (!kind.is_code && !kind.is_prose);
    return kind;
}
