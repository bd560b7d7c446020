package clinic;

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
}
