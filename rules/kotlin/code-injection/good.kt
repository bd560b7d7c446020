import javax.script.ScriptEngine
import org.springframework.web.bind.annotation.RequestParam

class Sums {
    fun run(engine: ScriptEngine, @RequestParam number: String): Any? {
        engine.put("number", number)
        return engine.eval("number * 2")
    }
}
