#include <stdio.h>
#include <stdlib.h>

char *escape_html(const char *text);

int main(void)
{
    char *query = getenv("QUERY_STRING");
    printf("Content-Type: text/html\r\n\r\n");
    printf("<p>Nothing found for %s</p>", escape_html(query));
    printf("<p>Page %d</p>", atoi(query));
    printf("<p>%s</p>", getenv("HOME"));
    return 0;
}
