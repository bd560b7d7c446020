package clinic;

import java.util.Set;
import java.util.Map;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.servlet.http.HttpServletRequest;

class Patients {
    ResultSet byName(HttpServletRequest request, Connection db) throws SQLException {
        PreparedStatement statement = db.prepareStatement("SELECT * FROM patients WHERE name = ?");
        statement.setString(1, request.getParameter("name"));
        return statement.executeQuery();
    }

    ResultSet byNumber(HttpServletRequest request, Connection db) throws SQLException {
        int number = Integer.parseInt(request.getParameter("number"));
        return db.createStatement().executeQuery("SELECT * FROM patients WHERE number = " + number);
    }

    ResultSet sorted(HttpServletRequest request, Connection db) throws SQLException {
        String column = "name";
        if ("ward".equals(request.getParameter("sort"))) {
            column = "ward";
        }
        return db.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + column);
    }

    private static final Set<String> COLUMNS = Set.of("name", "ward", "born");
    private static final Map<String, String> TABLES = Map.of("in", "inpatients", "out", "outpatients");

    /* Checked against a list before it is used, in the ways that people write it. */
    ResultSet checked(HttpServletRequest request, Connection db) throws SQLException {
        String column = request.getParameter("sort");
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("unknown column");
        }
        return db.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + column);
    }

    ResultSet checkedThen(HttpServletRequest request, Connection db) throws SQLException {
        String column = request.getParameter("sort");
        if (column != null && COLUMNS.contains(column)) {
            return db.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + column);
        }
        return null;
    }

    ResultSet orDefault(HttpServletRequest request, Connection db) throws SQLException {
        String column = request.getParameter("sort");
        if (column == null || !COLUMNS.contains(column)) {
            column = "name";
        }
        return db.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + column);
    }

    ResultSet plain(HttpServletRequest request, Connection db) throws SQLException {
        String column = request.getParameter("sort");
        if (!column.matches("[a-z_]{1,20}")) {
            return null;
        }
        return db.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + column);
    }

    ResultSet fromTable(HttpServletRequest request, Connection db) throws SQLException {
        String table = TABLES.getOrDefault(request.getParameter("kind"), "inpatients");
        return db.createStatement().executeQuery("SELECT * FROM " + table);
    }

    ResultSet oneOfTwo(HttpServletRequest request, Connection db) throws SQLException {
        String order = request.getParameter("order");
        if (!"asc".equals(order) && !"desc".equals(order)) {
            throw new IllegalArgumentException("unknown order");
        }
        return db.createStatement().executeQuery("SELECT * FROM patients ORDER BY name " + order);
    }

    enum Ward { EAST, WEST }

    ResultSet byWard(HttpServletRequest request, Connection db) throws SQLException {
        Ward ward = Ward.valueOf(request.getParameter("ward"));
        return db.createStatement().executeQuery("SELECT * FROM patients WHERE ward = '" + ward + "'");
    }

    ResultSet stripped(HttpServletRequest request, Connection db) throws SQLException {
        String name = request.getParameter("name").replaceAll("[^A-Za-z0-9 ]", "");
        return db.createStatement().executeQuery("SELECT * FROM patients WHERE name = '" + name + "'");
    }

    /* How many there are is a number. */
    void several(HttpServletRequest request, Connection connection) throws SQLException {
        String[] ids = request.getParameterValues("id");
        String marks = String.join(",", java.util.Collections.nCopies(ids.length, "?"));
        PreparedStatement statement = connection.prepareStatement("SELECT note FROM notes WHERE id IN (" + marks + ")");
        for (int i = 0; i < ids.length; i++) {
            statement.setString(i + 1, ids[i]);
        }
        statement.executeQuery();
    }
}

class Sorted {
    @org.springframework.web.bind.annotation.GetMapping("/sorted")
    Object sorted(@org.springframework.web.bind.annotation.RequestParam PatientColumn column, java.sql.Statement statement) throws Exception {
        return statement.executeQuery("SELECT * FROM patients ORDER BY " + column);
    }
}

@RestController
class Bodies {
    static class Body {
        private String name;
        private int age;
        String getName() { return name; }
        int getAge() { return age; }
    }

    @PostMapping("/older")
    Object older(@RequestBody Body body, JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT * FROM patients WHERE age > " + body.getAge());
    }
}

class Searched {
    Object find(HttpServletRequest request, org.apache.solr.client.solrj.SolrClient solr) throws Exception {
        return solr.query(new org.apache.solr.client.solrj.SolrQuery(request.getParameter("q")));
    }
}

class Few {
    void sorted(HttpServletRequest request, Connection connection) throws SQLException {
        String order = request.getParameter("order");
        if ("name".equals(order) || "age".equals(order)) {
            connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + order);
        }
    }

    void left(HttpServletRequest request, Connection connection) throws SQLException {
        String order = request.getParameter("order");
        if (!order.equals("name") && !order.equals("age")) {
            throw new SQLException("order");
        }
        connection.createStatement().executeQuery("SELECT * FROM patients ORDER BY " + order);
    }
}
