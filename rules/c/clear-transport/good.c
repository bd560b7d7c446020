#include <curl/curl.h>

void list(CURL *curl, const char *given)
{
    curl_easy_setopt(curl, CURLOPT_URL, "https://wards.clinic.de/list");
    curl_easy_setopt(curl, CURLOPT_URL, "http://localhost:8080/health");
    curl_easy_setopt(curl, CURLOPT_URL, given);
}
