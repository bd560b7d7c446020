#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

FILE *letters(void)
{
    char name[] = "/tmp/letters.XXXXXX";
    return fopen(mktemp(name), "w"); /* pave: expect temporary-name */
}

FILE *other(void)
{
    return fopen(tmpnam(NULL), "w"); /* pave: expect temporary-name */
}

FILE *fixed(void)
{
    return fopen("/tmp/letters.txt", "w"); /* pave: expect temporary-name */
}

int lock(void)
{
    return open("/tmp/letters.lock", O_CREAT | O_WRONLY, 0600); /* pave: expect temporary-name */
}
