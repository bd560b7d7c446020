/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pave: all of libpave.
 */
#ifndef PAVE_PAVE_H
#define PAVE_PAVE_H

#include <pave/context.h>
#include <pave/derive.h>
#include <pave/identity.h>
#include <pave/index.h>
#include <pave/keyset.h>
#include <pave/library.h>
#include <pave/message.h>
#include <pave/paseto.h>
#include <pave/password.h>
#include <pave/random.h>
#include <pave/seal.h>
#include <pave/secret.h>
#include <pave/status.h>
#include <pave/stream.h>
#include <pave/subject.h>
#include <pave/token.h>

PAVE_BEGIN

/* The version of the library, such as "0.2.0"; static text. */
PAVE_API const char *pave_version(void);

PAVE_END

#endif
