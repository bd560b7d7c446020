/* SPDX-License-Identifier: Apache-2.0 */
/*
 * secret_name: what a name says of the value that it is given.
 */
#ifndef PV_ENGINE_SECRETS_SECRET_NAME_H
#define PV_ENGINE_SECRETS_SECRET_NAME_H

#include "base/str.h"

enum pv_secret_name {
    PV_SECRET_NAME_NONE, /* nothing secret */
    PV_SECRET_NAME_PASSWORD,
    PV_SECRET_NAME_TOKEN, /* tokens, keys, secrets: made by machines */
    PV_SECRET_NAME_AUTH,  /* a header or a login */
};

/*
 * Of a name in any spelling: "dbPassword", "DB_PASSWORD_2", "spring.datasource.password",
 * "x-api-key". The last word decides: a "password field" is no password.
 */
enum pv_secret_name pv_secret_name_of(struct pv_str name);

/* Whether a call of this name is given the secret: "setPassword", "password", not "getPassword". */
bool pv_secret_name_is_setter(struct pv_str name);

/* Whether it may open something though it is an id: "access token", not "request token". */
bool pv_secret_name_is_access(struct pv_str name);

/* Whether a value stands beside this name that another name says what it is: "value", "default". */
bool pv_secret_name_is_value(struct pv_str name);

#endif
