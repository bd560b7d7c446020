package clinic;

import java.security.SecureRandom;
import javax.crypto.spec.PBEKeySpec;

class Stretching {
    PBEKeySpec fresh(char[] password) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new PBEKeySpec(password, salt, 600_000, 256);
    }

    PBEKeySpec again(char[] password, byte[] stored) {
        return new PBEKeySpec(password, stored, 600_000, 256);
    }

    PBEKeySpec seeded(char[] password, SecureRandom random) {
        return new PBEKeySpec(password, random.generateSeed(16), 600_000, 256);
    }
}
