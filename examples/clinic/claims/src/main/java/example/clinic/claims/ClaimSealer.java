package example.clinic.claims;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a claim before it is put on the queue. */
final class ClaimSealer {
    private final SecretKey key =
            new SecretKeySpec("claims02".getBytes(StandardCharsets.US_ASCII), "DES");

    byte[] seal(Claim claim) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[8]));
        return cipher.doFinal(claim.toWire().getBytes(StandardCharsets.UTF_8));
    }
}
