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

void fill(unsigned char *key)
{
    for (int i = 0; i < 16; i++) {
        key[i] = rand() % 256; /* pave: expect predictable-random */
    }
}

void draw(unsigned char *bytes)
{
    RAND_pseudo_bytes(bytes, 16); /* pave: expect predictable-random */
}

void begin(struct login *login)
{
    long session_id = lrand48(); /* pave: expect predictable-random */
    login->csrf_token = rand(); /* pave: expect predictable-random */
    login->reset_code = random() % 1000000; /* pave: expect predictable-random */
}
