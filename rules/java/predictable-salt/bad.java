package clinic;

import java.security.MessageDigest;
import java.util.Random;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

class Grains {
    PBEKeySpec stretched(char[] password) {
        byte[] salt = new byte[16];
        Random random = new Random();
        random.nextBytes(salt);
        return new PBEKeySpec(password, salt, 600_000, 256); // pave: expect predictable-salt
    }

    PBEParameterSpec parameters() {
        Random random = new Random(System.nanoTime());
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        return new PBEParameterSpec(salt, 20_000); // pave: expect predictable-salt
    }

    byte[] digest(byte[] text) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(Long.toString(new Random().nextLong()).getBytes("UTF-8")); // pave: expect predictable-salt
        return digest.digest(text);
    }
}
