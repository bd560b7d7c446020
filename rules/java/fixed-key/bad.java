package clinic;

import com.auth0.jwt.algorithms.Algorithm;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.SecretKeySpec;

class Sealing {
    private static final String MATERIAL = "0123456789abcdef";
    private static final byte[] RAW = {1, 2, 3, 4, 5, 6, 7, 8};

    SecretKey key() {
        return new SecretKeySpec(MATERIAL.getBytes(StandardCharsets.UTF_8), "AES"); // pave: expect fixed-key
    }

    SecretKey decoded() {
        byte[] bytes = Base64.getDecoder().decode("c2VjcmV0c2VjcmV0c2VjcmV0IQ==");
        return new SecretKeySpec(bytes, "AES"); // pave: expect fixed-key
    }

    SecretKey stretched() {
        byte[] bytes = Arrays.copyOf(RAW, 16);
        return make(bytes);
    }

    private SecretKey make(byte[] bytes) {
        return new SecretKeySpec(bytes, 0, 16, "AES"); // pave: expect fixed-key
    }

    DESKeySpec old() throws Exception {
        return new DESKeySpec(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}); // pave: expect fixed-key
    }

    Algorithm token() {
        return Algorithm.HMAC256("change me"); // pave: expect fixed-key
    }

    Object signer() {
        return Keys.hmacShaKeyFor("a text that is long enough for it".getBytes()); // pave: expect fixed-key
    }
}

class Kept {
    private static final byte[] FIRST = {4, 8, 15, 16, 23, 42, 4, 8, 15, 16, 23, 42, 4, 8, 15, 16};
    private static byte[] held;
    private String phrase;

    static void hold() {
        held = FIRST;
    }

    static SecretKey begin() {
        hold();
        return make();
    }

    private static SecretKey make() {
        return new SecretKeySpec(held, "AES"); // pave: expect fixed-key
    }

    void remember() {
        phrase = "correct horse ba";
    }

    SecretKey later() {
        return new SecretKeySpec(phrase.getBytes(), "AES"); // pave: expect fixed-key
    }

    SecretKey filled() {
        byte[] key = new byte[16];
        key[0] = 20;
        key[1] = 0x1e;
        key[2] = (byte) 40;
        return new SecretKeySpec(key, "AES"); // pave: expect fixed-key
    }
}

class Shared {
    private static byte[] key;

    static void main(String[] args) {
        Shared shared = new Shared();
        key = "correct horse ba".getBytes();
        shared.use();
    }

    SecretKey use() {
        return new SecretKeySpec(key, "AES"); // pave: expect fixed-key
    }
}

class Made {
    Object zeros() {
        return new javax.crypto.spec.SecretKeySpec(new byte[16], "AES"); // pave: expect fixed-key
    }

    Object counted() {
        byte[] key = new byte[16];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 3);
        }
        return new javax.crypto.spec.SecretKeySpec(key, "AES"); // pave: expect fixed-key
    }

    Object digested() throws Exception {
        byte[] key = java.security.MessageDigest.getInstance("SHA-256").digest("a phrase in the code".getBytes());
        return new javax.crypto.spec.SecretKeySpec(key, "AES"); // pave: expect fixed-key
    }
}
