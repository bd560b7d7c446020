#include <openssl/ssl.h>

SSL_CTX *open_client(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    if (ctx)
        SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
    return ctx;
}

/* The old name of TLS_method, which picks the highest version that both sides know. */
SSL_CTX *open_any(void)
{
    return SSL_CTX_new(SSLv23_method());
}
