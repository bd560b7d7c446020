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

    PBEKeySpec looked(char[] password, byte[] salt) {
        java.util.Map<String, Integer> counts = new java.util.HashMap<>();
        counts.put("many", 700_000);
        counts.put("few", new Integer(300));
        int count = counts.get("many");
        return new PBEKeySpec(password, salt, count, 256);
    }

    PBEKeySpec chosen(char[] password, byte[] salt) {
        return stretched(password, salt, 2);
    }

    private PBEKeySpec stretched(char[] password, byte[] salt, int level) {
        int count = 1000;
        if (level > 1) {
            count = 700_000;
        }
        return new PBEKeySpec(password, salt, count, 256);
    }

    Object encoder() {
        return new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(12);
    }
}
