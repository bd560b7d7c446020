package clinic;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.owasp.encoder.Encode;

class Greeting {
    void greet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Encode.forHtml(request.getParameter("name"));
        response.getWriter().println("<p>Welcome, " + name + "</p>");
    }

    void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int page = Integer.parseInt(request.getParameter("page"));
        response.getWriter().println("<p>Page " + page + "</p>");
    }
}

class PlainReport extends javax.servlet.http.HttpServlet {
    void doGet(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) throws java.io.IOException {
        response.setContentType("text/plain; charset=utf-8");
        java.io.PrintWriter writer = response.getWriter();
        list(writer, request.getParameter("name"));
    }

    void list(java.io.PrintWriter writer, String name) {
        writer.println(name);
    }
}

class Resource {
    @GET
    @Produces("application/json")
    public String data(@QueryParam("name") String name) {
        return "{\"name\": " + name + "}";
    }
}

class Encoded {
    void field(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        String name = java.net.URLEncoder.encode(request.getParameter("name"), "UTF-8");
        response.getWriter().write("<input type='hidden' name='" + name + "'>");
    }
}

class Javalined {
    void greet(io.javalin.http.Context context) {
        context.result("<p>" + context.queryParam("name") + "</p>");
        context.html("<p>" + Encode.forHtml(context.queryParam("name")) + "</p>");
    }

    void vert(io.vertx.ext.web.RoutingContext context) {
        context.response().putHeader("content-type", "application/json").end("{" + context.pathParam("name"));
    }
}

class Told extends javax.servlet.http.HttpServlet {
    void data(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) throws java.io.IOException {
        begin(response);
        response.getWriter().write("{\"name\": \"" + request.getParameter("name") + "\"}");
    }

    void begin(javax.servlet.http.HttpServletResponse response) {
        response.setContentType("application/json");
    }
}
