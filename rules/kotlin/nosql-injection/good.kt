import com.mongodb.client.MongoCollection
import com.mongodb.client.model.Filters
import org.bson.Document
import org.springframework.web.bind.annotation.RequestParam

class Patients(private val patients: MongoCollection<Document>) {
    fun filter(@RequestParam name: String): Any {
        return patients.find(Filters.eq("name", name))
    }

    fun keep(@RequestParam letter: String) {
        patients.insertOne(Document.parse(letter))
    }
}
