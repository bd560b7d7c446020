#include <mysql.h>
#include <sys/socket.h>
#include <windows.h>

int login(int socket, HANDLE *who)
{
    char word[100];
    int n = recv(socket, word, sizeof word - 1, 0);
    if (n <= 0)
        return 0;
    word[n] = 0;
    return LogonUserA("clinic", "local", word, 3, 0, who); // pave: expect clear-password
}

MYSQL *database(int socket, MYSQL *db)
{
    char line[64] = "";
    char secret[64] = "";
    recv(socket, line, sizeof line - 1, 0);
    strcpy(secret, line);
    return mysql_real_connect(db, "db", "clinic", secret, "clinic", 0, NULL, 0); // pave: expect clear-password
}
