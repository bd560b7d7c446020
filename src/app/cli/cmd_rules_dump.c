/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/cmd_rules.h"

#include "base/buf.h"
#include "engine/lang/lang.h"
#include "engine/scan/scan_limits.h"
#include "sys/file.h"

static PV_RESULT find_lang(const struct pv_args *args, struct pv_str path,
                           const struct pv_lang **out, struct pv_err *err)
{
    struct pv_str name = pv_args_text(args, PV_OPT_RULES_LANG);
    const struct pv_lang *lang = name.n ? pv_lang_find(name) : pv_lang_of_path(path);

    if (!lang && name.n)
        return pv_fail(err, PV_INVALID, 0, "%.*s: unknown language; `pave version` lists them",
                       PV_STR_FMT(name));
    if (!lang)
        return pv_fail(err, PV_INVALID, 0,
                       "rules dump: needs --lang, which says what language it is");
    *out = lang;
    return PV_SUCCESS;
}

static PV_RESULT dump_pattern(struct pv_cli *cli, const struct pv_args *args, struct pv_buf *out,
                              struct pv_err *err)
{
    struct pv_vocab vocab = {0};
    struct pv_pattern_source source = {0};
    const struct pv_lang *lang = NULL;

    PV_TRY(find_lang(args, PV_STR(""), &lang, err));
    PV_TRY(pv_lang_parse_pattern(cli->mem, lang, pv_args_text(args, PV_OPT_RULES_PATTERN), &vocab,
                                 &source, err));
    pv_tree_dump(&source.tree, 0, &vocab, out);
    return PV_SUCCESS;
}

static PV_RESULT dump_file(struct pv_cli *cli, const struct pv_args *args, struct pv_buf *out,
                           struct pv_err *err)
{
    const struct pv_parse_options options = {0};
    struct pv_str path = args->operands.p[1];
    const struct pv_lang *lang = NULL;
    struct pv_str text = {0};
    struct pv_tree tree = {0};

    PV_TRY(find_lang(args, path, &lang, err));
    PV_TRY(pv_file_read_text(cli->mem, path, PV_SCAN_FILE_BYTES, &text, err));
    PV_TRY(pv_lang_parse(cli->mem, lang, text, &options, &tree, err));
    pv_tree_dump(&tree, 0, NULL, out);
    return PV_SUCCESS;
}

enum pv_exit pv_rules_dump(struct pv_cli *cli, const struct pv_args *args)
{
    bool is_pattern = pv_args_has(args, PV_OPT_RULES_PATTERN);
    struct pv_buf out = {0};
    struct pv_err err = {0};

    if (args->operands.n != (is_pattern ? 1 : 2)) {
        pv_cli_say("rules dump: expected a file, or --lang LANG --pattern PATTERN");
        return PV_EXIT_USAGE;
    }
    struct pv_result result =
        is_pattern ? dump_pattern(cli, args, &out, &err) : dump_file(cli, args, &out, &err);
    enum pv_exit exit =
        pv_is_ok(result) ? pv_cli_print(&out) : pv_cli_fail(pv_cli_exit_of(result.code), &err);
    pv_buf_clear(&out);
    return exit;
}
