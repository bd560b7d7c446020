#include <curl/curl.h>
#include <stdlib.h>
#include <sys/socket.h>

void page(CURL *curl)
{
    char *target = getenv("QUERY_STRING");
    curl_easy_setopt(curl, CURLOPT_URL, target); /* pave: expect server-side-request */
}

void serve(int connection, CURL *curl)
{
    char target[256] = {0};
    recv(connection, target, sizeof target - 1, 0);
    curl_easy_setopt(curl, CURLOPT_URL, target); /* pave: expect server-side-request */
}
