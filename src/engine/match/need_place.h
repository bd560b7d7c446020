/* SPDX-License-Identifier: Apache-2.0 */
/*
 * need_place: where in the code a word has to stand, beyond that it is there.
 *
 * A need's word may be written with that: "f(" is called or imported, ".f" is
 * reached in an object, ".f(" both, "m.f(" is reached in m, imported or
 * reached in what m was renamed to, "f=" is an argument's name, "@f" stands in a decorator or is
 * imported. "'foo" says that a piece of a text ends with the beginning of foo, and "foo'" that one
 * begins with the end of it, as both do in "f" + "oo". What a language's signs allow is more than
 * its grammar does, never less.
 */
#ifndef PV_ENGINE_MATCH_NEED_PLACE_H
#define PV_ENGINE_MATCH_NEED_PLACE_H

#include "base/str.h"
#include "engine/lang/lang.h"

struct pv_need_place {
    struct pv_str word;   /* empty when the text is no word in its place */
    struct pv_str object; /* empty: any, or none */
    bool is_called;
    bool is_given;
    bool is_reached;
    bool is_marked;
    bool is_begun; /* a piece ends with less than the word */
    bool is_ended;
};

/* Takes such a text apart; the word is part of it. */
struct pv_need_place pv_need_place_of(struct pv_str text);

/*
 * Whether the word from `start` to `end` of a text, which is place->word, stands
 * where it has to: not for pieces. For one that is marked, only whether it is imported under
 * another name. `signs` may be NULL: then it does, wherever it stands.
 */
bool pv_need_is_in_place(const struct pv_lang_signs *signs, struct pv_str text, size_t start,
                         size_t end, const struct pv_need_place *place);

/* Whether the object from `start` to `end` is a module to which an import gives another name. */
bool pv_need_is_renamed(const struct pv_lang_signs *signs, struct pv_str text, size_t start,
                        size_t end);

/* Whether a piece of a text may end at `at`, or begin there. */
bool pv_need_ends_piece(struct pv_str text, size_t at);
bool pv_need_begins_piece(struct pv_str text, size_t at);

/*
 * The next line from `*at` on that begins with the mark, with what brackets and
 * strings add to it: false when there is none. `*at` is put behind its mark. What
 * has no end within PV_NEED_MARKED_BYTES_MAX is all the rest.
 */
bool pv_need_next_marked(const struct pv_lang_signs *signs, struct pv_str text, size_t *at,
                         struct pv_str *out);

#endif
