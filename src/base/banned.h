/* SPDX-License-Identifier: Apache-2.0 */
/*
 * banned: functions that write without a bound, keep hidden state, or run a
 * shell. The build includes this file first everywhere, so a use of one does
 * not compile. The system's own headers come first, since they declare them.
 */
#ifndef PV_BASE_BANNED_H
#define PV_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Macros in some C libraries, and a macro cannot be poisoned quietly. */
#undef alloca
#undef sprintf
#undef vsprintf

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf strtok atoi atol atoll gets
#pragma GCC poison scanf sscanf fscanf alloca system rand srand tmpnam mktemp

#endif
