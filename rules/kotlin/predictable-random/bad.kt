import kotlin.random.Random

class Tokens {
    fun reset(): String {
        val token = Random.nextLong().toString() // pave: expect predictable-random
        return token
    }
}
