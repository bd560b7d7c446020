import javax.script.ScriptEngine;
import javax.servlet.http.HttpServletRequest;

class Tools {
    Object run(HttpServletRequest request, ScriptEngine engine) throws Exception {
        engine.put("amount", Integer.parseInt(request.getParameter("amount")));
        return engine.eval("amount * 2");
    }
}

class Simple {
    Object value(javax.servlet.http.HttpServletRequest request) {
        org.springframework.expression.EvaluationContext simple =
                org.springframework.expression.spel.support.SimpleEvaluationContext.forReadOnlyDataBinding().build();
        org.springframework.expression.ExpressionParser parser = new org.springframework.expression.spel.standard.SpelExpressionParser();
        return parser.parseExpression(request.getParameter("path")).getValue(simple);
    }
}
