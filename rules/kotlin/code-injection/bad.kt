import javax.script.ScriptEngine
import org.springframework.expression.spel.standard.SpelExpressionParser
import org.springframework.web.bind.annotation.RequestParam

class Sums {
    fun run(engine: ScriptEngine, @RequestParam formula: String): Any? {
        return engine.eval(formula) // pave: expect code-injection
    }

    fun expression(@RequestParam formula: String): Any? {
        return SpelExpressionParser().parseExpression(formula).value // pave: expect code-injection
    }
}
