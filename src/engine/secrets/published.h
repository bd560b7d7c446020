/* SPDX-License-Identifier: Apache-2.0 */
/*
 * published: keys of a secret one's form that pages and apps carry for all to see.
 */
#ifndef PV_ENGINE_SECRETS_PUBLISHED_H
#define PV_ENGINE_SECRETS_PUBLISHED_H

#include "engine/secrets/search.h"

/*
 * Whether what stands around the key `secret` says that it is published on purpose: the settings
 * of a page or an app, a name of such; or whether nothing stands on its line that would use it.
 */
bool pv_published_is(const struct pv_secret_search *search, const struct pv_secret *secret);

#endif
