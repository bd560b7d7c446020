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

    private static final java.util.Set<String> RESERVED = java.util.Set.of("drop");
    private static final java.util.Set<String> WARDS = java.util.Set.of("east", "west");

    /* A list of what is refused lets all else through, and so does a check that nothing follows from. */
    ResultSet notRefused(HttpServletRequest request, Connection db) throws SQLException {
        String order = request.getParameter("order");
        if (RESERVED.contains(order)) {
            throw new IllegalArgumentException("reserved");
        }
        return db.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + order); // pave: expect sql-injection
    }

    ResultSet onlyNoted(HttpServletRequest request, Connection db) throws SQLException {
        String ward = request.getParameter("ward");
        if (!WARDS.contains(ward)) {
            System.out.println("an unknown ward");
        }
        return db.createStatement().executeQuery("SELECT * FROM patients WHERE ward = '" + ward + "'"); // pave: expect sql-injection
    }

    ResultSet anyForm(HttpServletRequest request, Connection db) throws SQLException {
        String name = request.getParameter("name");
        if (!name.matches(".*[a-z].*")) {
            return null;
        }
        return db.createStatement().executeQuery("SELECT * FROM patients WHERE name = '" + name + "'"); // pave: expect sql-injection
    }

    Object byHandle(org.jdbi.v3.core.Jdbi jdbi, HttpServletRequest request) {
        String ward = request.getParameter("ward");
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM wards WHERE name = '" + ward + "'").mapToMap().list()); // pave: expect sql-injection
    }
}

class Either {
    void sorted(HttpServletRequest request, Connection connection, boolean isAdmin) throws SQLException {
        String order = request.getParameter("order");
        if ("name".equals(order) || isAdmin) {
            connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + order); // pave: expect sql-injection
        }
    }
}
