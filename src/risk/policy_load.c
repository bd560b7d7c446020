/* SPDX-License-Identifier: Apache-2.0 */
/* Policies from the program itself and from folders, with a digest of all that decides. */
#include "base/buf.h"
#include "base/embedded.h"
#include "risk/policy.h"
#include "sys/file.h"
#include "text/doc.h"

/* Made at build time from tables/. */
extern const struct pv_embedded pv_shipped_tables[];

enum { BESIDES = 2, FILES = PV_STEP_COUNT + BESIDES };

static const char *const besides[BESIDES] = {"obligations", "cve"};

/* Where tables come from, and what their digest is made of. */
struct loading {
    struct pv_arena *mem;
    struct pv_str folder;      /* empty: the program itself */
    const struct pv_doc *pins; /* of policy.yaml; may be NULL */
    struct pv_policy policy;
    struct pv_buf all; /* what was read, each with its name and length */
};

static struct pv_str name_of(size_t number)
{
    if (number < PV_STEP_COUNT)
        return pv_policy_step_name((enum pv_policy_step)number);
    return pv_str_of(besides[number - PV_STEP_COUNT]);
}

/* `path` is NAME.csv. */
static bool is_table_of(struct pv_str path, struct pv_str name)
{
    return pv_str_has_prefix(path, name) &&
           pv_str_eq(pv_str_sub(path, name.n, path.n), PV_STR(".csv"));
}

static PV_RESULT find_shipped(struct pv_str name, struct pv_str *out, struct pv_err *err)
{
    const struct pv_embedded *file = pv_shipped_tables;
    while (file->path.p && !is_table_of(file->path, name))
        file++;
    if (!file->path.p)
        return pv_fail(err, PV_NOT_FOUND, 0, "no table '%.*s'", PV_STR_FMT(name));
    *out = file->text;
    return PV_SUCCESS;
}

/* A file that is pinned decides by the bytes that were reviewed, or not at all. */
static PV_RESULT check_pin(const struct loading *loading, struct pv_str name, struct pv_str csv,
                           struct pv_err *err)
{
    char digest[PV_DIGEST_TEXT];
    struct pv_str file = {0};
    if (!loading->pins)
        return PV_SUCCESS;
    PV_TRY(pv_str_format(loading->mem, &file, err, "%.*s.csv", PV_STR_FMT(name)));
    const struct pv_doc *pin = pv_doc_get(loading->pins, file);
    if (!pin)
        return PV_SUCCESS;
    pv_digest_text(csv, digest);
    if (pv_doc_is_scalar(pin) && pv_str_eq(pin->text, pv_str_of(digest)))
        return PV_SUCCESS;
    return pv_fail(err, PV_INVALID, 0, "its SHA-256 is %s, which is not what policy.yaml pins",
                   digest);
}

static PV_RESULT take(struct loading *loading, size_t number, struct pv_str csv, struct pv_err *err)
{
    struct pv_str name = name_of(number);
    pv_buf_format(&loading->all, "%.*s %zu\n", PV_STR_FMT(name), csv.n);
    pv_buf_add(&loading->all, csv);
    PV_TRY(check_pin(loading, name, csv, err));
    if (number < PV_STEP_COUNT)
        return pv_policy_read_table(&loading->policy, (enum pv_policy_step)number, csv, err);
    return number == PV_STEP_COUNT ? pv_overlay_read(csv, &loading->policy.overlay, err)
                                   : pv_policy_read_cve(&loading->policy, csv, err);
}

/* Obligations may be left out, and then there are none; without a table for CVEs ours holds. */
static PV_RESULT load_table(struct loading *loading, size_t number, struct pv_err *err)
{
    struct pv_str path = {0};
    struct pv_str csv = {0};
    struct pv_err why = {0};
    PV_TRY(pv_str_format(loading->mem, &path, err, "%.*s/%.*s.csv", PV_STR_FMT(loading->folder),
                         PV_STR_FMT(name_of(number))));
    struct pv_result result =
        pv_file_read_text(loading->mem, path, PV_RISK_TABLE_BYTES_MAX, &csv, err);
    if (result.code == PV_NOT_FOUND && number == PV_STEP_COUNT)
        return PV_SUCCESS;
    if (result.code == PV_NOT_FOUND && number > PV_STEP_COUNT)
        result = find_shipped(name_of(number), &csv, err);
    PV_TRY(result);
    result = take(loading, number, csv, &why);
    if (!pv_is_ok(result))
        return pv_fail(err, result.code, why.offset, "%.*s: %s", PV_STR_FMT(path), why.text);
    return PV_SUCCESS;
}

