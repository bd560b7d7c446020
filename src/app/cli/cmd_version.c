/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/command.h"
#include "base/buf.h"
#include "engine/lang/lang.h"
#include "text/doc.h"
#include "text/regex.h"

enum pv_exit pv_cmd_version(struct pv_cli *cli, const struct pv_args *args)
{
    struct pv_buf out = {0};
    const struct pv_lang *lang = NULL;

    (void)cli;
    (void)args;
    PV_BUF_LIT(&out, "pave " PAVE_VERSION "\nlibraries: ");
    pv_doc_add_library(&out);
    PV_BUF_LIT(&out, ", ");
    pv_regex_add_library(&out);
    PV_BUF_LIT(&out, "\nlanguages:");
    for (size_t i = 0; (lang = pv_lang_at(i)) != NULL; i++)
        pv_buf_format(&out, " %.*s", PV_STR_FMT(pv_lang_name(lang)));
    pv_buf_add_byte(&out, '\n');
    return pv_cli_print(&out);
}
