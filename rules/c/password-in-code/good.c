#include <curl/curl.h>
#include <mysql.h>
#include <stdlib.h>

void connect_all(CURL *curl, MYSQL *db, const char *given)
{
    char typed[32] = "";
    fgets(typed, sizeof typed, stdin);
    curl_easy_setopt(curl, CURLOPT_USERPWD, given);
    mysql_real_connect(db, "db", "app", getenv("DB_PASSWORD"), "shop", 0, NULL, 0);
    mysql_real_connect(db, "db", "app", typed, "shop", 0, NULL, 0);
    mysql_real_connect(db, "db", "app", "", "shop", 0, NULL, 0);
}
