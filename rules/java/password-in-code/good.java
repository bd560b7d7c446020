package clinic;

import java.io.InputStream;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import javax.crypto.spec.PBEKeySpec;

class Doors {
    Connection database() throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", System.getenv("DB_PASSWORD"));
    }

    Connection test() throws Exception {
        return DriverManager.getConnection("jdbc:h2:mem:clinic", "sa", "");
    }

    KeyStore keys(InputStream in, char[] pin) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, pin);
        return store;
    }

    KeyStore fresh() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    PBEKeySpec stretched(char[] words, byte[] salt) {
        return new PBEKeySpec(words, salt, 600_000, 256);
    }
}

class Addressed {
    java.sql.Connection open(String secret) throws java.sql.SQLException {
        return java.sql.DriverManager.getConnection("jdbc:mysql://db.clinic.example/wards?user=ward&password=" + secret);
    }
}

class Compared {
    boolean isSet(String password, String kept, String field) {
        return !"".equals(password) && !password.equals(kept) && "password".equals(field) && !"null".equals(password);
    }
}
