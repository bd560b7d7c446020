import java.sql.DriverManager
import java.security.KeyStore

class Doors {
    fun database() = DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", System.getenv("DB_PASSWORD"))

    fun keys(store: KeyStore, pin: CharArray) {
        store.load(null, pin)
    }
}
