#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <syslog.h>

int main(int argc, char **argv)
{
    printf("%s", argv[1]);
    printf("%d", atoi(argv[2]));
    puts(argv[1]);
    return 0;
}

void serve(int connection)
{
    char text[128] = {0};
    recv(connection, text, sizeof text - 1, 0);
    syslog(LOG_INFO, "%s", text);
}

void own(const char *format)
{
    printf(format, 1);
}
