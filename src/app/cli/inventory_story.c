/* SPDX-License-Identifier: Apache-2.0 */
#include "app/cli/inventory_story.h"

#include "base/attr.h"
#include "text/json.h"

#include <stdlib.h>

enum { PLACES_SHOWN = 3 };

static int compare(const void *left, const void *right)
{
    const struct pv_crypto_use *a = *(const struct pv_crypto_use *const *)left;
    const struct pv_crypto_use *b = *(const struct pv_crypto_use *const *)right;
    int order = strcmp(a->algorithm.name, b->algorithm.name);
    if (order == 0)
        order = pv_str_cmp(a->library, b->library);
    if (order == 0)
        order = pv_str_cmp(a->path, b->path);
    if (order != 0)
        return order;
    return (a->line > b->line) - (a->line < b->line);
}

static bool is_same_row(const struct pv_crypto_use *a, const struct pv_crypto_use *b)
{
    return strcmp(a->algorithm.name, b->algorithm.name) == 0 && pv_str_eq(a->library, b->library);
}

/* What is known to be broken or too short; password hashes and unknown names are not judged. */
static bool is_weak(const struct pv_algorithm *algorithm)
{
    static const char *const judged[] = {"hash", "block-cipher", "stream-cipher",
                                         "ae",   "signature",    "pke"};
    if (algorithm->tls_version)
        return algorithm->tls_version[0] && strcmp(algorithm->tls_version, "1.2") < 0;
    if (algorithm->mode && strcmp(algorithm->mode, "ecb") == 0)
        return true;
    for (size_t i = 0; i < PV_COUNT(judged); i++)
        if (strcmp(algorithm->primitive, judged[i]) == 0)
            return algorithm->strength_bits < 112;
    return false;
}

static void add_row(struct pv_paint *paint, const struct pv_crypto_use *const *uses, size_t n)
{
    const struct pv_crypto_use *first = uses[0];
    enum pv_ink ink = first->is_pave               ? PV_INK_GOOD
                      : is_weak(&first->algorithm) ? PV_INK_OUT_OF_CYCLE
                                                   : PV_INK_RULE;
    pv_paint_begin(paint, ink);
    pv_paint_clean(paint, pv_str_of(first->algorithm.name));
    pv_paint_end(paint);
    size_t width = pv_paint_width(pv_str_of(first->algorithm.name));
    pv_buf_format(paint->out, "%*s %-4s ", width < 24 ? (int)(24 - width) : 0, "",
                  is_weak(&first->algorithm) ? "weak" : "");
    pv_buf_format(paint->out, "%-16.*s %4zu  ", PV_STR_FMT(first->library), n);
    for (size_t i = 0; i < n && i < PLACES_SHOWN; i++) {
        pv_buf_format(paint->out, "%s", i ? ", " : "");
        pv_paint_begin(paint, PV_INK_PLACE);
        pv_paint_clean(paint, uses[i]->path);
        pv_buf_format(paint->out, ":%u", uses[i]->line);
        pv_paint_end(paint);
    }
    if (n > PLACES_SHOWN)
        pv_buf_format(paint->out, " … and %zu more", n - PLACES_SHOWN);
    pv_buf_add_byte(paint->out, '\n');
}

/* "phi, credential" */
static void add_data(struct pv_paint *paint, const struct pv_service *service)
{
    for (size_t i = 0; i < service->data.n; i++) {
        const struct pv_data_item *item = &service->data.items[i];
        pv_buf_format(paint->out, "%s%.*s", i ? ", " : "  holds ", PV_STR_FMT(item->name));
    }
}

/* How many uses there are, and how many of them go through the library. */
struct adoption {
    size_t through;
    size_t n;
};

static void add_uses_of(const struct pv_inventory *inventory, const struct pv_service *service,
                        struct adoption *out)
{
    for (size_t i = 0; i < inventory->n; i++) {
        if (!pv_str_eq(inventory->uses[i].service, service->name))
            continue;
        out->n++;
        out->through += inventory->uses[i].is_pave;
    }
}

static void add_services(struct pv_paint *paint, const struct pv_inventory *inventory,
                         const struct pv_catalog *catalog)
{
    PV_VEC_EACH (const struct pv_service, service, &catalog->services) {
        struct adoption adoption = {0};
        add_uses_of(inventory, service, &adoption);
        pv_buf_format(paint->out, "  %-20.*s %3zu of %3zu", PV_STR_FMT(service->name),
                      adoption.through, adoption.n);
        add_data(paint, service);
        pv_buf_add_byte(paint->out, '\n');
    }
}

