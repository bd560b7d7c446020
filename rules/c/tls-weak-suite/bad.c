#include <curl/curl.h>
#include <openssl/ssl.h>

void setup(SSL_CTX *ctx, CURL *curl)
{
    SSL_CTX_set_cipher_list(ctx, "ALL:!aNULL:RC4"); /* pave: expect tls-weak-suite */
    SSL_CTX_set_cipher_list(ctx, "NULL"); /* pave: expect tls-weak-suite */
    curl_easy_setopt(curl, CURLOPT_SSL_CIPHER_LIST, "RC4-SHA:AES128-SHA"); /* pave: expect tls-weak-suite */
}

void offer_old(gnutls_session_t session)
{
    gnutls_priority_set_direct(session, "NORMAL:+ARCFOUR-128", NULL); /* pave: expect tls-weak-suite */
}
