package clinic;

import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;

class Accounts {
    byte[] stored(String password) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return digest.digest(password.getBytes()); // pave: expect password-hash
    }

    byte[] salted(byte[] salt, String userPassword) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(salt);
        digest.update(userPassword.getBytes()); // pave: expect password-hash
        return digest.digest();
    }

    Object encoder() {
        return NoOpPasswordEncoder.getInstance(); // pave: expect password-hash
    }

    String hex(User user) {
        return DigestUtils.sha256Hex(user.getPassword()); // pave: expect password-hash
    }
}
