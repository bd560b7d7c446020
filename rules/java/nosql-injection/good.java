import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.bson.Document;
import org.neo4j.driver.Session;

class Patients {
    Object filter(HttpServletRequest request, MongoCollection<Document> patients) {
        return patients.find(Filters.eq("name", request.getParameter("name")));
    }

    Object object(HttpServletRequest request, MongoCollection<Document> patients) {
        return patients.find(new BasicDBObject("name", request.getParameter("name")));
    }

    void keep(HttpServletRequest request, MongoCollection<Document> letters) {
        letters.insertOne(Document.parse(request.getParameter("letter")));
    }

    Object graph(HttpServletRequest request, Session session) {
        return session.run("MATCH (p {name: $name}) RETURN p", Map.of("name", request.getParameter("name")));
    }
}
