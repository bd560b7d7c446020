/* SPDX-License-Identifier: Apache-2.0 */
/* Outlines of anything keep within their bounds, and what a word is said to be is in the text. */
#include "support/fuzz.h"

#include "engine/module/module_limits.h"
#include "engine/module/outline.h"

static void see(void *context, const struct pv_outline_mention *mention)
{
    size_t *n_seen = context;
    struct pv_str qualifier = pv_outline_qualifier(mention);
    pv_assert(mention->start < mention->text.n && qualifier.n < mention->text.n);
    (*n_seen)++;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct pv_str text = fuzz_text(data, size);
    for (size_t i = 0; pv_lang_at(i); i++) {
        struct pv_arena mem = {0};
        struct pv_outline outline = {0};
        struct pv_outline_names names = {0};
        size_t n_seen = 0;
        if (pv_outline_kind_of(pv_lang_at(i)) == PV_OUTLINE_NONE)
            continue;
        pv_ignore(pv_outline_read(&mem, pv_lang_at(i), PV_STR("a/b"), text, &outline, NULL));
        pv_ignore(pv_outline_defines(&mem, pv_lang_at(i), text, &names, NULL));
        pv_assert(outline.imports.n <= PV_OUTLINE_IMPORTS_MAX);
        pv_assert(names.list.n <= PV_OUTLINE_NAMES_MAX);
        pv_outline_mentions(text, see, &n_seen);
        pv_assert(n_seen <= text.n);
        pv_arena_clear(&mem);
    }
    return 0;
}