static bool holds(const struct pv_service *service, struct pv_str class)
{
    for (size_t i = 0; i < service->data.n; i++)
        if (pv_str_eq(service->data.items[i].name, class))
            return true;
    return false;
}

static void add_class(struct pv_paint *paint, const struct pv_inventory *inventory,
                      const struct pv_catalog *catalog, struct pv_str class)
{
    struct adoption adoption = {0};
    size_t services = 0;
    PV_VEC_EACH (const struct pv_service, service, &catalog->services) {
        if (!holds(service, class))
            continue;
        services++;
        add_uses_of(inventory, service, &adoption);
    }
    pv_buf_format(paint->out, "  %-20.*s %3zu of %3zu  in %zu service%s\n", PV_STR_FMT(class),
                  adoption.through, adoption.n, services, services == 1 ? "" : "s");
}

/* Each class of data once, in the order in which services name them. */
static void add_classes(struct pv_paint *paint, const struct pv_inventory *inventory,
                        const struct pv_catalog *catalog)
{
    size_t said = 0;
    for (size_t k = 0; k < catalog->services.n; k++) {
        const struct pv_service *service = &catalog->services.p[k];
        for (size_t i = 0; i < service->data.n; i++) {
            struct pv_str class = service->data.items[i].name;
            bool is_known = false;
            for (size_t before = 0; !is_known && before < k; before++)
                is_known = holds(&catalog->services.p[before], class);
            if (is_known)
                continue;
            if (said++ == 0)
                PV_BUF_LIT(paint->out, "where there is\n");
            add_class(paint, inventory, catalog, class);
        }
    }
}

PV_RESULT pv_inventory_story_text(struct pv_arena *mem, struct pv_paint *paint,
                                  const struct pv_inventory *inventory, struct pv_catalog *catalog,
                                  struct pv_err *err)
{
    const struct pv_crypto_use **uses = NULL;
    size_t through = 0;
    PV_TRY(PV_NEW_ARRAY(mem, inventory->n + 1, &uses, err));
    for (size_t i = 0; i < inventory->n; i++) {
        uses[i] = &inventory->uses[i];
        through += uses[i]->is_pave;
    }
    if (inventory->n > 1)
        qsort(uses, inventory->n, sizeof *uses, compare);
    for (size_t i = 0; i < inventory->n;) {
        size_t n = 1;
        while (i + n < inventory->n && is_same_row(uses[i], uses[i + n]))
            n++;
        add_row(paint, uses + i, n);
        i += n;
    }
    pv_buf_format(paint->out, "%sthrough libpave: %zu of %zu uses\n", inventory->n ? "\n" : "",
                  through, inventory->n);
    add_services(paint, inventory, catalog);
    add_classes(paint, inventory, catalog);
    return PV_SUCCESS;
}

void pv_inventory_story_json(struct pv_buf *out, const struct pv_inventory *inventory)
{
    for (size_t i = 0; i < inventory->n; i++) {
        const struct pv_crypto_use *use = &inventory->uses[i];
        struct pv_json json = {.out = out};
        pv_json_object(&json);
        pv_json_key_str(&json, "algorithm", pv_str_of(use->algorithm.name));
        pv_json_key_str(&json, "use", use->primitive);
        pv_json_key_str(&json, "primitive", pv_str_of(use->algorithm.primitive));
        if (use->algorithm.mode)
            pv_json_key_str(&json, "mode", pv_str_of(use->algorithm.mode));
        if (use->algorithm.size_bits)
            pv_json_key_int(&json, "size_bits", use->algorithm.size_bits);
        pv_json_key_bool(&json, "weak", is_weak(&use->algorithm));
        pv_json_key_str(&json, "library", use->library);
        pv_json_key_bool(&json, "through_libpave", use->is_pave);
        pv_json_key_str(&json, "path", use->path);
        pv_json_key_int(&json, "line", use->line);
        pv_json_key_str(&json, "code", use->code);
        pv_json_key_str(&json, "service", use->service);
        pv_json_end(&json);
        pv_buf_add_byte(out, '\n');
    }
}
