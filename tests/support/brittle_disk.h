/* SPDX-License-Identifier: Apache-2.0 */
/*
 * brittle_disk: SQLite on a disk that goes wrong at its n-th write.
 *
 * Makes itself SQLite's way to the system; every file that is opened from then
 * on goes through it, and writing, cutting, syncing and deleting are counted.
 * A process that ends is one from whose end on nothing reaches the disk: what
 * it still tries is refused, as the files would be closed to it.
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

/* `nth` begins at 1. One at a time. */
void brittle_disk_begin(enum brittle_disk_kind kind, size_t nth);

/* Ends it, when all its files are closed. Whether there was an n-th write. */
bool brittle_disk_end(void);

#endif
