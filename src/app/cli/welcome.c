/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/help.h"

#include "engine/lang/lang.h"
#include "engine/scan/git.h"
#include "engine/scan/walk.h"

enum { LANGS_MAX = 64 };

/* What a scan of the current folder would read. */
struct sight {
    size_t files; /* in a language that Pave reads */
    size_t by_lang[LANGS_MAX];
    bool is_repository;
};

static void look_around(struct pv_arena *mem, struct sight *out)
{
    const struct pv_str here = PV_STR(".");
    struct pv_targets targets = {0};
    struct pv_str root = {0};
    struct pv_str prefix = {0};

    out->is_repository = pv_is_ok(pv_git_locate(mem, ".", &root, &prefix, NULL));
    /* A folder that cannot be looked at is an empty one here; a scan will say why. */
    pv_ignore(pv_walk(mem, &here, 1, &(struct pv_walk_options){0}, &targets, NULL));
    for (size_t i = 0; i < targets.files.n; i++) {
        const struct pv_lang *lang = pv_lang_of_path(targets.files.p[i].path);
        for (size_t k = 0; lang && k < LANGS_MAX && pv_lang_at(k); k++) {
            if (pv_lang_at(k) == lang) {
                out->by_lang[k]++;
                out->files++;
            }
        }
    }
}

static void add_sight(struct pv_buf *out, const struct sight *sight)
{
    const char *before = ": ";

    pv_buf_format(out, "the current folder, %zu file%s", sight->files,
                  sight->files == 1 ? "" : "s");
    for (size_t i = 0; i < LANGS_MAX && pv_lang_at(i); i++) {
        if (sight->by_lang[i] == 0)
            continue;
        pv_buf_format(out, "%s%zu %.*s", before, sight->by_lang[i],
                      PV_STR_FMT(pv_lang_name(pv_lang_at(i))));
        before = ", ";
    }
}

enum pv_exit pv_help_welcome(struct pv_cli *cli)
{
    struct pv_buf out = {0};
    struct sight sight = {0};

    look_around(cli->mem, &sight);
    if (sight.files == 0) {
        pv_help_write_overview(&out);
        PV_BUF_LIT(&out, "\nThe current folder holds no source code that Pave reads.\n");
    } else {
        PV_BUF_LIT(&out, "Pave finds chosen classes of security concern in source code.\n\n"
                         "  pave scan                 ");
        add_sight(&out, &sight);
        if (sight.is_repository)
            PV_BUF_LIT(
                &out,
                "\n  pave scan --diff HEAD     only what you have changed since the last commit"
                "\n  pave scan --staged        only what you are about to commit");
        PV_BUF_LIT(&out, "\n  pave fix                  what the fixes of its concerns would change"
                         "\n  pave rules list           what it looks for"
                         "\n  pave help                 everything else\n");
    }
    return pv_cli_print(&out);
}
