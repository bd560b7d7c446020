import kotlin.random.Random

class Tokens {
    fun reset(): String {
        val token = Random.nextLong().toString() // pave: expect predictable-random
        return token
    }
}

class Sessions {
    fun open(): String {
        val random = java.util.Random() // pave: expect predictable-random
        val sessionId = random.nextLong().toString()
        return sessionId
    }

    fun makeToken(): String {
        return (1..20).map { ('a'..'z').random() }.joinToString("") // pave: expect predictable-random
    }
}
