#include <curl/curl.h>
#include <mysql.h>
#include <string.h>

#define PASSWORD "ABCD1234!"

void connect_all(CURL *curl, MYSQL *db, LDAP *ldap)
{
    char password[32];
    strcpy(password, "hunter2hunter2");
    ldap_simple_bind_s(ldap, "cn=app", PASSWORD); // pave: expect password-in-code
    curl_easy_setopt(curl, CURLOPT_USERPWD, "admin:s3cr3t"); // pave: expect password-in-code
    mysql_real_connect(db, "db", "app", password, "shop", 0, NULL, 0); // pave: expect password-in-code
}
