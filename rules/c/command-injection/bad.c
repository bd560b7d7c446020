#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    char line[256];
    snprintf(line, sizeof line, "lp %s", argv[1]);
    return system(line); /* pave: expect command-injection */
}

void serve(int connection)
{
    char name[128] = {0};
    char line[256] = "lp ";
    recv(connection, name, sizeof name - 1, 0);
    strcat(line, name);
    popen(line, "r"); /* pave: expect command-injection */
}

void page(void)
{
    char *query = getenv("QUERY_STRING");
    execl("/bin/sh", "sh", "-c", query, (char *)0); /* pave: expect command-injection */
}

void asked(void)
{
    char name[64];
    fgets(name, sizeof name, stdin);
    char line[128];
    sprintf(line, "lp %s", name);
    system(line); /* pave: expect command-injection */
}

void answer_one(int listener)
{
    char line[128], command[160];
    int client = accept(listener, NULL, NULL);
    read(client, line, sizeof line - 1);
    snprintf(command, sizeof command, "host %s", line);
    system(command); /* pave: expect command-injection */
}
