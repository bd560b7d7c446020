package clinic;

import com.datastax.oss.driver.api.core.CqlSession;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;

class Wards {
    Object client(@RequestParam String ward, JdbcClient client) {
        return client.sql("SELECT * FROM wards WHERE name = :ward").param("ward", ward).query();
    }

    Object vertx(@RequestParam String ward, SqlClient client) {
        return client.preparedQuery("SELECT * FROM wards WHERE name = $1").execute(Tuple.of(ward));
    }

    Object jooq(@RequestParam String ward, DSLContext create) {
        return create.fetch("SELECT * FROM wards WHERE name = ?", ward);
    }

    Object condition(@RequestParam String ward) {
        return DSL.condition("name = ?", ward);
    }

    Object jdbi(@RequestParam String ward, Handle handle) {
        return handle.createQuery("SELECT * FROM wards WHERE name = :ward").bind("ward", ward);
    }

    Object cassandra(@RequestParam String ward, CqlSession session) {
        return session.execute("SELECT * FROM wards WHERE name = ?", ward);
    }

    Object numbered(@RequestParam int number, @RequestParam UUID id, Connection db) throws SQLException {
        return db.createStatement().executeQuery("SELECT * FROM wards WHERE number = " + number + " AND id = '" + id + "'");
    }
}
