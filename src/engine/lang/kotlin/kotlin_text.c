/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Words of Kotlin that its grammar does not know: functions without a name that may
 * wait, and interfaces of one function.
 */
#include "engine/lang/kotlin/kotlin_internal.h"

void pv_kotlin_blank(char *text, size_t n)
{
    pv_lang_blank_word(text, n, PV_STR("suspend"), PV_STR("{"));
    pv_lang_blank_word(text, n, PV_STR("fun"), PV_STR("interface "));
}
