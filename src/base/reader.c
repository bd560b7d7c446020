/* SPDX-License-Identifier: Apache-2.0 */
#include "base/reader.h"

bool pv_reader_accept(struct pv_reader *in, char byte)
{
    if (pv_reader_peek(in, 0) != (unsigned char)byte)
        return false;
    in->at++;
    return true;
}

bool pv_reader_accept_str(struct pv_reader *in, struct pv_str word)
{
    if (!pv_str_has_prefix(pv_str_sub(in->text, in->at, in->text.n), word))
        return false;
    in->at += word.n;
    return true;
}

struct pv_result pv_reader_expect(struct pv_reader *in, char byte)
{
    if (pv_reader_accept(in, byte))
        return PV_SUCCESS;
    return pv_fail(in->err, PV_SYNTAX, in->at, "expected '%c'", byte);
}

struct pv_str pv_reader_skip(struct pv_reader *in, bool (*is_part)(unsigned char byte))
{
    size_t start = in->at;
    while (!pv_reader_is_end(in) && is_part((unsigned char)in->text.p[in->at]))
        in->at++;
    return pv_str_sub(in->text, start, in->at);
}

struct pv_result pv_reader_run(struct pv_reader *in, bool (*is_part)(unsigned char byte),
                               const char *what, struct pv_str *out)
{
    struct pv_str run = pv_reader_skip(in, is_part);
    if (run.n == 0)
        return pv_fail(in->err, PV_SYNTAX, in->at, "expected %s", what);
    *out = run;
    return PV_SUCCESS;
}

static bool is_digit(unsigned char byte)
{
    return byte >= '0' && byte <= '9';
}

struct pv_result pv_reader_u32(struct pv_reader *in, uint32_t max, uint32_t *out)
{
    struct pv_str digits = {0};
    uint32_t value = 0;
    size_t start = in->at;
    PV_TRY(pv_reader_run(in, is_digit, "a number", &digits));
    for (size_t i = 0; i < digits.n; i++) {
        uint32_t digit = (uint32_t)(digits.p[i] - '0');
        if (value > max / 10 || value * 10 > max - digit || digit > max)
            return pv_fail(in->err, PV_RANGE, start, "expected a number of at most %u", max);
        value = value * 10 + digit;
    }
    *out = value;
    return PV_SUCCESS;
}

struct pv_result pv_reader_end(struct pv_reader *in)
{
    if (pv_reader_is_end(in))
        return PV_SUCCESS;
    return pv_fail(in->err, PV_SYNTAX, in->at, "expected the end");
}
