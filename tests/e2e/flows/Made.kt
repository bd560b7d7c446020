// Containers that functions make of what they are given, and members of enums.
enum class Kind(val label: String, val other: String) { TOLD(source(), "a"), PLAIN("b", source()) }

sealed class Mode(val text: String) {
    object Told : Mode(source())
    object Plain : Mode("a")
}

class Made {
    private val late by lazy { source() }
    private val plain by lazy { "a" }

    fun lazily() {
        sink(late) // HIT
        sink(plain)
    }

    fun nested() {
        sink(Mode.Told.text) // HIT
        sink(Mode.Plain.text)
    }

    fun lists() {
        sink(listOf(source(), "a")[0]) // HIT
        sink(listOf(source(), "a")[1])
        sink(arrayOf("a", source())[1]) // HIT
    }

    fun maps() {
        val m = mapOf("a" to source(), "b" to "c")
        sink(m["a"]) // HIT
        sink(m["b"])
        sink(m.get("a")) // HIT
    }

    fun others(given: String) {
        sink(given.ifEmpty { source() }) // HIT
        sink(Pair("a", source()).second) // HIT
        sink(("a" to source()).second) // HIT
        sink(("a" to source()).first)
    }

    fun members() {
        sink(Kind.TOLD.label) // HIT
        sink(Kind.PLAIN.label)
        sink(Kind.PLAIN.other) // HIT
    }
}
