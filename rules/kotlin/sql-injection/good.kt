import io.ktor.server.application.call
import java.sql.Connection
import org.springframework.web.bind.annotation.RequestParam

class Patients(private val connection: Connection) {
    fun find(@RequestParam name: String): Any {
        val statement = connection.prepareStatement("SELECT * FROM patients WHERE name = ?")
        statement.setString(1, name)
        return statement.executeQuery()
    }

    fun number(@RequestParam id: Int): Any {
        return connection.createStatement().executeQuery("SELECT * FROM patients WHERE id = $id")
    }
}

fun Route.patients(connection: Connection) {
    get("/patients") {
        val page = call.request.queryParameters["page"]!!.toInt()
        connection.createStatement().executeQuery("SELECT * FROM patients OFFSET $page")
    }
}

class Wards(private val client: JdbcClient, private val phone: SQLiteDatabase) {
    fun one(@RequestParam ward: String): Any = client.sql("SELECT * FROM wards WHERE name = :ward").param("ward", ward)

    fun three(@RequestParam ward: String) = phone.delete("wards", "name = ?", arrayOf(ward))
}