static void set_name(char out[PV_POLICY_NAME], struct pv_str name)
{
    size_t n = name.n < PV_POLICY_NAME - 1 ? name.n : PV_POLICY_NAME - 1;
    for (size_t i = 0; i < n; i++)
        out[i] = name.p[i];
    out[n] = '\0';
}

static PV_RESULT read_manifest(struct loading *loading, const struct pv_doc *doc,
                               struct pv_err *err)
{
    const struct pv_doc *id = pv_doc_get(doc, PV_STR("id"));
    const struct pv_doc *version = pv_doc_get(doc, PV_STR("version"));
    const struct pv_doc *blocks = pv_doc_get(doc, PV_STR("blocks"));
    if (id && pv_doc_is_scalar(id))
        set_name(loading->policy.id, id->text);
    if (version && pv_doc_is_scalar(version))
        set_name(loading->policy.version, version->text);
    loading->pins = pv_doc_get(doc, PV_STR("pins"));
    if (!blocks)
        return PV_SUCCESS;
    if (!pv_doc_is_scalar(blocks) ||
        !pv_fact_value(PV_DIM_PRIORITY, blocks->text, &loading->policy.blocks))
        return pv_fail(err, PV_INVALID, 0,
                       "line %u, column %u: expected the priority that ends a scan with 1: "
                       "scheduled, out-of-cycle or immediate",
                       blocks->place.line, blocks->place.column);
    return PV_SUCCESS;
}

/* policy.yaml need not be there: the folder's name will do. */
static PV_RESULT load_manifest(struct loading *loading, struct pv_doc *doc, struct pv_err *err)
{
    struct pv_str path = {0};
    struct pv_str text = {0};
    struct pv_err why = {0};
    struct pv_str folder = loading->folder;
    size_t slash = pv_str_rfind_byte(folder, '/');
    set_name(loading->policy.id,
             slash == SIZE_MAX ? folder : pv_str_sub(folder, slash + 1, folder.n));
    set_name(loading->policy.version, PV_STR("0"));
    PV_TRY(pv_str_format(loading->mem, &path, err, "%.*s/policy.yaml", PV_STR_FMT(folder)));
    struct pv_result result =
        pv_file_read_text(loading->mem, path, PV_RISK_TABLE_BYTES_MAX, &text, &why);
    if (result.code == PV_NOT_FOUND)
        return PV_SUCCESS;
    if (pv_is_ok(result))
        result = pv_doc_read(loading->mem, text, doc, NULL, &why);
    if (pv_is_ok(result))
        result = read_manifest(loading, doc, &why);
    if (!pv_is_ok(result))
        return pv_fail(err, result.code, 0, "%.*s: %s", PV_STR_FMT(path), why.text);
    return PV_SUCCESS;
}

static PV_RESULT finish(struct loading *loading, struct pv_policy *out, struct pv_err *err)
{
    PV_TRY(pv_buf_result(&loading->all, err));
    pv_digest_text(pv_buf_str(&loading->all), loading->policy.sha256);
    *out = loading->policy;
    return PV_SUCCESS;
}

static PV_RESULT read_shipped(struct loading *loading, struct pv_policy *out, struct pv_err *err)
{
    for (size_t i = 0; i < FILES; i++) {
        struct pv_str csv = {0};
        PV_TRY(find_shipped(name_of(i), &csv, err));
        PV_TRY(take(loading, i, csv, err));
    }
    return finish(loading, out, err);
}

struct pv_result pv_policy_read_shipped(struct pv_policy *out, struct pv_err *err)
{
    struct loading loading = {
        .policy = {.id = "pave-first-party", .version = "1.1.0", .blocks = PV_PRIORITY_IMMEDIATE}};
    struct pv_result result = read_shipped(&loading, out, err);
    pv_buf_clear(&loading.all);
    return result;
}

static PV_RESULT load(struct loading *loading, struct pv_policy *out, struct pv_err *err)
{
    struct pv_doc manifest = {0};
    PV_TRY(load_manifest(loading, &manifest, err));
    for (size_t i = 0; i < FILES; i++)
        PV_TRY(load_table(loading, i, err));
    return finish(loading, out, err);
}

PV_RESULT pv_policy_load(struct pv_str folder, struct pv_policy *out, struct pv_err *err)
{
    struct pv_arena mem = {0};
    while (folder.n > 1 && folder.p[folder.n - 1] == '/')
        folder.n--;
    struct loading loading = {
        .mem = &mem, .folder = folder, .policy = {.blocks = PV_PRIORITY_IMMEDIATE}};
    struct pv_result result = load(&loading, out, err);
    pv_buf_clear(&loading.all);
    pv_arena_clear(&mem);
    return result;
}
