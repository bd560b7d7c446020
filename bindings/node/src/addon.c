/* SPDX-License-Identifier: Apache-2.0 */
#include "addon.h"

#include <stdlib.h>

static void release(napi_env env, void *data, void *hint)
{
    (void)env;
    (void)hint;
    free(data);
}

/* An ArrayBuffer of the addon's own, which nobody else can detach: its bytes stay where they are.
 */
static void *share(napi_env env, napi_value exports, const char *name, size_t size, napi_ref *keep)
{
    napi_value buffer = NULL;
    void *bytes = NULL;
    if (napi_create_arraybuffer(env, size, &bytes, &buffer) != napi_ok ||
        napi_create_reference(env, buffer, 1, keep) != napi_ok ||
        napi_set_named_property(env, exports, name, buffer) != napi_ok)
        return NULL;
    return bytes;
}

static void add_constant(napi_env env, napi_value exports, const char *name, int64_t number)
{
    (void)napi_set_named_property(env, exports, name, give_number(env, number));
}

/* Every status by its name. */
static napi_value make_statuses(napi_env env)
{
    napi_value out = NULL;
    if (napi_create_object(env, &out) != napi_ok)
        return NULL;
#define STATUS(name, value, text) add_constant(env, out, #name, value);
    PAVE_STATUS_TABLE(STATUS)
#undef STATUS
    return out;
}

/* What Node.js looks for in the file; it is called once for each environment. */
NAPI_MODULE_EXPORT int32_t node_api_module_get_api_version_v1(void);
NAPI_MODULE_EXPORT napi_value napi_register_module_v1(napi_env env, napi_value exports);

int32_t node_api_module_get_api_version_v1(void)
{
    return NAPI_VERSION;
}

napi_value napi_register_module_v1(napi_env env, napi_value exports)
{
    napi_value version = NULL;
    struct instance *here = calloc(1, sizeof *here);
#define PROPERTY(name, function) {#name, NULL, function, NULL, NULL, NULL, napi_enumerable, here},
    const napi_property_descriptor functions[] = {FUNCTIONS(PROPERTY)};
#undef PROPERTY

    if (!here || napi_set_instance_data(env, here, release, NULL) != napi_ok) {
        free(here);
        (void)napi_throw_error(env, NULL, "pave: out of memory");
        return NULL;
    }
    here->scratch = share(env, exports, "scratch", SCRATCH_BYTES, &here->keeps[0]);
    here->names = share(env, exports, "names", (size_t)SLOTS_MAX * NAME_SLOT, &here->keeps[1]);
    here->packed = share(env, exports, "packed", PACKED_BYTES, &here->keeps[2]);
    here->sizes = share(env, exports, "sizes", RESULTS_MAX * sizeof(uint32_t), &here->keeps[3]);
    here->results = share(env, exports, "results", RESULTS_MAX * sizeof(double), &here->keeps[4]);
    if (!here->scratch || !here->names || !here->packed || !here->sizes || !here->results ||
        napi_define_properties(env, exports, sizeof functions / sizeof functions[0], functions) !=
            napi_ok ||
        napi_create_string_utf8(env, pave_version(), NAPI_AUTO_LENGTH, &version) != napi_ok ||
        napi_set_named_property(env, exports, "version", version) != napi_ok) {
        (void)napi_throw_error(env, NULL, "pave: could not be set up");
        return NULL;
    }
    (void)napi_set_named_property(env, exports, "STATUS", make_statuses(env));
    add_constant(env, exports, "BAD", BAD);
    add_constant(env, exports, "CLOSED", CLOSED);
    return exports;
}

napi_value status_name(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    int64_t number = 0;
    if (!arg_i64(&call, 0, &number))
        return give_number(env, BAD);
    const char *text = pave_error_name((enum pave_status)number);
    return give_text(env, text, strlen(text));
}

napi_value status_text(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    int64_t number = 0;
    if (!arg_i64(&call, 0, &number))
        return give_number(env, BAD);
    const char *text = pave_error_text((enum pave_status)number);
    return give_text(env, text, strlen(text));
}

/* What the last failure said in words; once. */
napi_value last_error(napi_env env, napi_callback_info info)
{
    CALL_BEGIN(call, env, info);
    napi_value text = give_text(env, call.here->err.text, strlen(call.here->err.text));
    call.here->err = (struct pave_error)PAVE_ERROR_INIT;
    return text;
}
