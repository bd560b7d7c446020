/* SPDX-License-Identifier: Apache-2.0 */
#include "inventory/cbom.h"

#include "base/attr.h"
#include "base/buf.h"
#include "base/vec.h"
#include "text/date.h"
#include "text/json.h"

#include <stdlib.h>

static int compare(const void *left, const void *right)
{
    const struct pv_crypto_use *a = *(const struct pv_crypto_use *const *)left;
    const struct pv_crypto_use *b = *(const struct pv_crypto_use *const *)right;
    int order = strcmp(a->algorithm.name, b->algorithm.name);
    if (order == 0)
        order = pv_str_cmp(a->path, b->path);
    if (order != 0)
        return order;
    return (a->line > b->line) - (a->line < b->line);
}

static void add_reference(struct pv_json *json, const struct pv_crypto_use *use)
{
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    pv_buf_format(&text, "crypto/%s/%s", use->algorithm.tls_version ? "protocol" : "algorithm",
                  use->algorithm.name);
    pv_json_key_str(json, "bom-ref", pv_buf_str(&text));
}

static void add_properties(struct pv_json *json, const struct pv_algorithm *algorithm)
{
    PV_DEFER(pv_buf_clear) struct pv_buf bits = {0};
    pv_json_key(json, "cryptoProperties");
    pv_json_object(json);
    pv_json_key_str(json, "assetType",
                    algorithm->tls_version ? PV_STR("protocol") : PV_STR("algorithm"));
    if (algorithm->tls_version) {
        pv_json_key(json, "protocolProperties");
        pv_json_object(json);
        pv_json_key_str(json, "type", PV_STR("tls"));
        if (algorithm->tls_version[0])
            pv_json_key_str(json, "version", pv_str_of(algorithm->tls_version));
    } else {
        pv_json_key(json, "algorithmProperties");
        pv_json_object(json);
        pv_json_key_str(json, "primitive", pv_str_of(algorithm->primitive));
        if (algorithm->mode)
            pv_json_key_str(json, "mode", pv_str_of(algorithm->mode));
        if (algorithm->size_bits) {
            pv_buf_format(&bits, "%u", algorithm->size_bits);
            pv_json_key_str(json, "parameterSetIdentifier", pv_buf_str(&bits));
        }
        pv_json_key_int(json, "classicalSecurityLevel", algorithm->strength_bits);
    }
    pv_json_end(json);
    pv_json_end(json);
}

static void add_occurrences(struct pv_json *json, const struct pv_crypto_use *const *uses, size_t n)
{
    pv_json_key(json, "evidence");
    pv_json_object(json);
    pv_json_key(json, "occurrences");
    pv_json_array(json);
    for (size_t i = 0; i < n; i++) {
        pv_json_object(json);
        pv_json_key_str(json, "location", uses[i]->path);
        pv_json_key_int(json, "line", uses[i]->line);
        pv_json_key_str(json, "additionalContext", uses[i]->library);
        pv_json_end(json);
    }
    pv_json_end(json);
    pv_json_end(json);
}

static void add_component(struct pv_json *json, const struct pv_crypto_use *const *uses, size_t n)
{
    size_t through_pave = 0;
    for (size_t i = 0; i < n; i++)
        through_pave += uses[i]->is_pave;
    PV_DEFER(pv_buf_clear) struct pv_buf count = {0};
    pv_buf_format(&count, "%zu of %zu", through_pave, n);
    pv_json_object(json);
    pv_json_key_str(json, "type", PV_STR("cryptographic-asset"));
    add_reference(json, uses[0]);
    pv_json_key_str(json, "name", pv_str_of(uses[0]->algorithm.name));
    add_properties(json, &uses[0]->algorithm);
    add_occurrences(json, uses, n);
    pv_json_key(json, "properties");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key_str(json, "name", PV_STR("pave:through-libpave"));
    pv_json_key_str(json, "value", pv_buf_str(&count));
    pv_json_end(json);
    pv_json_end(json);
    pv_json_end(json);
}

static void add_metadata(struct pv_json *json, const struct pv_cbom *cbom)
{
    char now[sizeof "2026-12-01T10:20:30Z"];
    pv_date_write_time(cbom->now, now);
    pv_json_key(json, "metadata");
    pv_json_object(json);
    pv_json_key_str(json, "timestamp", pv_str_of(now));
    pv_json_key(json, "tools");
    pv_json_object(json);
    pv_json_key(json, "components");
    pv_json_array(json);
    pv_json_object(json);
    pv_json_key_str(json, "type", PV_STR("application"));
    pv_json_key_str(json, "name", PV_STR("pave"));
    pv_json_key_str(json, "version", cbom->version);
    pv_json_end(json);
    pv_json_end(json);
    pv_json_end(json);
    pv_json_key(json, "component");
    pv_json_object(json);
    pv_json_key_str(json, "type", PV_STR("application"));
    pv_json_key_str(json, "bom-ref", PV_STR("application"));
    pv_json_key_str(json, "name", cbom->name);
    pv_json_end(json);
    pv_json_end(json);
}

static void add_head(struct pv_json *json, const struct pv_cbom *cbom)
{
    PV_DEFER(pv_buf_clear) struct pv_buf serial = {0};
    pv_buf_format(&serial, "urn:uuid:%s", cbom->serial);
    pv_json_key_str(json, "$schema", PV_STR("http://cyclonedx.org/schema/bom-1.6.schema.json"));
    pv_json_key_str(json, "bomFormat", PV_STR("CycloneDX"));
    pv_json_key_str(json, "specVersion", PV_STR("1.6"));
    pv_json_key_str(json, "serialNumber", pv_buf_str(&serial));
    pv_json_key_int(json, "version", 1);
    add_metadata(json, cbom);
}

PV_RESULT pv_cbom_write(struct pv_arena *mem, const struct pv_cbom *cbom,
                        const struct pv_inventory *inventory, struct pv_buf *out,
                        struct pv_err *err)
{
    struct pv_json json = {.out = out, .is_pretty = true};
    const struct pv_crypto_use **uses = NULL;
    PV_TRY(PV_NEW_ARRAY(mem, inventory->n + 1, &uses, err));
    for (size_t i = 0; i < inventory->n; i++)
        uses[i] = &inventory->uses[i];
    if (inventory->n > 1)
        qsort(uses, inventory->n, sizeof *uses, compare);
    pv_json_object(&json);
    add_head(&json, cbom);
    pv_json_key(&json, "components");
    pv_json_array(&json);
    for (size_t i = 0; i < inventory->n;) {
        size_t n = 1;
        while (i + n < inventory->n &&
               strcmp(uses[i]->algorithm.name, uses[i + n]->algorithm.name) == 0)
            n++;
        add_component(&json, uses + i, n);
        i += n;
    }
    pv_json_end(&json);
    pv_json_end(&json);
    pv_buf_add_byte(out, '\n');
    return pv_buf_result(out, err);
}
