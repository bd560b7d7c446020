/* SPDX-License-Identifier: Apache-2.0 */
/*
 * api: what every public header of libpave needs.
 */
#ifndef PAVE_API_H
#define PAVE_API_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define PAVE_BEGIN extern "C" {
#define PAVE_END }
#else
#define PAVE_BEGIN
#define PAVE_END
#endif

/* Exported. */
#define PAVE_API __attribute__((visibility("default")))

/* A result that is dropped is a warning: a refused message must not pass for an opened one. */
#define PAVE_CHECKED __attribute__((warn_unused_result))

#endif
