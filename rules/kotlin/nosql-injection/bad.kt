import com.mongodb.BasicDBObject
import com.mongodb.client.MongoCollection
import com.mongodb.client.model.Filters
import org.bson.Document
import org.springframework.web.bind.annotation.RequestParam

class Patients(private val patients: MongoCollection<Document>) {
    fun text(@RequestParam name: String): Any {
        return patients.find(BasicDBObject.parse("{name: '$name'}")) // pave: expect nosql-injection
    }

    fun whole(@RequestParam query: String): Any {
        return patients.find(Document.parse(query)) // pave: expect nosql-injection
    }

    fun program(@RequestParam name: String): Any {
        return patients.find(Filters.where("this.name == '" + name + "'")) // pave: expect nosql-injection
    }
}
