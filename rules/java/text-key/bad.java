package clinic;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.DESKeySpec;
import javax.crypto.spec.SecretKeySpec;

class Locks {
    SecretKey direct(String phrase) throws Exception {
        return new SecretKeySpec(phrase.getBytes("UTF-8"), "AES"); // pave: expect text-key
    }

    SecretKey cut(String phrase) {
        byte[] bytes = phrase.getBytes();
        bytes = Arrays.copyOf(bytes, 16);
        return new SecretKeySpec(bytes, "AES"); // pave: expect text-key
    }

    DESKeySpec old(String phrase) throws Exception {
        return new DESKeySpec(phrase.getBytes()); // pave: expect text-key
    }
}
