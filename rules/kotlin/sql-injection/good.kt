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

private val COLUMNS = setOf("name", "born")
private val TABLES = mapOf("in" to "inpatients", "out" to "outpatients")

enum class Shift { DAY, NIGHT }

/* Checked before it is used, in the ways that people write it. */
class Sorted(private val connection: Connection) {
    fun first(@RequestParam column: String): Any {
        if (column !in COLUMNS) throw IllegalArgumentException("unknown column")
        return connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $column")
    }

    fun second(@RequestParam column: String): Any {
        require(column in COLUMNS) { "unknown column" }
        return connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $column")
    }

    fun third(@RequestParam column: String): Any {
        val known = if (column in COLUMNS) column else "name"
        return connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $known")
    }

    fun fourth(@RequestParam column: String): Any? {
        if (!column.matches(Regex("[a-z_]+"))) return null
        return connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $column")
    }

    fun fifth(@RequestParam kind: String): Any? {
        val table = TABLES[kind] ?: return null
        return connection.createStatement().executeQuery("SELECT * FROM $table")
    }

    fun sixth(@RequestParam name: String): Any {
        val shift = Shift.valueOf(name)
        return connection.createStatement().executeQuery("SELECT * FROM nurses WHERE shift = '$shift'")
    }

    fun seventh(@RequestParam ids: List<String>): Any {
        val marks = ids.joinToString(",") { "?" }
        return connection.prepareStatement("SELECT * FROM patients WHERE id IN ($marks)")
    }
}

class Sorted(val connection: java.sql.Connection) {
    @GetMapping("/sorted")
    fun sorted(@RequestParam column: PatientColumn) =
        connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY $column")
}

@RestController
class Bodies(val jdbc: JdbcTemplate) {
    data class Body(val name: String, val age: Int)

    @PostMapping("/older")
    fun older(@RequestBody body: Body) = jdbc.queryForList("SELECT * FROM patients WHERE age > ${body.age}")
}
