#include <httplib.h>

void serve(httplib::Server &server)
{
    server.Get("/hello", [](const httplib::Request &request, httplib::Response &answer) {
        std::string name = request.get_param_value("name");
        answer.set_content("<h1>" + name + "</h1>", "text/html"); // pave: expect cross-site-scripting
    });
}
