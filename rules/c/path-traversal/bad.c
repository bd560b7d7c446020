#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

FILE *page(void)
{
    char path[256] = "/srv/letters/";
    strncat(path, getenv("PATH_INFO"), 200);
    return fopen(path, "r"); /* pave: expect path-traversal */
}

int serve(int connection)
{
    char name[128] = {0};
    recv(connection, name, sizeof name - 1, 0);
    return open(name, O_RDONLY); /* pave: expect path-traversal */
}
