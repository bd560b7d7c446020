package clinic;

import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

class Locks {
    SecretKey derived(String phrase, byte[] salt) throws Exception {
        SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
        byte[] key = factory.generateSecret(new PBEKeySpec(phrase.toCharArray(), salt, 600_000, 256)).getEncoded();
        return new SecretKeySpec(key, "AES");
    }

    SecretKey decoded(String kept) {
        return new SecretKeySpec(Base64.getDecoder().decode(kept.getBytes()), "AES");
    }

    SecretKey hashed(MessageDigest digest, String kept) {
        return new SecretKeySpec(digest.digest(kept.getBytes()), "AES");
    }

    SecretKey signing(String kept) {
        return new SecretKeySpec(kept.getBytes(), "HmacSHA256");
    }
}
