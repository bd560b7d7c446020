/* SPDX-License-Identifier: Apache-2.0 */
/*
 * xml_internal: how a metavariable is spelled as the name of a tag.
 */
#ifndef PV_ENGINE_LANG_XML_XML_INTERNAL_H
#define PV_ENGINE_LANG_XML_XML_INTERNAL_H

#include "engine/lang/pattern_internal.h"

/* Before the name, in which `:` stands for `_`. */
#define PV_XML_TAG "pvm-"

#endif
