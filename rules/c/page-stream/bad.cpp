#include <cstdlib>
#include <iostream>

int main()
{
    const char *query = getenv("QUERY_STRING");
    std::cout << "<p>Nothing found for " << query << "</p>"; /* pave: expect page-stream */
    std::cout << query; /* pave: expect page-stream */
}
