#include <curl/curl.h>

void open_link(CURL *curl, const char *url)
{
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L); /* pave: expect tls-verify-off */
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0); /* pave: expect tls-verify-off */
}
