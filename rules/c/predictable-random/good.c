#include <openssl/rand.h>
#include <stdlib.h>

int make_token(unsigned char *token, int n)
{
    return RAND_bytes(token, n);
}

/* Spreads retries; nobody gains by guessing it. */
int pause_ms(void)
{
    return 100 + rand() % 50;
}

void shuffle(int *order, int n)
{
    for (int i = 0; i < n; i++) {
        order[i] = rand() % n;
    }
}

void begin(struct login *login)
{
    long session_count = lrand48();
    login->token = next_token();
    login->delay = rand() % 10;
}
