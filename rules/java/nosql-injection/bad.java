import com.mongodb.BasicDBObject;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import javax.servlet.http.HttpServletRequest;
import org.bson.Document;
import org.neo4j.driver.Session;
import org.springframework.data.mongodb.core.query.BasicQuery;

class Patients {
    Object text(HttpServletRequest request, MongoCollection<Document> patients) {
        String query = "{name: '" + request.getParameter("name") + "'}";
        return patients.find(BasicDBObject.parse(query)); // pave: expect nosql-injection
    }

    Object whole(HttpServletRequest request, MongoCollection<Document> patients) {
        return patients.find(Document.parse(request.getParameter("query"))); // pave: expect nosql-injection
    }

    Object program(HttpServletRequest request, MongoCollection<Document> patients) {
        return patients.find(Filters.where("this.name == '" + request.getParameter("name") + "'")); // pave: expect nosql-injection
    }

    Object spring(HttpServletRequest request) {
        return new BasicQuery("{name: '" + request.getParameter("name") + "'}"); // pave: expect nosql-injection
    }

    Object graph(HttpServletRequest request, Session session) {
        return session.run("MATCH (p {name: '" + request.getParameter("name") + "'}) RETURN p"); // pave: expect nosql-injection
    }
}
