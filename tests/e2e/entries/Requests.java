import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import io.javalin.http.Context;
import io.micronaut.http.annotation.Body;
import io.vertx.ext.web.RoutingContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.reactive.function.server.ServerRequest;

class Requests {
    void servlet(HttpServletRequest request) {
        sink(request.getParameter("a")); // HIT
        sink(request.getHeader("a")); // HIT
        sink(request.getServletContext());
    }

    String spring(@RequestParam String a, @PathVariable("b") String b, @Autowired Service c) {
        sink(a); // HIT
        sink(b); // HIT
        sink(c);
        return a;
    }

    @PostMapping("/x")
    String body(@RequestBody Order order, MultipartFile file) {
        sink(order.getName()); // HIT
        sink(file.getOriginalFilename()); // HIT
        sink(file.getSize());
        return "";
    }

    String jaxrs(@QueryParam("a") String a, @Context Info info) {
        sink(a); // HIT
        sink(info);
        return a;
    }

    @POST
    Response jaxrsBody(Order order) {
        sink(order.name); // HIT
        return null;
    }

    String micronaut(@QueryValue String a, @Body String b) {
        sink(a); // HIT
        sink(b); // HIT
        return a;
    }

    String quarkus(@RestQuery String a, @RestPath String b) {
        sink(a); // HIT
        sink(b); // HIT
        return a;
    }

    void flux(ServerRequest request) {
        sink(request.queryParam("a").get()); // HIT
        sink(request.exchange());
    }

    void vertx(RoutingContext context) {
        sink(context.request().getParam("a")); // HIT
        sink(context.body()); // HIT
    }

    void javalin(Context ctx) {
        sink(ctx.queryParam("a")); // HIT
        sink(ctx.status());
    }

    String handleRequest(APIGatewayProxyRequestEvent event) {
        sink(event.getBody()); // HIT
        sink(event.getQueryStringParameters().get("a")); // HIT
        return "";
    }

    @GetMapping("/a")
    String typed(@RequestParam int number, @PathVariable UUID id, @RequestParam String name) {
        sink(number);
        sink(id);
        sink(name); // HIT
        return "";
    }

    @GetMapping("/a")
    String bound(OrderQuery query, Order order) {
        sink(query.getName()); // HIT
        sink(order.getName());
        return "";
    }

    @OnMessage
    void said(String text) {
        sink(text); // HIT
    }
}

class Numbers {
    @GetMapping("/numbers")
    String numbers(@RequestParam List<Long> ids, @RequestParam long[] more, @RequestParam List<String> names) {
        sink(ids);
        sink(more);
        sink(names); // HIT
        return "";
    }
}
