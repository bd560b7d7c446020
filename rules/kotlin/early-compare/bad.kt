import java.util.Base64
import javax.crypto.Mac

class Gate {
    fun raw(mac: Mac, body: ByteArray, given: ByteArray): Boolean {
        return mac.doFinal(body).contentEquals(given) // pave: expect early-compare
    }

    fun encoded(body: ByteArray, given: String): Boolean {
        val mac = Mac.getInstance("HmacSHA256")
        val wanted = Base64.getEncoder().encodeToString(mac.doFinal(body))
        return wanted == given // pave: expect early-compare
    }
}
