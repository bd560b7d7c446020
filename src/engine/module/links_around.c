/* SPDX-License-Identifier: Apache-2.0 */
/* The files around one: who uses it, what it uses, and what those who use it use. */
#include "engine/module/links_internal.h"
#include "engine/module/module_limits.h"

struct around {
    struct pv_arena *mem;
    const struct pv_links *links;
    uint32_t file;
    size_t bytes;
    size_t bytes_max;
    struct pv_links_unit *out;
    struct pv_err *err;
};

static bool is_known(struct around *a, uint32_t file, bool is_user)
{
    if (file == a->file)
        return true;
    PV_VEC_EACH (struct pv_links_member, member, &a->out->list) {
        if (member->file != file)
            continue;
        member->is_user |= is_user;
        return true;
    }
    return false;
}

struct pv_result pv_links_leave_out(struct pv_arena *mem, struct pv_links_unit *unit, uint32_t file,
                                    enum pv_links_cut cut, struct pv_err *err)
{
    uint32_t *slot = NULL;
    if (unit->cut == PV_LINKS_WHOLE)
        unit->cut = cut;
    PV_VEC_EACH (const uint32_t, known, &unit->left.list)
        if (*known == file)
            return PV_SUCCESS;
    if (unit->left.list.n == PV_LINKS_OF_FILE_MAX)
        return PV_SUCCESS;
    PV_TRY(PV_VEC_PUSH(mem, &unit->left.list, &slot, err));
    *slot = file;
    return PV_SUCCESS;
}

static PV_RESULT add(struct around *a, uint32_t file, bool is_user)
{
    struct pv_links_member *slot = NULL;
    if (is_known(a, file, is_user))
        return PV_SUCCESS;
    size_t bytes = a->bytes + a->links->files[file].bytes;
    if (a->out->list.n == PV_LINKS_UNIT_FILES_MAX)
        return pv_links_leave_out(a->mem, a->out, file, PV_LINKS_CUT_FILES, a->err);
    if (bytes > a->bytes_max)
        return pv_links_leave_out(a->mem, a->out, file, PV_LINKS_CUT_BYTES, a->err);
    PV_TRY(PV_VEC_PUSH(a->mem, &a->out->list, &slot, a->err));
    *slot = (struct pv_links_member){file, is_user};
    a->bytes = bytes;
    return PV_SUCCESS;
}

static PV_RESULT add_all(struct around *a, const struct pv_links_list *files, bool is_user)
{
    PV_VEC_EACH (const uint32_t, file, &files->list)
        PV_TRY(add(a, *file, is_user));
    return PV_SUCCESS;
}

/* One hop further from those of `first` up to `end` that go the same way. */
static PV_RESULT hop(struct around *a, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        struct pv_links_member member = a->out->list.p[i];
        PV_TRY(add_all(
            a, member.is_user ? &a->links->users[member.file] : &a->links->uses[member.file],
            member.is_user));
    }
    return PV_SUCCESS;
}

static bool is_script(const struct pv_outline *outline)
{
    struct pv_str lang = outline ? pv_lang_name(outline->lang) : (struct pv_str){0};
    return pv_str_eq(lang, PV_STR("php")) || pv_str_eq(lang, PV_STR("ruby"));
}

struct pv_result pv_links_around(struct pv_arena *mem, const struct pv_links *links, uint32_t file,
                                 struct pv_links_unit *out, struct pv_err *err)
{
    struct pv_links_unit unit = {0};
    struct around a = {.mem = mem, .links = links, .file = file, .out = &unit, .err = err};
    size_t first = 0;
    a.bytes = links->files[file].bytes;
    a.bytes_max =
        is_script(links->files[file].outline) ? PV_LINKS_SCRIPT_BYTES_MAX : PV_LINKS_UNIT_BYTES_MAX;
    PV_TRY(add_all(&a, &links->users[file], true));
    PV_TRY(add_all(&a, &links->uses[file], false));
    for (int i = 1; i < PV_LINKS_HOPS_MAX; i++) {
        size_t end = unit.list.n;
        PV_TRY(hop(&a, first, end));
        first = end;
    }
    /* Where a caller takes its values from. */
    for (size_t i = 0, n = unit.list.n; i < n; i++)
        if (unit.list.p[i].is_user)
            PV_TRY(add_all(&a, &links->uses[unit.list.p[i].file], false));
    *out = unit;
    return PV_SUCCESS;
}
