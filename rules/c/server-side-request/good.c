#include <curl/curl.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, argv[1]);
    curl_easy_setopt(curl, CURLOPT_URL, "https://clinic.example.org/");
    return 0;
}
