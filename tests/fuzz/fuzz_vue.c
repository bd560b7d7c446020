/* SPDX-License-Identifier: Apache-2.0 */
#include "support/fuzz_lang.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_language(PV_STR("vue"), data, size);
}
