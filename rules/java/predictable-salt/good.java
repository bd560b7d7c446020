package clinic;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Random;
import javax.crypto.spec.PBEKeySpec;

class Grains {
    PBEKeySpec stretched(char[] password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new PBEKeySpec(password, salt, 600_000, 256);
    }

    PBEKeySpec declared(char[] password) {
        Random random = new SecureRandom();
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return new PBEKeySpec(password, salt, 600_000, 256);
    }

    byte[] digest(byte[] text, SecureRandom random) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        digest.update(random.generateSeed(32));
        return digest.digest(text);
    }

    int dice() {
        return new Random().nextInt(6);
    }
}
