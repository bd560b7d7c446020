#include <curl/curl.h>
#include <openssl/ssl.h>
#include <mbedtls/ssl.h>

static int always(int ok, X509_STORE_CTX *store)
{
    return 1;
}

void fetch(CURL *curl, SSL_CTX *any, mbedtls_ssl_config *conf)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L); // pave: expect tls-verify-off
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0); // pave: expect tls-verify-off
    curl_easy_setopt(curl, CURLOPT_PROXY_SSL_VERIFYPEER, false); // pave: expect tls-verify-off
    SSL_CTX_set_verify(any, SSL_VERIFY_PEER, always); // pave: expect tls-verify-off
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_NONE); // pave: expect tls-verify-off
}

void connect_client(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL); // pave: expect tls-verify-off
}

#define CHECKED 0L
void fetch_named(CURL *curl)
{
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, CHECKED); /* pave: expect tls-verify-off */
}

void connect_small(void)
{
    WOLFSSL_CTX *ctx = wolfSSL_CTX_new(wolfTLSv1_2_client_method());
    wolfSSL_CTX_set_verify(ctx, WOLFSSL_VERIFY_NONE, 0); /* pave: expect tls-verify-off */
}
