package clinic;

import java.security.SecureRandom;

class Draws {
    SecureRandom text() {
        return new SecureRandom("clinic".getBytes()); // pave: expect fixed-seed
    }

    int number() {
        SecureRandom random = new SecureRandom();
        random.setSeed(42L); // pave: expect fixed-seed
        return random.nextInt();
    }

    int bytes() {
        byte[] seed = {100, 42};
        SecureRandom random = new SecureRandom();
        random.setSeed(seed); // pave: expect fixed-seed
        return random.nextInt();
    }

    int time() {
        SecureRandom random = new SecureRandom();
        random.setSeed(System.currentTimeMillis()); // pave: expect fixed-seed
        return random.nextInt();
    }
}
