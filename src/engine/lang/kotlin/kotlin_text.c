/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the bytes of Kotlin say that its grammar does not know: functions without
 * a name that may wait, interfaces of one function, and definitions on the line of
 * their annotations, which it takes for expressions.
 */
#include "engine/lang/kotlin/kotlin_internal.h"

/* Puts what `@A(x)` is written before on a line of its own. */
static void part_lines(char *text, size_t n)
{
    size_t depth = 0;
    bool is_annotation = false;
    bool is_start = true;
    for (size_t at = 0; at < n; at++) {
        char next = at + 1 < n ? text[at + 1] : '\0';
        bool is_behind = is_annotation && depth == 0 && at > 0 && text[at - 1] == ')';
        if (is_behind && text[at] == ' ' && next >= 'a' && next <= 'z') {
            text[at] = '\n';
            is_annotation = false;
        } else if (text[at] == '\n') {
            is_start = depth == 0 || !is_annotation;
            is_annotation = is_annotation && depth > 0;
            depth = is_annotation ? depth : 0;
        } else if (text[at] != ' ' && text[at] != '\t') {
            is_annotation = is_annotation || (is_start && text[at] == '@');
            is_start = false;
            depth += text[at] == '(';
            depth -= text[at] == ')' && depth > 0;
        }
    }
}

void pv_kotlin_blank(char *text, size_t n)
{
    pv_lang_blank_word(text, n, PV_STR("suspend"), PV_STR("{"));
    pv_lang_blank_word(text, n, PV_STR("fun"), PV_STR("interface "));
    part_lines(text, n);
}
