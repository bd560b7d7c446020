package clinic;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class Sealing {
    SecretKey key(KeyStore store, char[] pin) throws GeneralSecurityException {
        return (SecretKey) store.getKey("records", pin);
    }

    SecretKey fromEnvironment() {
        return new SecretKeySpec(Base64.getDecoder().decode(System.getenv("RECORDS_KEY")), "AES");
    }

    SecretKey fromSettings(Properties settings) {
        return new SecretKeySpec(settings.getProperty("records.key").getBytes(), "AES");
    }

    SecretKey fresh() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    SecretKey made() throws GeneralSecurityException {
        return KeyGenerator.getInstance("AES").generateKey();
    }

    SecretKey given(byte[] material) {
        return new SecretKeySpec(material, "AES");
    }

    SecretKey named(java.util.function.Function<byte[], byte[]> store) {
        byte[] found = store.apply("invoices".getBytes());
        return new SecretKeySpec(found, "AES");
    }
}

class Kept {
    private byte[] held;

    void hold(byte[] given) {
        held = given;
    }

    SecretKey make() {
        return new SecretKeySpec(held, "AES");
    }

    SecretKey marked(java.security.SecureRandom random) {
        byte[] key = new byte[16];
        random.nextBytes(key);
        key[0] = 1;
        return new SecretKeySpec(key, "AES");
    }
}

class Made {
    Object drawn() {
        byte[] key = new byte[16];
        new java.security.SecureRandom().nextBytes(key);
        return new javax.crypto.spec.SecretKeySpec(key, "AES");
    }

    Object copied(byte[] given) {
        byte[] key = new byte[16];
        for (int i = 0; i < key.length; i++) {
            key[i] = given[i];
        }
        return new javax.crypto.spec.SecretKeySpec(key, "AES");
    }

    Object filled(java.util.function.Consumer<byte[]> source) {
        byte[] key = new byte[16];
        source.accept(key);
        return new javax.crypto.spec.SecretKeySpec(key, "AES");
    }

    Object extracting() {
        return new javax.crypto.spec.SecretKeySpec(new byte[32], "HmacSHA256");
    }

    Object salted(byte[] salt) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        return new javax.crypto.spec.SecretKeySpec(digest.digest("label".getBytes()), "AES");
    }
}
