/* SPDX-License-Identifier: Apache-2.0 */
/*
 * lang_table: for NAME.c, the words in which NAME.def is written. Each line is
 * one row; rows are sorted by symbol.
 *
 *     NODE(for_statement, FOR_EACH, NONE, F(left, TARGET) F(right, VALUE))
 *     NODE(conditional_expression, COND, NONE, R(THEN) R(COND) R(ELSE))
 *     CALLED(set_comprehension, COMPREHENSION, set, NONE)
 *     LEAF(identifier, NAME)
 *     DROP(comment)
 *     LATER(heredoc_body)
 *     UNWRAP(parenthesized_expression)
 *     SPLICE(superclass, BASE)
 *     BODY(else_clause, ELSE)
 *     HOOK(string, lower_string)
 *     HOOK_OF(class_body, CLASS_BODY, lower_class_body)
 *
 * Fields that have the same role everywhere need no F (lower_row.c, common_fields).
 */
#ifndef PV_ENGINE_LANG_LANG_TABLE_H
#define PV_ENGINE_LANG_LANG_TABLE_H

#include "engine/lang/lang_internal.h"

#define F(name, role) {#name, PV_ROLE_##role},
#define R(role) {"", PV_ROLE_##role},
#define NODE(symbol, kind, rest, ...)                                                              \
    {#symbol, PV_LOWER_NODE, PV_##kind, PV_ROLE_##rest, NULL, NULL, {__VA_ARGS__{0}}},
#define CALLED(symbol, kind, word, rest, ...)                                                      \
    {#symbol, PV_LOWER_NODE, PV_##kind, PV_ROLE_##rest, #word, NULL, {__VA_ARGS__{0}}},
#define LEAF(symbol, kind) {#symbol, PV_LOWER_LEAF, PV_##kind, PV_ROLE_NONE, NULL, NULL, {{0}}},
#define DROP(symbol) {#symbol, PV_LOWER_DROP, PV_KIND_NONE, PV_ROLE_NONE, NULL, NULL, {{0}}},
#define LATER(symbol) {#symbol, PV_LOWER_LATER, PV_KIND_NONE, PV_ROLE_NONE, NULL, NULL, {{0}}},
#define UNWRAP(symbol) {#symbol, PV_LOWER_UNWRAP, PV_KIND_NONE, PV_ROLE_NONE, NULL, NULL, {{0}}},
#define SPLICE(symbol, rest, ...)                                                                  \
    {#symbol, PV_LOWER_SPLICE, PV_KIND_NONE, PV_ROLE_##rest, NULL, NULL, {__VA_ARGS__{0}}},
#define BODY(symbol, role)                                                                         \
    {#symbol, PV_LOWER_BODY, PV_KIND_NONE, PV_ROLE_##role, NULL, NULL, {{0}}},
#define HOOK(symbol, hook) {#symbol, PV_LOWER_HOOK, PV_KIND_NONE, PV_ROLE_NONE, NULL, hook, {{0}}},
#define HOOK_OF(symbol, kind, hook)                                                                \
    {#symbol, PV_LOWER_HOOK, PV_##kind, PV_ROLE_NONE, NULL, hook, {{0}}},

#endif
