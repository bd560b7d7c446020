#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <syslog.h>

int main(int argc, char **argv)
{
    printf(argv[1]); /* pave: expect format-string */
    return 0;
}

void serve(int connection)
{
    char text[128] = {0};
    recv(connection, text, sizeof text - 1, 0);
    syslog(LOG_INFO, text); /* pave: expect format-string */
}

void asked(void)
{
    char text[128];
    fgets(text, sizeof text, stdin);
    fprintf(stderr, text); /* pave: expect format-string */
}
