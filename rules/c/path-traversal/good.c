#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

FILE *page(void)
{
    char path[256] = "/srv/letters/";
    strncat(path, basename(getenv("PATH_INFO")), 200);
    return fopen(path, "r");
}

FILE *checked(void)
{
    char *name = getenv("QUERY_STRING");
    if (strstr(name, "..") || strchr(name, '/')) {
        return NULL;
    }
    return fopen(name, "r");
}

int main(int argc, char **argv)
{
    fopen(argv[1], "r");
    return open(getenv("CONFIG"), O_RDONLY);
}
