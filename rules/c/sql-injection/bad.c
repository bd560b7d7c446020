#include <libpq-fe.h>
#include <mysql.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

void page(sqlite3 *db)
{
    char text[512];
    sprintf(text, "SELECT * FROM patients WHERE %s", getenv("QUERY_STRING"));
    sqlite3_exec(db, text, 0, 0, 0); /* pave: expect sql-injection */
}

void serve(int connection, MYSQL *db)
{
    char name[128] = {0};
    char text[512];
    recv(connection, name, sizeof name - 1, 0);
    snprintf(text, sizeof text, "SELECT * FROM patients WHERE name = '%s'", name);
    mysql_query(db, text); /* pave: expect sql-injection */
}

static PGconn *db;

int main(int argc, char **argv)
{
    char text[512];
    snprintf(text, sizeof text, "DELETE FROM patients WHERE name = '%s'", argv[1]);
    PQexec(db, text); /* pave: expect sql-injection */
    return 0;
}
