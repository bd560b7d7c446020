package clinic;

import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.HmacUtils;

class Gate {
    boolean raw(Mac mac, byte[] body, byte[] given) {
        byte[] wanted = mac.doFinal(body);
        return Arrays.equals(wanted, given); // pave: expect early-compare
    }

    boolean encoded(Mac mac, byte[] body, String given) {
        String wanted = Base64.getEncoder().encodeToString(mac.doFinal(body));
        return wanted.equals(given); // pave: expect early-compare
    }

    boolean turned(byte[] key, String body, String given) {
        String wanted = HmacUtils.hmacSha256Hex(new String(key), body);
        return given.equalsIgnoreCase(wanted); // pave: expect early-compare
    }

    boolean signed(Signature signature, byte[] given) throws Exception {
        byte[] wanted = signature.sign();
        return Arrays.equals(given, wanted); // pave: expect early-compare
    }
}
