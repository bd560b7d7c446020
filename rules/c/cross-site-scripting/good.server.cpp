#include <httplib.h>

void serve(httplib::Server &server)
{
    server.Get("/hello", [](const httplib::Request &request, httplib::Response &answer) {
        answer.set_content(request.get_param_value("name"), "text/plain");
        answer.set_content("<h1>Hello</h1>", "text/html");
    });
}
