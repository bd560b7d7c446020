/* SPDX-License-Identifier: Apache-2.0 */
/*
 * attr: the compiler attributes that Pave's contracts are written in.
 */
#ifndef PV_BASE_ATTR_H
#define PV_BASE_ATTR_H

#define PV_MUST_USE __attribute__((warn_unused_result))
#define PV_PRINTF(at, first) __attribute__((format(printf, at, first)))
#define PV_NORETURN __attribute__((noreturn))
#define PV_UNUSED __attribute__((unused))

/*
 * Says which function releases what is returned, so that the compiler's own
 * analysis finds leaks. Clang has no such attribute with an argument.
 */
#if defined(__GNUC__) && !defined(__clang__)
#define PV_FREED_BY(release) PV_MUST_USE __attribute__((malloc(release, 1)))
#else
#define PV_FREED_BY(release) PV_MUST_USE
#endif

/* `release` gets the address of the local when its scope is left. */
#define PV_DEFER(release) __attribute__((cleanup(release)))

/* Elements of an array whose size the compiler knows. */
#define PV_COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
