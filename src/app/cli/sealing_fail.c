/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/sealing_fail.h"

#include "crypto/bytes.h"
#include "crypto/header.h"
#include "crypto/library.h"
#include "text/nearest.h"

static enum pv_exit exit_of(enum pave_status status)
{
    switch (status) {
    case PAVE_ARGUMENT:
    case PAVE_SYNTAX:
    case PAVE_UNTRUSTED:
    case PAVE_EXPIRED:
    case PAVE_NO_PURPOSE:
    case PAVE_CONTEXT:
    case PAVE_FORBIDDEN:
    case PAVE_EXISTS:
    case PAVE_NO_FILE: return PV_EXIT_USAGE;
    default: return PV_EXIT_FAILED;
    }
}

/* What is said of files begins with the file, which may be another than `what`. */
static bool is_of_file(enum pave_status status)
{
    return status == PAVE_IO || status == PAVE_NO_FILE || status == PAVE_EXISTS ||
           status == PAVE_BUSY;
}

enum pv_exit pv_sealing_fail(struct pv_str what, enum pave_status status,
                             const struct pave_error *err)
{
    struct pv_str text = pv_str_of(err && err->text[0] ? err->text : pave_error_text(status));
    bool is_said = err && err->text[0];
    bool is_at = is_said && err->offset > 0;

    if (pv_str_has_prefix(text, what) || (is_said && is_of_file(status)))
        pv_cli_say("%.*s", PV_STR_FMT(text));
    else if (is_at && (status == PAVE_SYNTAX || status == PAVE_NEWER || status == PAVE_LIMIT))
        pv_cli_say("%.*s: byte %zu: %.*s", PV_STR_FMT(what), err->offset, PV_STR_FMT(text));
    else
        pv_cli_say("%.*s: %.*s", PV_STR_FMT(what), PV_STR_FMT(text));
    return exit_of(status);
}

static const char *state_of(const struct pave_key *key, uint32_t id)
{
    for (size_t i = 0; i < key->n_entries; i++) {
        if (key->entries[i].header.key_id == id)
            return pv_key_state_name(key->entries[i].state);
    }
    return "unknown";
}

/* Keys of one suite, or of a kind that seals nothing, where the policy has another. */
static enum pv_exit fail_forbidden(const struct pave_key *key, enum pv_suite suite)
{
    struct pv_str purpose = key->purpose->name;
    enum pv_key_kind kind = pv_suite_kind(suite);

    if (kind > PV_KIND_STREAM)
        pv_cli_say("%.*s: its keyset is of kind %s, which seals nothing: choose another purpose",
                   PV_STR_FMT(purpose), pv_key_kind_name(kind));
    else if (!(key->purpose->suites >> suite & 1u))
        pv_cli_say("%.*s: the policy does not allow %s here, which the key is for",
                   PV_STR_FMT(purpose), pv_suite_name(suite));
    else
        pv_cli_say("%.*s: its keyset is of kind %s", PV_STR_FMT(purpose), pv_key_kind_name(kind));
    return exit_of(PAVE_FORBIDDEN);
}

enum pv_exit pv_sealing_fail_seal(const struct pave_key *key, struct pv_str what,
                                  enum pave_status status, const struct pave_error *err)
{
    if (status == PAVE_FORBIDDEN && key->primary != SIZE_MAX)
        return fail_forbidden(key, key->entries[key->primary].header.suite);
    return pv_sealing_fail(what, status, err);
}

enum pv_exit pv_sealing_fail_open(const struct pave_key *key, struct pv_str what,
                                  struct pv_str head, enum pave_status status,
                                  const struct pave_error *err)
{
    if (head.n < PV_HEADER_BYTES)
        return pv_sealing_fail(what, status, err);
    uint32_t id = pv_bytes_u32(head.p + 2);
    unsigned second = (unsigned char)head.p[1];
    if (status == PAVE_NO_KEY)
        pv_cli_say(
            "%.*s: sealed with key %08x, which the keyset of %.*s has not: another purpose's, "
            "or the keyset file is an old copy",
            PV_STR_FMT(what), (unsigned)id, PV_STR_FMT(key->purpose->name));
    else if (status == PAVE_KEY_STATE)
        pv_cli_say("%.*s: key %08x is %s%s", PV_STR_FMT(what), (unsigned)id, state_of(key, id),
                   pv_str_eq(pv_str_of(state_of(key, id)), PV_STR("disabled"))
                       ? "; `pave keys restore` brings it back"
                       : "");
    else if (status == PAVE_FORBIDDEN)
        return fail_forbidden(key, (enum pv_suite)(second & 15));
    else if (status == PAVE_NEWER)
        pv_cli_say(
            "%.*s: sealed by version %u with suite %u, which this pave does not know: update it",
            PV_STR_FMT(what), second >> 4, second & 15);
    else
        return pv_sealing_fail(what, status, err);
    return exit_of(status);
}

enum pv_exit pv_sealing_fail_purpose(const struct pave_library *library, struct pv_str purpose)
{
    struct pv_nearest nearest = pv_nearest_of(purpose);
    PV_VEC_EACH (struct pv_purpose, one, &library->policy.purposes)
        pv_nearest_offer(&nearest, one->name);
    if (nearest.best.p)
        pv_cli_say("%.*s: no such purpose in the policy; did you mean %.*s?", PV_STR_FMT(purpose),
                   PV_STR_FMT(nearest.best));
    else
        pv_cli_say("%.*s: no such purpose in the policy, which lists its purposes",
                   PV_STR_FMT(purpose));
    return PV_EXIT_USAGE;
}
