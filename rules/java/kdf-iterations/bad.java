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

    PBEKeySpec looked(char[] password, byte[] salt) {
        java.util.Map<String, Integer> counts = new java.util.HashMap<>();
        counts.put("many", 700_000);
        counts.put("few", new Integer(300));
        int count = counts.get("few");
        return new PBEKeySpec(password, salt, count, 256); // pave: expect kdf-iterations
    }

    PBEKeySpec written(char[] password, byte[] salt) {
        String count = "2000";
        return new PBEKeySpec(password, salt, Integer.parseInt(count), 256); // pave: expect kdf-iterations
    }

    PBEKeySpec chosen(char[] password, byte[] salt, int level) {
        int count = 1000;
        if (level > 1) {
            count = 700_000;
        }
        return new PBEKeySpec(password, salt, count, 256); // pave: expect kdf-iterations
    }

    Object encoder() {
        return new org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder(4); // pave: expect kdf-iterations
    }
}

class Bouncy {
    byte[] key(byte[] password, byte[] salt) {
        org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator maker = new org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator();
        maker.init(password, salt, 500); // pave: expect kdf-iterations
        return null;
    }
}
