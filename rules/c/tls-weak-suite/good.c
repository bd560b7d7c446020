#include <curl/curl.h>
#include <openssl/ssl.h>

void setup(SSL_CTX *ctx, CURL *curl, const char *list)
{
    SSL_CTX_set_cipher_list(ctx, "HIGH:!aNULL:!MD5:!RC4:!3DES");
    SSL_CTX_set_cipher_list(ctx, "ECDHE+AESGCM:ECDHE+CHACHA20:-NULL");
    SSL_CTX_set_cipher_list(ctx, list);
    curl_easy_setopt(curl, CURLOPT_SSL_CIPHER_LIST, "ECDHE-RSA-AES128-GCM-SHA256");
}

void offer_sound(gnutls_session_t session)
{
    gnutls_priority_set_direct(session, "NORMAL:-ARCFOUR-128:+AES-256-GCM", NULL);
}
