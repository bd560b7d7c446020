/* SPDX-License-Identifier: Apache-2.0 */
/*
 * algorithm: one name for what libraries call "aes-256-gcm", "AES/GCM/NoPadding"
 * or EVP_aes_256_gcm, with the words that CycloneDX 1.6 has for it.
 */
#ifndef PV_INVENTORY_ALGORITHM_H
#define PV_INVENTORY_ALGORITHM_H

#include "base/str.h"

enum { PV_ALGORITHM_NAME = 80 };

struct pv_algorithm {
    char name[PV_ALGORITHM_NAME]; /* "AES-256-GCM", "TLS 1.2"; as written when it is not known */
    const char *primitive;        /* of CycloneDX: "ae", "hash", …; "unknown" */
    const char *mode;             /* of CycloneDX: "gcm", "cbc" …; NULL */
    unsigned size_bits;           /* of the key; 0: not known */
    unsigned strength_bits;       /* 0: none, or not known */
    const char *tls_version;      /* "1.2" where it is a version of TLS or SSL; NULL */
};

/* `mode` and `size` are what else the code says; may be empty. */
void pv_algorithm_read(struct pv_str text, struct pv_str mode, struct pv_str size,
                       struct pv_algorithm *out);

#endif
