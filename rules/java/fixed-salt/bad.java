package clinic;

import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

class Stretching {
    PBEKeySpec text(char[] password) {
        return new PBEKeySpec(password, "clinic".getBytes(), 600_000, 256); // pave: expect fixed-salt
    }

    PBEKeySpec zeros(char[] password) {
        byte[] salt = new byte[16];
        return new PBEKeySpec(password, salt, 600_000, 256); // pave: expect fixed-salt
    }

    PBEParameterSpec bytes() {
        byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
        return new PBEParameterSpec(salt, 600_000); // pave: expect fixed-salt
    }
}
