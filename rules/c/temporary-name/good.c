#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

int letters(void)
{
    char name[] = "/tmp/letters.XXXXXX";
    return mkstemp(name);
}

FILE *nameless(void)
{
    return tmpfile();
}

FILE *read_it(void)
{
    return fopen("/tmp/letters.txt", "r");
}

int lock(void)
{
    return open("/tmp/letters.lock", O_CREAT | O_EXCL | O_WRONLY, 0600);
}
