import org.springframework.web.bind.annotation.RequestParam

class Reports {
    private val kinds = mapOf("daily" to Daily::class.java)

    fun make(@RequestParam kind: String): Any {
        return kinds.getValue("daily").getDeclaredConstructor().newInstance()
    }

    fun own(setting: String): Any {
        return Class.forName(setting).getDeclaredConstructor().newInstance()
    }
}
