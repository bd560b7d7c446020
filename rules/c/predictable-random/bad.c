#include <stdlib.h>

void make_token(unsigned char *token, size_t n)
{
    for (size_t i = 0; i < n; i++)
        token[i] = (unsigned char)rand(); /* pave: expect predictable-random */
}

unsigned long new_session_id(void)
{
    return (unsigned long)random(); /* pave: expect predictable-random */
}
