/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/api_code.h"

#include "base/reader.h"
#include "risk/risk_limits.h"

static bool is_of_name(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.';
}

static bool is_of_path(unsigned char byte)
{
    return byte > ' ' && byte != ',' && byte != ';' && byte != 0x7f;
}

static bool is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static PV_RESULT read_api(struct pv_arena *mem, struct pv_reader *in, struct pv_api_codes *out)
{
    struct pv_str api = {0};
    (void)pv_reader_skip(in, is_space);
    PV_TRY(pv_reader_run(in, is_of_name, "the name of an API", &api));
    PV_TRY(pv_reader_expect(in, ':'));
    do {
        struct pv_api_code *slot = NULL;
        struct pv_str path = {0};
        (void)pv_reader_skip(in, is_space);
        if (out->list.n == PV_RISK_API_CODES_MAX)
            return pv_fail(in->err, PV_LIMIT, in->at, "more than %d paths", PV_RISK_API_CODES_MAX);
        PV_TRY(pv_reader_run(in, is_of_path, "a path such as src/claims.py or src/claims/", &path));
        PV_TRY(PV_VEC_PUSH(mem, &out->list, &slot, in->err));
        *slot = (struct pv_api_code){api, pv_glob_of(path)};
        (void)pv_reader_skip(in, is_space);
    } while (pv_reader_accept(in, ','));
    return PV_SUCCESS;
}

PV_RESULT pv_api_codes_parse(struct pv_arena *mem, struct pv_str text, struct pv_api_codes *out,
                             struct pv_err *err)
{
    struct pv_reader in = {.text = text, .err = err};
    struct pv_api_codes codes = {0};
    do
        PV_TRY(read_api(mem, &in, &codes));
    while (pv_reader_accept(&in, ';'));
    PV_TRY(pv_reader_end(&in));
    *out = codes;
    return PV_SUCCESS;
}

bool pv_api_codes_has(const struct pv_api_codes *codes, struct pv_str api, struct pv_str path)
{
    PV_VEC_EACH (const struct pv_api_code, code, &codes->list)
        if (pv_str_eq(code->api, api) && pv_glob_is_match_within(&code->glob, path))
            return true;
    return false;
}
