/* SPDX-License-Identifier: Apache-2.0 */
/*
 * vec: an array that grows in an arena.
 *
 * Declare `struct { T *p; size_t n, capacity; }` where it is used (PV_VEC(T)),
 * and push through PV_VEC_PUSH, which gives the address of a zeroed new element.
 * Growing copies within the arena, so pointers to elements do not survive a push.
 */
#ifndef PV_BASE_VEC_H
#define PV_BASE_VEC_H

#include "base/arena.h"

#define PV_VEC(T)                                                                                  \
    struct {                                                                                       \
        T *p;                                                                                      \
        size_t n, capacity;                                                                        \
    }

/* For PV_VEC_PUSH. */
PV_RESULT pv_vec_grow(struct pv_arena *mem, void **p, size_t n, size_t *capacity, size_t size,
                      struct pv_err *err);

/*
 * A PV_RESULT: makes room for one more and points `*out` at it, zeroed.
 * `out` is of type T **.
 */
#define PV_VEC_PUSH(mem, vec, out, err)                                                            \
    pv_vec_push_((mem), (void **)&(vec)->p, &(vec)->n, &(vec)->capacity, sizeof *(vec)->p,         \
                 (void **)(out), (err))

PV_RESULT pv_vec_push_(struct pv_arena *mem, void **p, size_t *n, size_t *capacity, size_t size,
                       void **out, struct pv_err *err);

#define PV_VEC_EACH(T, item, vec)                                                                  \
    for (T *item = (vec)->p, *item##_end = (vec)->p ? (vec)->p + (vec)->n : NULL;                  \
         item != item##_end; item++)

#endif
