package clinic;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Exit {
    void leave(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getParameter("next")); // pave: expect open-redirect
    }

    void byHand(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) {
        response.setStatus(302);
        response.setHeader("Location", request.getParameter("next")); // pave: expect open-redirect
    }

    @GetMapping("/leave")
    String view(@RequestParam String next) {
        return "redirect:" + next; // pave: expect open-redirect
    }

    Object rest(@RequestParam String next) {
        return javax.ws.rs.core.Response.seeOther(java.net.URI.create(next)).build(); // pave: expect open-redirect
    }

    @GetMapping("/elsewhere")
    Object headers(@RequestParam String next) {
        org.springframework.http.HttpHeaders headers = new org.springframework.http.HttpHeaders();
        headers.add("Location", next); // pave: expect open-redirect
        return new org.springframework.http.ResponseEntity<>(headers, org.springframework.http.HttpStatus.FOUND);
    }

    @GetMapping("/thrown")
    String thrown(@RequestParam String next) throws Exception {
        return "redirect:" + next; // pave: expect open-redirect
    }
}
