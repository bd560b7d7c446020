package clinic;

import java.security.SecureRandom;
import java.util.Random;

class Draws {
    SecureRandom own() {
        return new SecureRandom();
    }

    int added() {
        SecureRandom random = new SecureRandom();
        random.nextInt();
        random.setSeed(42L);
        return random.nextInt();
    }

    SecureRandom drawn(SecureRandom first) {
        return new SecureRandom(first.generateSeed(32));
    }

    SecureRandom mixed(byte[] noise) {
        SecureRandom random = new SecureRandom();
        random.setSeed(noise);
        return random;
    }

    Random simulation() {
        return new Random(42);
    }
}
