/* SPDX-License-Identifier: Apache-2.0 */
#include "text/glob.h"

#include "text/glob_class.h"

#include <stdint.h>

/* Where to go on when what was tried does not fit. */
struct retry {
    size_t pattern;
    size_t path; /* SIZE_MAX: there is nothing to retry */
};

struct walk {
    struct pv_str pattern;
    struct pv_str path;
    size_t p;
    size_t at;
    struct retry star;  /* the last "*": takes one byte more, but no slash */
    struct retry stars; /* the last "**": takes one folder more */
};

/* Takes one byte of the path by one element of the pattern that is not a star. */
static bool take_one(struct walk *walk)
{
    unsigned char byte = (unsigned char)walk->path.p[walk->at];
    size_t p = walk->p;
    size_t end = p + 1;
    bool fits = false;
    if (p >= walk->pattern.n)
        return false;
    char element = walk->pattern.p[p];
    if (element == '[') {
        end = pv_glob_class_end(walk->pattern, p);
        /* As git: a class that is never closed matches nothing, not even itself. */
        fits = end != SIZE_MAX && byte != '/' && pv_glob_class_has(walk->pattern, p, end, byte);
    } else if (element == '?') {
        fits = byte != '/';
    } else {
        if (element == '\\' && end < walk->pattern.n)
            end++;
        fits = (unsigned char)walk->pattern.p[end - 1] == byte;
    }
    if (!fits)
        return false;
    walk->p = end;
    walk->at++;
    return true;
}

/* Behind the stars at `p`. */
static size_t find_stars_end(struct pv_str pattern, size_t p)
{
    while (p < pattern.n && pattern.p[p] == '*')
        p++;
    return p;
}

/* Two stars or more with a slash or nothing on both sides; else they are plain ones. */
static bool is_double_star(struct pv_str pattern, size_t p, size_t end)
{
    bool starts = p == 0 || pattern.p[p - 1] == '/';
    return end - p > 1 && starts && (end == pattern.n || pattern.p[end] == '/');
}

/* Remembers a star and passes it. True when the rest of the path is taken whatever it is. */
static bool pass_star(struct walk *walk)
{
    size_t end = find_stars_end(walk->pattern, walk->p);
    if (!is_double_star(walk->pattern, walk->p, end)) {
        walk->p = end;
        walk->star = (struct retry){walk->p, walk->at};
        return false;
    }
    if (end == walk->pattern.n)
        return true;
    walk->p = end + 1;
    walk->stars = (struct retry){walk->p, walk->at};
    walk->star.path = SIZE_MAX;
    return false;
}

/* Goes back to the last star that can take more. */
static bool retry(struct walk *walk)
{
    if (walk->star.path != SIZE_MAX && walk->path.p[walk->star.path] != '/') {
        walk->star.path++;
        walk->p = walk->star.pattern;
        walk->at = walk->star.path;
        return true;
    }
    if (walk->stars.path == SIZE_MAX)
        return false;
    size_t at = walk->stars.path;
    while (at < walk->path.n && walk->path.p[at] != '/')
        at++;
    if (at >= walk->path.n)
        return false;
    walk->stars.path = at + 1;
    walk->star.path = SIZE_MAX;
    walk->p = walk->stars.pattern;
    walk->at = at + 1;
    return true;
}

/*
 * Only the last star of each kind is ever tried again: what an earlier one could
 * take more, the last can take too. So the steps are bounded by the pattern's
 * length times the square of the path's, and nothing recurses.
 */
static bool is_match(struct pv_str pattern, struct pv_str path)
{
    struct walk walk = {.pattern = pattern, .path = path};
    walk.star.path = SIZE_MAX;
    walk.stars.path = SIZE_MAX;
    for (;;) {
        while (walk.p < pattern.n && pattern.p[walk.p] == '*' && walk.at < path.n)
            if (pass_star(&walk))
                return true;
        if (walk.at < path.n) {
            if (!take_one(&walk) && !retry(&walk))
                return false;
            continue;
        }
        /* A star that took more would leave less of the path, and there is none left. */
        return find_stars_end(pattern, walk.p) == pattern.n;
    }
}

static bool is_plain(char byte)
{
    return byte != '/' && byte != '*' && byte != '?';
}

static uint64_t pair_bit(char one, char other)
{
    unsigned pair = (unsigned char)one * 37U + (unsigned char)other * 101U;
    return UINT64_C(1) << ((pair ^ pair >> 6) & 63);
}

/* A class or an escape may stand for anything: then nothing is known of the pattern. */
static uint64_t pairs_of_pattern(struct pv_str pattern)
{
    uint64_t pairs = 0;
    for (size_t i = 0; i < pattern.n; i++) {
        if (pattern.p[i] == '[' || pattern.p[i] == '\\')
            return 0;
        if (i > 0 && is_plain(pattern.p[i - 1]) && is_plain(pattern.p[i]))
            pairs |= pair_bit(pattern.p[i - 1], pattern.p[i]);
    }
    return pairs;
}

uint64_t pv_glob_pairs(struct pv_str path)
{
    uint64_t pairs = 0;
    for (size_t i = 1; i < path.n; i++)
        pairs |= pair_bit(path.p[i - 1], path.p[i]);
    return pairs;
}

struct pv_glob pv_glob_of(struct pv_str text)
{
    struct pv_glob glob = {.pattern = text};
    if (glob.pattern.n > 0 && glob.pattern.p[glob.pattern.n - 1] == '/') {
        glob.is_for_folders = true;
        glob.pattern.n--;
    }
    glob.is_anchored = pv_str_rfind_byte(glob.pattern, '/') != SIZE_MAX;
    if (glob.pattern.n > 0 && glob.pattern.p[0] == '/')
        glob.pattern = pv_str_sub(glob.pattern, 1, glob.pattern.n);
    glob.pairs = pairs_of_pattern(glob.pattern);
    return glob;
}

bool pv_glob_is_match(const struct pv_glob *glob, struct pv_str path, bool is_folder)
{
    if (glob->is_for_folders && !is_folder)
        return false;
    size_t slash = glob->is_anchored ? SIZE_MAX : pv_str_rfind_byte(path, '/');
    if (slash != SIZE_MAX)
        path = pv_str_sub(path, slash + 1, path.n);
    return is_match(glob->pattern, path);
}

bool pv_glob_is_match_within(const struct pv_glob *glob, struct pv_str path)
{
    for (size_t i = 0; i < path.n; i++)
        if (path.p[i] == '/' && i > 0 && pv_glob_is_match(glob, pv_str_sub(path, 0, i), true))
            return true;
    return pv_glob_is_match(glob, path, false);
}
