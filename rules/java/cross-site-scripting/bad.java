package clinic;

import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Greeting {
    void greet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        response.getWriter().println("<p>Welcome, " + name + "</p>"); // pave: expect cross-site-scripting
    }

    void found(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter page = response.getWriter();
        Object[] words = {request.getQueryString(), "none"};
        page.format("<p>%s: %s</p>", words); // pave: expect cross-site-scripting
    }
}

class Resource {
    @GET
    @Produces("text/html")
    public String page(@QueryParam("name") String name) {
        return "<b>" + name + "</b>"; // pave: expect cross-site-scripting
    }
}

class Javalined {
    void routes(io.javalin.Javalin app) {
        app.get("/hello", context -> greet(context));
        spark.Spark.get("/hi", (request, response) -> "<p>" + request.queryParams("name") + "</p>");
    }

    void greet(io.javalin.http.Context context) {
        context.html("<p>" + context.queryParam("name") + "</p>"); // pave: expect cross-site-scripting
    }

    void vert(io.vertx.ext.web.RoutingContext context) {
        context.response().putHeader("content-type", "text/html").end("<p>" + context.pathParam("name")); // pave: expect cross-site-scripting
    }
}

class Several extends javax.servlet.http.HttpServlet {
    void page(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) throws java.io.IOException {
        response.getWriter().println("<p>" + request.getParameter("name") + "</p>"); // pave: expect cross-site-scripting
    }

    void data(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) throws java.io.IOException {
        response.setContentType("application/json");
        response.getWriter().write("[]");
    }
}
