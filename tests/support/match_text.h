/* SPDX-License-Identifier: Apache-2.0 */
/*
 * match_text: matches as text, so that a test can state what it expects in a line.
 *
 *     f ( a , b ) [$X=a $Y=b]; f ( c ) [$X=c]
 */
#ifndef PV_TESTS_SUPPORT_MATCH_TEXT_H
#define PV_TESTS_SUPPORT_MATCH_TEXT_H

#include "base/buf.h"
#include "engine/match/pattern.h"

void match_text(const struct pv_matches *matches, struct pv_str text, const struct pv_vocab *vocab,
                struct pv_buf *out);

/*
 * Marks in `bits` the words of the vocabulary that occur in `text`, those with a
 * place where they stand there in a file of `lang`; NULL: wherever they stand.
 */
void words_of_text(struct pv_str text, const struct pv_lang *lang, const struct pv_vocab *vocab,
                   uint64_t *bits);

#endif
