/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/rule_cache.h"

#include "sys/environment.h"
#include "sys/file.h"
#include "sys/folder.h"
#include "sys/save.h"

enum {
    SLOTS = 64,
    IMAGE_BYTES_MAX = 64 << 20,
    SOURCE_BYTES_MIN = 8 << 10, /* less is read faster than an image is written */
};

/* The folder that caches are in; empty when there is none to be told. */
static PV_RESULT find_root(struct pv_arena *mem, struct pv_str *out, struct pv_err *err)
{
    struct pv_str home = pv_environment("HOME");
    struct pv_str root = pv_environment("XDG_CACHE_HOME");
    if (pv_str_has_prefix(root, PV_STR("/"))) {
        *out = root;
        return PV_SUCCESS;
    }
    if (!pv_str_has_prefix(home, PV_STR("/")))
        return PV_SUCCESS;
    return pv_str_format(mem, out, err, "%.*s/.cache", PV_STR_FMT(home));
}

/* Where the image of `key` is or would be; the folder is made and is the caller's own. */
static PV_RESULT find_slot(struct pv_arena *mem, uint64_t key, struct pv_str *out,
                           struct pv_err *err)
{
    struct pv_str root = {0};
    struct pv_str folder = {0};
    struct pv_file_info info = {0};
    PV_TRY(find_root(mem, &root, err));
    if (!root.n)
        return pv_fail(err, PV_NOT_FOUND, 0, "a cache folder");
    if (!pv_is_ok(pv_file_look(root, &info, err)))
        PV_TRY(pv_folder_make_own(root, err));
    PV_TRY(pv_str_format(mem, &folder, err, "%.*s/pave", PV_STR_FMT(root)));
    PV_TRY(pv_folder_make_own(folder, err));
    return pv_str_format(mem, out, err, "%.*s/rules-%02u", PV_STR_FMT(folder),
                         (unsigned)(key % SLOTS));
}

static bool is_worth_it(const struct pv_rule_origin *origin)
{
    size_t bytes = 0;
    PV_VEC_EACH (const struct pv_rule_source, source, &origin->sources.list)
        bytes += source->text.n;
    return origin->sources.list.n == 0 || bytes >= SOURCE_BYTES_MIN;
}

static PV_RESULT read_image(struct pv_rule_set *set, const struct pv_rule_origin *origin,
                            struct pv_str slot, struct pv_err *err)
{
    struct pv_str image = {0};
    PV_TRY(pv_file_read_text(&set->mem, slot, IMAGE_BYTES_MAX, &image, err));
    return pv_rule_image_read(set, origin, image, err);
}

static PV_RESULT read_sources(struct pv_rule_set *set, const struct pv_rule_origin *origin,
                              struct pv_err *err)
{
    if (origin->sources.list.n == 0)
        return pv_rule_set_read_shipped(set, err);
    PV_VEC_EACH (const struct pv_rule_source, source, &origin->sources.list)
        PV_TRY(pv_rule_set_read(set, source->path, source->text, err));
    return PV_SUCCESS;
}

/* A cache need not survive a power failure: the image says itself whether it is whole. */
static int skip_sync(int descriptor)
{
    (void)descriptor;
    return 0;
}

static void write_image(const struct pv_rule_set *set, const struct pv_rule_origin *origin,
                        struct pv_str slot)
{
    const struct pv_save_steps steps = {.sync = skip_sync};
    struct pv_buf image = {.max = IMAGE_BYTES_MAX};
    if (pv_rule_image_write(set, origin, &image))
        pv_ignore(pv_save_by(&steps, slot, pv_buf_str(&image), NULL));
    pv_buf_clear(&image);
}

struct pv_result pv_rule_cache_load(struct pv_arena *mem, struct pv_rule_set *set,
                                    const struct pv_rule_origin *origin, struct pv_err *err)
{
    struct pv_str slot = {0};
    struct pv_rule_wish wish = set->wish;
    uint64_t key = pv_rule_image_key(set, origin);
    bool has_slot = is_worth_it(origin) && pv_is_ok(find_slot(mem, key, &slot, NULL));
    if (has_slot && pv_is_ok(read_image(set, origin, slot, NULL)))
        return PV_SUCCESS;
    pv_rule_set_clear(set);
    set->wish = wish;
    PV_TRY(read_sources(set, origin, err));
    if (has_slot)
        write_image(set, origin, slot);
    return PV_SUCCESS;
}
