/* One reading of a bedside monitor, and its seal. */
#ifndef VITALS_READING_H
#define VITALS_READING_H

#include <stddef.h>
#include <stdint.h>

struct reading {
    uint32_t bed;
    uint32_t beats_per_minute;
    uint64_t at_ms;
};

enum { READING_SEAL_BYTES = 32 };

/* 0 on success. `seal` gets READING_SEAL_BYTES. */
int reading_seal(const struct reading *reading, const unsigned char *key, size_t key_bytes,
                 unsigned char *seal);

/* 1 when the seal is that of the reading, 0 when not, -1 on failure. */
int reading_check(const struct reading *reading, const unsigned char *key, size_t key_bytes,
                  const unsigned char *seal);

#endif
