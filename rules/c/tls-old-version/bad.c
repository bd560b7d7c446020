#include <openssl/ssl.h>
#include <curl/curl.h>

void begin(CURL *curl)
{
    SSL_CTX *ctx = SSL_CTX_new(TLSv1_client_method()); // pave: expect tls-old-version
    SSL_CTX *server = SSL_CTX_new(SSLv3_server_method()); // pave: expect tls-old-version
    SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION); // pave: expect tls-old-version
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_0); // pave: expect tls-old-version
}

void small(mbedtls_ssl_config *conf)
{
    WOLFSSL_CTX *ctx = wolfSSL_CTX_new(wolfTLSv1_client_method()); /* pave: expect tls-old-version */
    mbedtls_ssl_conf_min_version(conf, MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_1); /* pave: expect tls-old-version */
}
