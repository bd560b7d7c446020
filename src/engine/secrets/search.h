/* SPDX-License-Identifier: Apache-2.0 */
/*
 * search: one text on its way through the finders of this room.
 */
#ifndef PV_ENGINE_SECRETS_SEARCH_H
#define PV_ENGINE_SECRETS_SEARCH_H

#include "engine/secrets/secrets.h"
#include "engine/secrets/text_kind.h"

struct pv_secret_search {
    struct pv_str text;
    struct pv_str path;
    struct pv_text_kind kind;
};

/* What stands around the byte `at`, from the start of its line to its end. */
struct pv_str pv_search_line(const struct pv_secret_search *search, size_t at);

/*
 * Each looks at the one place `at`, where the byte is that it is for, and says
 * whether a secret belongs to it.
 */

/* '=', ':', ',', '(', '>', '|', '?', ' ' before a quote: a name and its value. */
bool pv_named_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

/* ':' of "scheme://user:password@host". */
bool pv_login_url_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

/* '-': "--password TEXT", "curl -u USER:TEXT". */
bool pv_login_command_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

/* The space before the quote of IDENTIFIED BY 'TEXT' and PASSWORD 'TEXT'. */
bool pv_login_sql_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

/* "-----BEGIN" and the first line of PuTTY's keys. */
bool pv_key_block_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

/* The letters before a space: "Basic TEXT", "Bearer TEXT", "NTLM TEXT". */
bool pv_login_header_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

/* '$' of a password's hash in the form of crypt(3). */
bool pv_password_hash_at(const struct pv_secret_search *search, size_t at, struct pv_secret *out);

/* The passwords of a whole file that is known by its name or its first lines. */
PV_RESULT pv_login_file_find(struct pv_arena *mem, const struct pv_secret_search *search,
                             struct pv_secrets *out, struct pv_err *err);

/* Adds one. PV_LIMIT past PV_SECRETS_MAX. */
PV_RESULT pv_secrets_add(struct pv_arena *mem, struct pv_secrets *secrets, struct pv_secret secret,
                         struct pv_err *err);

/*
 * Whether `value`, which is written where a secret of this sort belongs, may be one. In settings
 * a password need not be drawn by lot: people write theirs there.
 */
bool pv_value_is_password(struct pv_str value, bool is_settings);
bool pv_value_is_key(struct pv_str value);

/* Whether it is text of one piece and neither a placeholder, a reference nor a constant's name. */
bool pv_value_may_be_secret(struct pv_str value);

/* A login "USER:PASSWORD" whose password is one; the same in base64. */
bool pv_value_is_login(struct pv_str value);
bool pv_value_is_basic(struct pv_str value);

/* What everybody writes to try something: "postgres", "admin", the user's name, with a number. */
bool pv_value_is_tried(struct pv_str user, struct pv_str password);

#endif
