#include <curl/curl.h>
#include <openssl/ssl.h>

static int asks(int ok, X509_STORE_CTX *store)
{
    if (!ok)
        return 0;
    return 1;
}

void fetch(CURL *curl)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
}

void connect_client(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, asks);
}

void serve(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
}

#define CHECKED 1L
void fetch_named(CURL *curl)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, CHECKED);
}

void serve_small(void)
{
    WOLFSSL_CTX *ctx = wolfSSL_CTX_new(wolfTLSv1_2_server_method());
    wolfSSL_CTX_set_verify(ctx, WOLFSSL_VERIFY_NONE, 0);
}
