package clinic;

import java.security.SecureRandom;
import java.util.Random;

class Codes {
    private final SecureRandom random = new SecureRandom();

    String resetCode() {
        return String.format("%06d", random.nextInt(1_000_000));
    }

    long backoff(int attempt) {
        return (long) (Math.random() * (100L << attempt));
    }

    int[] shuffleQuestions(int n) {
        Random shuffle = new Random(n);
        return shuffle.ints(n).toArray();
    }
}

class Drawn {
    String password() {
        return org.apache.commons.lang3.RandomStringUtils.secure().nextAlphanumeric(20);
    }
}
