/* SPDX-License-Identifier: Apache-2.0 */
#include "risk/data_type.h"

#include "base/reader.h"
#include "risk/risk_limits.h"

static bool is_letter(unsigned char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_of_name(unsigned char byte)
{
    return is_letter(byte) || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || byte == '.';
}

static bool is_space(unsigned char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static PV_RESULT read_name(struct pv_reader *in, struct pv_data_type *type)
{
    struct pv_str text = {0};
    struct pv_err why = {0};
    (void)pv_reader_skip(in, is_space);
    size_t at = in->at;
    PV_TRY(pv_reader_run(in, is_of_name, "a type such as Claim, or a field such as .diagnosis",
                         &text));
    size_t dot = pv_str_rfind_byte(text, '.');
    bool is_field = dot != SIZE_MAX;
    if (is_field)
        text = pv_str_sub(text, dot + 1, text.n);
    struct pv_result result = pv_proof_name_check(text, &why);
    if (!pv_is_ok(result))
        return pv_fail(in->err, result.code, at, "%s", why.text);
    if (type->names.n == PV_PROOF_NAMES_MAX)
        return pv_fail(in->err, PV_LIMIT, at, "more than %d types and fields", PV_PROOF_NAMES_MAX);
    type->names.list[type->names.n++] = (struct pv_proof_name){text, is_field};
    (void)pv_reader_skip(in, is_space);
    return PV_SUCCESS;
}

static PV_RESULT read_type(struct pv_arena *mem, struct pv_reader *in, struct pv_data_types *out)
{
    struct pv_data_type *type = NULL;
    (void)pv_reader_skip(in, is_space);
    if (out->list.n == PV_RISK_ITEMS_MAX)
        return pv_fail(in->err, PV_LIMIT, in->at, "more than %d data items", PV_RISK_ITEMS_MAX);
    PV_TRY(PV_VEC_PUSH(mem, &out->list, &type, in->err));
    *type = (struct pv_data_type){0};
    PV_TRY(pv_reader_run(in, is_letter, "a data class such as phi", &type->item));
    PV_TRY(pv_reader_expect(in, ':'));
    do
        PV_TRY(read_name(in, type));
    while (pv_reader_accept(in, ','));
    return PV_SUCCESS;
}

PV_RESULT pv_data_types_parse(struct pv_arena *mem, struct pv_str text, struct pv_data_types *out,
                              struct pv_err *err)
{
    struct pv_reader in = {.text = text, .err = err};
    *out = (struct pv_data_types){0};
    do
        PV_TRY(read_type(mem, &in, out));
    while (pv_reader_accept(&in, ';'));
    return pv_reader_end(&in);
}
