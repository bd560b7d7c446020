import java.net.PasswordAuthentication
import java.sql.DriverManager
import java.security.KeyStore

class Doors {
    private val pin = "tulip-7"

    fun database() = DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", "tulip-7") // pave: expect password-in-code

    fun proxy() = PasswordAuthentication("clinic", pin.toCharArray()) // pave: expect password-in-code

    fun keys(store: KeyStore) {
        store.load(null, "tulip-7".toCharArray()) // pave: expect password-in-code
    }
}
