package clinic;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class Keys {
    SecretKey key() {
        return new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8), "AES"); // pave: expect fixed-key
    }

    IvParameterSpec iv() {
        return new IvParameterSpec("abcdefghabcdefgh".getBytes()); // pave: expect fixed-key
    }

    IvParameterSpec zeroIv() {
        return new IvParameterSpec(new byte[16]); // pave: expect fixed-key
    }

    GCMParameterSpec nonce() {
        return new GCMParameterSpec(128, new byte[12]); // pave: expect fixed-key
    }
}
