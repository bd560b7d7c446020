import org.springframework.web.bind.annotation.RequestParam

class Reports {
    fun make(@RequestParam kind: String): Any {
        return Class.forName(kind).getDeclaredConstructor().newInstance() // pave: expect unsafe-reflection
    }

    fun call(@RequestParam action: String): Any? {
        return this.javaClass.getMethod(action).invoke(this) // pave: expect unsafe-reflection
    }
}
