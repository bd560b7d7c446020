package clinic;

import javax.servlet.http.HttpServletRequest;

class Login {
    void remember(HttpServletRequest request) {
        request.getSession().setAttribute("role", request.getParameter("role")); // pave: expect trust-boundary
    }
}
