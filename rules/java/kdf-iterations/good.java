package clinic;

import javax.crypto.spec.PBEKeySpec;

class Rounds {
    private static final int ROUNDS = 600_000;

    PBEKeySpec many(char[] password, byte[] salt) {
        return new PBEKeySpec(password, salt, ROUNDS, 256);
    }

    PBEKeySpec set(char[] password, byte[] salt, int rounds) {
        return new PBEKeySpec(password, salt, rounds, 256);
    }
}
