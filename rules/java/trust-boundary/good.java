package clinic;

import javax.servlet.http.HttpServletRequest;

class Login {
    void remember(HttpServletRequest request) {
        String role = "nurse".equals(request.getParameter("role")) ? "nurse" : "guest";
        request.getSession().setAttribute("role", role);
    }
}
