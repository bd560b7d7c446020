import io.ktor.server.application.call
import java.sql.Connection
import org.springframework.web.bind.annotation.RequestParam

class Patients(private val connection: Connection) {
    fun find(@RequestParam name: String): Any {
        val statement = connection.createStatement()
        return statement.executeQuery("SELECT * FROM patients WHERE name = '$name'") // pave: expect sql-injection
    }

    fun prepared(@RequestParam("ward") ward: String): Any {
        val sql = "SELECT * FROM patients WHERE ward = '" + ward + "'"
        return connection.prepareStatement(sql) // pave: expect sql-injection
    }
}

fun Route.patients(connection: Connection) {
    get("/patients") {
        val order = call.request.queryParameters["order"]
        connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $order") // pave: expect sql-injection
    }
}

class Wards(private val client: JdbcClient, private val reactive: DatabaseClient, private val phone: SQLiteDatabase) {
    fun one(@RequestParam ward: String): Any = client.sql("SELECT * FROM wards WHERE name = '$ward'") // pave: expect sql-injection

    fun two(@RequestParam ward: String): Any = reactive.sql("SELECT * FROM wards WHERE name = '$ward'") // pave: expect sql-injection

    fun three(@RequestParam ward: String) = phone.delete("wards", "name = '$ward'", null) // pave: expect sql-injection
}

class Screen(private val notes: SQLiteDatabase) : Activity() {
    fun find(): Any {
        val ward = intent.getStringExtra("ward")
        return notes.rawQuery("SELECT * FROM notes WHERE ward = '$ward'", null) // pave: expect sql-injection
    }
}

private val RESERVED = setOf("secret")

class NotSorted(private val connection: Connection) {
    /* A list of what is refused lets all else through. */
    fun first(@RequestParam column: String): Any? {
        if (column in RESERVED) return null
        return connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $column") // pave: expect sql-injection
    }

    fun second(@RequestParam column: String): Any {
        if (!column.matches(Regex(".*[a-z].*"))) throw IllegalArgumentException("no letters")
        return connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $column") // pave: expect sql-injection
    }
}

class Handed(val connection: java.sql.Connection) {
    @PostMapping("/leave")
    fun leave(@RequestBody body: Map<String, String>) {
        connection.createStatement().execute("DELETE FROM visits WHERE name = '${body["name"]}'") // pave: expect sql-injection
    }
}

@RestController
class Bodies(val jdbc: JdbcTemplate) {
    data class Body(val name: String, val age: Int)

    @PostMapping("/named")
    fun named(@RequestBody body: Body) = jdbc.queryForList("SELECT * FROM patients WHERE name = '${body.name}'") // pave: expect sql-injection
}
