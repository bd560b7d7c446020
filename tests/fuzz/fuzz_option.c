/* SPDX-License-Identifier: Apache-2.0 */
/* Whatever is typed is taken whole or refused with a reason, and "--" turns all of it to operands.
 */
#include "support/fuzz.h"

#include "app/cli/command.h"

enum { WORDS_MAX = 32, BYTES_MAX = 4096 };

static void check_words(const char *const *words, size_t n)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    const struct pv_command *scan = pv_command_find(PV_STR("scan"));
    struct pv_args args = {0};
    struct pv_err err = {0};
    struct pv_result result = pv_args_parse(&mem, scan->options, words + 1, n - 1, &args, &err);
    pv_assert(pv_is_ok(result) || (result.code == PV_INVALID && err.text[0]));
    for (size_t i = 0; i < args.given.n; i++)
        pv_assert(args.given.p[i].option < scan->options.n);

    pv_assert(pv_is_ok(pv_args_parse(&mem, scan->options, words, n, &args, NULL)));
    pv_assert(args.operands.n == n - 1 && args.given.n == 0);
}

/* The input's lines are the words. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[BYTES_MAX + 1] = {0};
    const char *words[WORDS_MAX] = {"--"};
    size_t n = 1;
    if (size > BYTES_MAX)
        return 0;
    for (size_t i = 0; i < size; i++)
        text[i] = (char)(data[i] == '\n' ? 0 : data[i]);
    for (size_t at = 0; at < size && n < WORDS_MAX; at += strlen(text + at) + 1)
        words[n++] = text + at;
    check_words(words, n);
    return 0;
}
