#include <cstdlib>
#include <iostream>
#include <string>

std::string escape_html(const char *text);

int main()
{
    const char *query = getenv("QUERY_STRING");
    std::cout << "<p>Nothing found for " << escape_html(query) << "</p>";
    std::cout << "<p>" << getenv("HOME") << "</p>";
}
