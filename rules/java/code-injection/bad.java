import groovy.lang.GroovyShell;
import javax.script.ScriptEngine;
import javax.servlet.http.HttpServletRequest;
import org.springframework.expression.ExpressionParser;

class Tools {
    Object run(HttpServletRequest request, ScriptEngine engine, ExpressionParser parser) throws Exception {
        String code = request.getParameter("code");
        engine.eval("total = " + code); // pave: expect code-injection
        new GroovyShell().parse("x");
        return parser.parseExpression(code).getValue(); // pave: expect code-injection
    }
}
