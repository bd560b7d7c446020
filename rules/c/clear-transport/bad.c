#include <curl/curl.h>

void list(CURL *curl)
{
    const char *wards = "http://wards.clinic.de/list";
    curl_easy_setopt(curl, CURLOPT_URL, wards); /* pave: expect clear-transport */
    curl_easy_setopt(curl, CURLOPT_URL, "ftp://letters.clinic.de/"); /* pave: expect clear-transport */
}
