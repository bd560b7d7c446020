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

enum MHD_Result serve(void *own, struct MHD_Connection *connection)
{
    const char *name = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "name");
    char text[512];
    snprintf(text, sizeof text, "Hello %s", name);
    struct MHD_Response *answer = MHD_create_response_from_buffer(strlen(text), text, MHD_RESPMEM_MUST_COPY);
    MHD_add_response_header(answer, "Content-Type", "text/plain");
    return MHD_queue_response(connection, 200, answer);
}
