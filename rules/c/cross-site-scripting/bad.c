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

enum MHD_Result serve(void *own, struct MHD_Connection *connection)
{
    const char *name = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "name");
    char page[512];
    snprintf(page, sizeof page, "<p>Hello %s</p>", name);
    struct MHD_Response *answer = MHD_create_response_from_buffer(strlen(page), page, MHD_RESPMEM_MUST_COPY); /* pave: expect cross-site-scripting */
    return MHD_queue_response(connection, 200, answer);
}
