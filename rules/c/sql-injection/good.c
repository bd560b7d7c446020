#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

void page(sqlite3 *db)
{
    sqlite3_stmt *statement;
    sqlite3_prepare_v2(db, "SELECT * FROM patients WHERE name = ?", -1, &statement, 0);
    sqlite3_bind_text(statement, 1, getenv("QUERY_STRING"), -1, SQLITE_TRANSIENT);
}

void serve(int connection, MYSQL *db)
{
    char name[128] = {0};
    char escaped[256];
    char text[512];
    recv(connection, name, sizeof name - 1, 0);
    mysql_real_escape_string(db, escaped, name, strlen(name));
    snprintf(text, sizeof text, "SELECT * FROM patients WHERE name = '%s'", escaped);
    mysql_query(db, text);
}

static PGconn *db;

int main(int argc, char **argv)
{
    char text[512];
    const char *values[1] = {argv[1]};
    snprintf(text, sizeof text, "DELETE FROM patients WHERE number = %d", atoi(argv[2]));
    PQexec(db, text);
    PQexecParams(db, "DELETE FROM patients WHERE name = $1", 1, 0, values, 0, 0, 0);
    return 0;
}
