data class Pair2(val left: String, val right: String)

open class Box(var value: String, val other: String = "a") {
    var kept: String = "a"
        get() = field
        set(v) {
            field = v
        }

    val short: String
        get() = value

    fun set(v: String): Box {
        value = v
        return this
    }

    companion object {
        var shared = "a"

        fun make(v: String): Box {
            return Box(v)
        }
    }
}

class Lined(v: String) : Box(v) {
    fun both() = super.set("a")
    fun shown() = value
}

class Made(v: String) {
    val name: String

    init {
        name = v
    }
}

interface Shape {
    fun area(x: String): String
}

class Square : Shape {
    override fun area(x: String) = x
}

class Circle : Shape {
    override fun area(x: String): String {
        return "a"
    }
}

object Single {
    fun same(x: String) = x
}

fun same(x: String) = x

fun second(a: String, b: String = "x"): String {
    return b
}

fun last(vararg all: String) = all[1]

fun String.extended() = this + "a"

fun higher(x: String, f: (String) -> String) = f(x)

fun objects() {
    val box = Box(source())
    sink(box.value) // HIT
    sink(box.other)
    sink(box.short) // HIT
    val two = Box("a", source())
    sink(two.value)
    sink(two.other) // HIT
    two.value = source()
    sink(two.short) // HIT
    two.kept = source()
    sink(two.kept) // HIT
    sink(Box("a").set(source()).value) // HIT
    sink(Box.make(source()).value) // HIT
    val lined = Lined(source())
    sink(lined.value) // HIT
    sink(lined.shown()) // HIT
    sink(Made(source()).name) // HIT
    val p = Pair2(source(), "a")
    sink(p.left) // HIT
    sink(p.right)
    val (l, r) = p
    sink(l) // HIT
    sink(r)
    val q = p.copy(right = source())
    sink(q.right) // HIT
    val shape: Shape = Square()
    sink(shape.area(source())) // HIT
    val round: Shape = Circle()
    sink(round.area(source()))
    sink(Single.same(source())) // HIT
}

fun calls() {
    sink(same(source())) // HIT
    sink(second(source()))
    sink(second(b = source(), a = "x")) // HIT
    sink(last("a", source())) // HIT
    sink(source().extended()) // HIT
    sink(higher(source()) { it }) // HIT
    sink(higher(source()) { x -> "a" })
    sink(higher(source(), ::same)) // HIT
    val f = { x: String -> x }
    sink(f(source())) // HIT
    val g = fun(x: String): String { return x }
    sink(g(source())) // HIT
    source().let { sink(it) } // HIT
    source().let { v -> sink(v) } // HIT
    sink(source().let { "a" })
    sink(source().also { println(it) }) // HIT
    sink(source().run { this }) // HIT
    with(source()) { sink(this) } // HIT
    sink(source()?.let { it } ?: "a") // HIT
    sink(source().takeIf { it.isEmpty() }) // HIT
}

fun texts() {
    val s = source()
    sink("a$s") // HIT
    sink("a${s.length}") // HIT
    sink("a" + s) // HIT
    sink(s!!) // HIT
    sink(s ?: "a") // HIT
    sink(s as String) // HIT
    sink(s[0]) // HIT
    sink(buildString { append(s) }) // HIT
    val sb = StringBuilder()
    sb.append("a").append(s)
    sink(sb.toString()) // HIT
    var t = "a"
    t += s
    sink(t) // HIT
    sink(s.trim().lowercase()) // HIT
    sink("""a $s""") // HIT
}

fun collections() {
    val s = source()
    val list = listOf("a", s)
    sink(list) // HIT
    val m = mapOf("a" to s)
    sink(m["a"]) // HIT
    val xs = mutableListOf<String>()
    xs.add(s)
    sink(xs[0]) // HIT
    xs.clear()
    sink(xs)
    val ms = mutableMapOf<String, String>()
    ms["a"] = s
    sink(ms["a"]) // HIT
    sink(ms["b"])
    for (x in list) sink(x) // HIT
    for ((k, v) in m) {
        sink(v) // HIT
    }
    sink(list.map { it }) // HIT
    sink(list.map { "a" })
    sink(list.filter { it.isEmpty() }) // HIT
    list.forEach { sink(it) } // HIT
    list.forEachIndexed { i, x -> sink(x) } // HIT
    sink(list.first())
    sink(list.fold("") { acc, x -> acc + x }) // HIT
    sink(arrayOf("a", s)[1]) // HIT
    m.forEach { (k, v) -> sink(v) } // HIT
}

fun statements(k: Int, o: Any) {
    val x = if (k > 1) source() else "a"
    sink(x) // HIT
    val y = when (k) {
        1 -> source()
        else -> "a"
    }
    sink(y) // HIT
    val z = try {
        source()
    } catch (e: Exception) {
        "a"
    }
    sink(z) // HIT
    val tainted: Any = source()
    when (tainted) {
        is String -> sink(tainted) // HIT
        else -> sink("a")
    }
    var w = "a"
    while (k > 1) {
        w = source()
    }
    sink(w) // HIT
    do {
        w = source()
    } while (k > 1)
    sink(w) // HIT
    try {
        w = source()
        risky()
    } catch (e: Exception) {
        sink(w) // HIT
    } finally {
        sink(w) // HIT
    }
    try {
        throw RuntimeException(source())
    } catch (e: RuntimeException) {
        sink(e.message) // HIT
    }
    repeat(3) { sink(w) } // HIT
    open(source()).use { f -> sink(f) } // HIT
    val lazily by lazy { source() }
    sink(lazily) // HIT
    outer@ for (i in 1..3) {
        for (j in 1..3) {
            w = source()
            break@outer
        }
    }
    sink(w) // HIT
}
