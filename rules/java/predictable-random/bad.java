package clinic;

import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

class Codes {
    String resetCode() {
        return String.format("%06d", new Random().nextInt(1_000_000)); // pave: expect predictable-random
    }

    long session() {
        long sessionId = ThreadLocalRandom.current().nextLong(); // pave: expect predictable-random
        return sessionId;
    }

    String makeToken() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            token.append((char) ('a' + (int) (Math.random() * 26))); // pave: expect predictable-random
        }
        return token.toString();
    }

    String makeActivationKey() {
        return org.apache.commons.lang3.RandomStringUtils.randomAlphanumeric(20); // pave: expect predictable-random
    }
}
