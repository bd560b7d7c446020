package clinic;

import android.database.sqlite.SQLiteDatabase;
import com.datastax.oss.driver.api.core.CqlSession;
import io.vertx.sqlclient.SqlClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import javax.jdo.PersistenceManager;
import org.apache.commons.dbutils.QueryRunner;
import org.hibernate.StatelessSession;
import org.jdbi.v3.core.Handle;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

class Wards {
    Object client(@RequestParam String ward, JdbcClient client) {
        return client.sql("SELECT * FROM wards WHERE name = '" + ward + "'").query(); // pave: expect sql-injection
    }

    Object named(@RequestParam String ward, NamedParameterJdbcTemplate template) {
        return template.queryForList("SELECT * FROM wards WHERE name = '" + ward + "'", null); // pave: expect sql-injection
    }

    Object reactive(@RequestParam String ward, DatabaseClient client) {
        return client.sql("SELECT * FROM wards WHERE name = '" + ward + "'").fetch(); // pave: expect sql-injection
    }

    Object native_(@RequestParam String ward, StatelessSession session) {
        return session.createNativeQuery("SELECT * FROM wards WHERE name = '" + ward + "'"); // pave: expect sql-injection
    }

    Object vertx(@RequestParam String ward, SqlClient client) {
        return client.query("SELECT * FROM wards WHERE name = '" + ward + "'"); // pave: expect sql-injection
    }

    Object jooq(@RequestParam String ward, DSLContext create) {
        return create.fetch("SELECT * FROM wards WHERE name = '" + ward + "'"); // pave: expect sql-injection
    }

    Object condition(@RequestParam String ward) {
        return DSL.condition("name = '" + ward + "'"); // pave: expect sql-injection
    }

    Object jdo(@RequestParam String ward, PersistenceManager manager) {
        return manager.newQuery("SELECT FROM Ward WHERE name == '" + ward + "'"); // pave: expect sql-injection
    }

    Object dbutils(@RequestParam String ward, Connection db) throws SQLException {
        return new QueryRunner().query(db, "SELECT * FROM wards WHERE name = '" + ward + "'", null); // pave: expect sql-injection
    }

    Object jdbi(@RequestParam String ward, Handle handle) {
        return handle.createQuery("SELECT * FROM wards WHERE name = '" + ward + "'"); // pave: expect sql-injection
    }

    Object cassandra(@RequestParam String ward, CqlSession session) {
        return session.execute("SELECT * FROM wards WHERE name = '" + ward + "'"); // pave: expect sql-injection
    }

    Object phone(Socket line, SQLiteDatabase notes) throws Exception {
        String ward = new BufferedReader(new InputStreamReader(line.getInputStream())).readLine();
        return notes.rawQuery("SELECT * FROM wards WHERE name = '" + ward + "'", null); // pave: expect sql-injection
    }

    static Connection db;

    public static void main(String[] args) throws SQLException {
        db.createStatement().executeUpdate("DELETE FROM wards WHERE name = '" + args[0] + "'"); // pave: expect sql-injection
    }

    @GetMapping("/wards")
    Object bound(WardQuery query, Connection db) throws SQLException {
        return db.createStatement().executeQuery("SELECT * FROM wards WHERE name = '" + query.getName() + "'"); // pave: expect sql-injection
    }
}
