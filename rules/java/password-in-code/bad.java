package clinic;

import java.io.InputStream;
import java.net.PasswordAuthentication;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import javax.crypto.spec.PBEKeySpec;

class Doors {
    private static final String PIN = "tulip-7";

    Connection database() throws Exception {
        return DriverManager.getConnection("jdbc:postgresql://db/clinic", "clinic", "tulip-7"); // pave: expect password-in-code
    }

    KeyStore keys(InputStream in) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(in, PIN.toCharArray()); // pave: expect password-in-code
        return store;
    }

    PBEKeySpec stretched(byte[] salt) {
        char[] words = "correct horse".toCharArray();
        return new PBEKeySpec(words, salt, 600_000, 256); // pave: expect password-in-code
    }

    PasswordAuthentication proxy() {
        return new PasswordAuthentication("clinic", PIN.toCharArray()); // pave: expect password-in-code
    }
}

class Addressed {
    java.sql.Connection open() throws java.sql.SQLException {
        return java.sql.DriverManager.getConnection("jdbc:mysql://db.clinic.example/wards?user=ward&password=otter-lamp-9"); // pave: expect password-in-code
    }
}

class Compared {
    boolean isAdmin(String user, String password) {
        return "admin".equals(user) && "tulip-lamp-9".equals(password); // pave: expect password-in-code
    }

    Object users() {
        return org.springframework.security.core.userdetails.User.withDefaultPasswordEncoder().username("ward").password("tulip-7").roles("USER").build(); // pave: expect password-in-code
    }
}
