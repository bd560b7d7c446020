/* SPDX-License-Identifier: Apache-2.0 */
/*
 * brittle_disk: SQLite on a disk that goes wrong at its n-th write.
 *
 * Makes itself SQLite's way to the system; every file that is opened from then
 * on goes through it, and writing, cutting, syncing and deleting are counted.
 */
#ifndef PV_TESTS_SUPPORT_BRITTLE_DISK_H
#define PV_TESTS_SUPPORT_BRITTLE_DISK_H

#include <stdbool.h>
#include <stddef.h>

enum brittle_disk_kind {
    BRITTLE_DISK_KILL,  /* the process ends before that write, as by kill -9 */
    BRITTLE_DISK_TORN,  /* the process ends in the middle of it */
    BRITTLE_DISK_POWER, /* and what was not synced is lost */
    BRITTLE_DISK_FULL,  /* it and all later ones fail: no room is left */
    BRITTLE_DISK_KINDS
};

enum { BRITTLE_DISK_EXIT = 99 }; /* the status that such a process ends with */

/* `nth` begins at 1. Once for a process; call it in one that was forked. */
void brittle_disk_begin(enum brittle_disk_kind kind, size_t nth);

/* Whether a write has failed: BRITTLE_DISK_FULL. */
bool brittle_disk_was_hit(void);

#endif
