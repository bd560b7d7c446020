/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>

void page(void)
{
    sink(getenv("QUERY_STRING")); /* HIT */
    sink(getenv("HTTP_COOKIE"));  /* HIT */
    sink(getenv("HOME"));
}
