package clinic;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.persistence.EntityManager;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestParam;

class Patients {
    ResultSet byName(HttpServletRequest request, Connection db) throws SQLException {
        String name = request.getParameter("name");
        String sql = "SELECT * FROM patients WHERE name = '" + name + "'";
        Statement statement = db.createStatement();
        return statement.executeQuery(sql); // pave: expect sql-injection
    }

    Object byWard(@RequestParam String ward, EntityManager em) {
        StringBuilder query = new StringBuilder("from Patient where ward = '");
        query.append(ward).append("'");
        return em.createQuery(query.toString()).getResultList(); // pave: expect sql-injection
    }

    ResultSet byId(HttpServletRequest request, Connection db) throws SQLException {
        return db.prepareStatement(where("id", request.getHeader("X-Id"))).executeQuery(); // pave: expect sql-injection
    }

    private String where(String column, String value) {
        return String.format("SELECT * FROM patients WHERE %s = %s", column, value);
    }
}
