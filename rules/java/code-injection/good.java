import javax.script.ScriptEngine;
import javax.servlet.http.HttpServletRequest;

class Tools {
    Object run(HttpServletRequest request, ScriptEngine engine) throws Exception {
        engine.put("amount", Integer.parseInt(request.getParameter("amount")));
        return engine.eval("amount * 2");
    }
}
