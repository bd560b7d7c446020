package clinic;

import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

class Rounds {
    private static final int ROUNDS = 1000;

    PBEKeySpec few(char[] password, byte[] salt) {
        return new PBEKeySpec(password, salt, ROUNDS, 256); // pave: expect kdf-iterations
    }

    PBEParameterSpec fewer(byte[] salt) {
        int count = 20;
        return new PBEParameterSpec(salt, count); // pave: expect kdf-iterations
    }
}
