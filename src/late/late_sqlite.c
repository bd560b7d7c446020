/* SPDX-License-Identifier: Apache-2.0 */
#include "late/late.h"

#include <sqlite3.h>

#define LIBRARY "libsqlite3.so.0"

#define LATE(type, name, parameters, arguments) PV_LATE(LIBRARY, type, name, parameters, arguments)

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): the names are ours. */
LATE(int, sqlite3_open_v2, (const char *name, sqlite3 **db, int flags, const char *vfs),
     (name, db, flags, vfs))
LATE(int, sqlite3_close, (sqlite3 * db), (db))
LATE(int, sqlite3_busy_timeout, (sqlite3 * db, int ms), (db, ms))
LATE(const char *, sqlite3_errmsg, (sqlite3 * db), (db))
LATE(const char *, sqlite3_errstr, (int code), (code))
LATE(int, sqlite3_exec,
     (sqlite3 * db, const char *sql, int (*row)(void *, int, char **, char **), void *context,
      char **message),
     (db, sql, row, context, message))

LATE(int, sqlite3_prepare_v3,
     (sqlite3 * db, const char *sql, int n, unsigned flags, sqlite3_stmt **stmt, const char **tail),
     (db, sql, n, flags, stmt, tail))
LATE(int, sqlite3_step, (sqlite3_stmt * stmt), (stmt))
LATE(int, sqlite3_reset, (sqlite3_stmt * stmt), (stmt))
LATE(int, sqlite3_finalize, (sqlite3_stmt * stmt), (stmt))
LATE(int, sqlite3_clear_bindings, (sqlite3_stmt * stmt), (stmt))
LATE(int, sqlite3_bind_int64, (sqlite3_stmt * stmt, int at, sqlite3_int64 number),
     (stmt, at, number))
LATE(int, sqlite3_bind_null, (sqlite3_stmt * stmt, int at), (stmt, at))
LATE(int, sqlite3_bind_text64,
     (sqlite3_stmt * stmt, int at, const char *text, sqlite3_uint64 n, void (*destroy)(void *),
      unsigned char encoding),
     (stmt, at, text, n, destroy, encoding))

LATE(int, sqlite3_column_count, (sqlite3_stmt * stmt), (stmt))
LATE(int, sqlite3_column_type, (sqlite3_stmt * stmt, int at), (stmt, at))
LATE(int, sqlite3_column_bytes, (sqlite3_stmt * stmt, int at), (stmt, at))
LATE(sqlite3_int64, sqlite3_column_int64, (sqlite3_stmt * stmt, int at), (stmt, at))
LATE(const unsigned char *, sqlite3_column_text, (sqlite3_stmt * stmt, int at), (stmt, at))

LATE(unsigned char *, sqlite3_serialize,
     (sqlite3 * db, const char *schema, sqlite3_int64 *size, unsigned flags),
     (db, schema, size, flags))
PV_LATE_VOID(LIBRARY, sqlite3_free, (void *bytes), (bytes))
/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
