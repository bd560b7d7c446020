import java.security.MessageDigest
import javax.crypto.Mac

class Gate {
    fun raw(mac: Mac, body: ByteArray, given: ByteArray): Boolean {
        return MessageDigest.isEqual(mac.doFinal(body), given)
    }

    fun size(mac: Mac, body: ByteArray, given: ByteArray): Boolean {
        return mac.doFinal(body).size == given.size
    }
}
