#include <openssl/ssl.h>

SSL_CTX *open_client(void)
{
    return SSL_CTX_new(TLSv1_client_method()); /* pave: expect tls-old-version */
}

SSL_CTX *open_server(void)
{
    const SSL_METHOD *method = SSLv3_server_method(); /* pave: expect tls-old-version */
    return SSL_CTX_new(method);
}
