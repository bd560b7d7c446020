/* SPDX-License-Identifier: Apache-2.0 */
#include "sys/environment.h"

#include <stdlib.h>

struct pv_str pv_environment(const char *name)
{
    return pv_str_of(getenv(name));
}

struct pv_str pv_environment_user(void)
{
    struct pv_str user = pv_environment("USER");
    return user.n ? user : pv_environment("LOGNAME");
}
