#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *query = getenv("QUERY_STRING");
    printf("Content-Type: text/html\r\n\r\n");
    printf("<p>Nothing found for %s</p>", query); /* pave: expect cross-site-scripting */
    puts(getenv("HTTP_USER_AGENT")); /* pave: expect cross-site-scripting */
    return 0;
}
