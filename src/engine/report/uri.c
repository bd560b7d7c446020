/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/report/uri.h"

#include <string.h>

void pv_uri_add_path(struct pv_buf *out, struct pv_str path)
{
    for (size_t i = 0; i < path.n; i++) {
        unsigned char byte = (unsigned char)path.p[i];
        bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                        (byte >= '0' && byte <= '9') || memchr("-._~/", byte, 5);
        if (is_plain)
            pv_buf_add_byte(out, (char)byte);
        else
            pv_buf_format(out, "%%%02X", byte);
    }
}
