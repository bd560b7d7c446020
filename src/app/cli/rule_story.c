/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/rule_story.h"

#include "base/embedded.h"

/* Made at build time from rules/. */
extern const struct pv_embedded pv_shipped_classes[];
extern const struct pv_embedded pv_shipped_measured[];
extern const struct pv_embedded pv_shipped_bad[];
extern const struct pv_embedded pv_shipped_good[];

static struct pv_str text_at(const struct pv_doc *doc, struct pv_str key)
{
    const struct pv_doc *value = pv_doc_get(doc, key);
    return value && pv_doc_is_scalar(value) ? pv_str_trim(value->text) : (struct pv_str){0};
}

/* The example beside "python/weak-hash/rule.yaml"; empty when it is no shipped rule. */
static struct pv_str example_of(const struct pv_embedded *files, struct pv_str rule_file)
{
    size_t slash = pv_str_rfind_byte(rule_file, '/');
    if (slash == SIZE_MAX)
        return (struct pv_str){0};
    for (const struct pv_embedded *file = files; file->path.p; file++) {
        size_t here = pv_str_rfind_byte(file->path, '/');
        if (here == slash && pv_str_has_prefix(file->path, pv_str_sub(rule_file, 0, slash + 1)))
            return file->text;
    }
    return (struct pv_str){0};
}

/* Takes the lines up to the next empty one that is followed by text at the margin. */
static bool take_block(struct pv_str *rest, struct pv_str *out)
{
    while (rest->n && (*rest->p == '\n' || *rest->p == '\r'))
        *rest = pv_str_sub(*rest, 1, rest->n);
    if (rest->n == 0)
        return false;
    size_t end = pv_str_find(*rest, PV_STR("\n\n"), 0);
    end = end == SIZE_MAX ? rest->n : end;
    *out = pv_str_sub(*rest, 0, end);
    *rest = pv_str_sub(*rest, end, rest->n);
    return true;
}

static struct pv_str bad_block(struct pv_str text)
{
    struct pv_str block = {0};
    while (take_block(&text, &block)) {
        if (pv_str_find(block, PV_STR("pave: expect "), 0) != SIZE_MAX ||
            pv_str_find(block, PV_STR("ruleid: "), 0) != SIZE_MAX)
            return block;
    }
    return (struct pv_str){0};
}

static bool is_preamble(struct pv_str line)
{
    static const char *const starts[] = {"import ", "from ",   "package ", "using ", "#include",
                                         "use ",    "require", "const ",   "<?php",  "namespace",
                                         "//",      "/*",      "#"};
    for (size_t i = 0; i < PV_COUNT(starts); i++) {
        if (pv_str_has_prefix(line, pv_str_of(starts[i])))
            return pv_str_find(line, PV_STR("=>"), 0) == SIZE_MAX;
    }
    return line.n == 0 || *line.p == ')' || *line.p == '"' || *line.p == '\t';
}

static bool is_all_preamble(struct pv_str block)
{
    struct pv_str line = {0};
    while (pv_str_split(&block, '\n', &line)) {
        if (!is_preamble(line))
            return false;
    }
    return true;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool take_word(struct pv_str *rest, struct pv_str *out)
{
    size_t start = 0;
    while (start < rest->n && !is_word_byte(rest->p[start]))
        start++;
    size_t end = start;
    while (end < rest->n && is_word_byte(rest->p[end]))
        end++;
    *out = pv_str_sub(*rest, start, end);
    *rest = pv_str_sub(*rest, end, rest->n);
    return out->n > 0;
}

static bool has_word(struct pv_str text, struct pv_str wanted)
{
    struct pv_str word = {0};
    while (take_word(&text, &word)) {
        if (pv_str_eq(word, wanted))
            return true;
    }
    return false;
}

/* How much of `a` is words that `b` has, too: of 1,000. */
static size_t share_of(struct pv_str a, struct pv_str b)
{
    struct pv_str word = {0};
    size_t n = 0;
    size_t shared = 0;
    while (take_word(&a, &word)) {
        n++;
        shared += has_word(b, word);
    }
    return n ? shared * 1000 / n : 0;
}

/* The right way beside the wrong one teaches most when nothing else differs. */
static struct pv_str good_block(struct pv_str text, struct pv_str bad)
{
    struct pv_str best = {0};
    struct pv_str block = {0};
    size_t best_share = 0;
    while (take_block(&text, &block)) {
        size_t share = is_all_preamble(block) ? 0 : 1 + share_of(block, bad) + share_of(bad, block);
        if (share > best_share) {
            best = block;
            best_share = share;
        }
    }
    return best;
}

static struct pv_result read_notes(struct pv_arena *mem, const struct pv_embedded *file,
                                   struct pv_str key, const struct pv_doc **out, struct pv_err *err)
{
    struct pv_doc *doc = NULL;
    PV_TRY(PV_NEW(mem, &doc, err));
    PV_TRY(pv_doc_read(mem, file->text, doc, NULL, err));
    *out = pv_doc_get(doc, key);
    return PV_SUCCESS;
}

struct pv_result pv_rule_notes_read(struct pv_arena *mem, struct pv_rule_notes *out,
                                    struct pv_err *err)
{
    PV_TRY(read_notes(mem, pv_shipped_classes, PV_STR("classes"), &out->classes, err));
    return read_notes(mem, pv_shipped_measured, PV_STR("measured"), &out->measured, err);
}

/* A rule of the user's may have the name of a shipped one. */
static bool is_shipped(const struct pv_rule *rule)
{
    return pv_str_eq(rule->file, PV_STR("secrets")) || example_of(pv_shipped_bad, rule->file).n > 0;
}

struct pv_rule_story pv_rule_story_of(const struct pv_rule_notes *notes, const struct pv_rule *rule)
{
    const struct pv_doc *pave = pv_doc_get(rule->metadata, PV_STR("pave"));
    struct pv_str class_id = text_at(pave, PV_STR("class"));
    const struct pv_doc *class = pv_doc_get(notes->classes, class_id);
    const struct pv_doc *measured =
        is_shipped(rule) ? pv_doc_get(notes->measured, rule->check_id) : NULL;

    struct pv_str bad = bad_block(example_of(pv_shipped_bad, rule->file));
    struct pv_str good = good_block(example_of(pv_shipped_good, rule->file), bad);
    struct pv_str tells = text_at(pave, PV_STR("tells"));

    return (struct pv_rule_story){
        .rule = rule,
        .class_id = class_id,
        .title = text_at(class, PV_STR("title")),
        .attack = text_at(class, PV_STR("attack")),
        .call = text_at(class, PV_STR("call")),
        .tells = tells.n ? tells : text_at(class, PV_STR("tells")),
        .precision = text_at(pave, PV_STR("precision")),
        .measured = {.right = text_at(measured, PV_STR("right")),
                     .wrong = text_at(measured, PV_STR("wrong")),
                     .share = text_at(measured, PV_STR("share")),
                     .interval = text_at(measured, PV_STR("interval"))},
        .cwe = pv_doc_texts(pv_doc_get(rule->metadata, PV_STR("cwe"))),
        .owasp = pv_doc_texts(pv_doc_get(rule->metadata, PV_STR("owasp"))),
        .bad = bad.n ? bad : text_at(pave, PV_STR("bad")),
        .good = good.n ? good : text_at(pave, PV_STR("good")),
        .references = pv_doc_texts(pv_doc_get(rule->metadata, PV_STR("references"))),
    };
}
