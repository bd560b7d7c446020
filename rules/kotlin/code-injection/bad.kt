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

class Letters(private val engine: JexlEngine, private val scripts: GroovyShell) {
    fun jexl(@RequestParam formula: String): Any = engine.createExpression(formula) // pave: expect code-injection

    fun ognl(@RequestParam path: String): Any = Ognl.parseExpression(path) // pave: expect code-injection

    fun groovy(@RequestParam text: String): Any = scripts.evaluate(text) // pave: expect code-injection
}
