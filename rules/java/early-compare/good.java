package clinic;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;

class Gate {
    boolean constant(Mac mac, byte[] body, byte[] given) {
        return MessageDigest.isEqual(mac.doFinal(body), given);
    }

    boolean encoded(Mac mac, byte[] body, String given) {
        byte[] wanted = Base64.getEncoder().encode(mac.doFinal(body));
        return MessageDigest.isEqual(wanted, given.getBytes());
    }

    boolean sameFile(MessageDigest digest, byte[] one, byte[] two) {
        return Arrays.equals(digest.digest(one), digest.digest(two));
    }

    boolean sameLength(Mac mac, byte[] body, Integer given) {
        byte[] wanted = mac.doFinal(body);
        return given.equals(wanted.length);
    }
}
