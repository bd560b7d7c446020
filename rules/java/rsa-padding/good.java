package clinic;

import java.security.KeyFactory;
import java.security.Signature;
import javax.crypto.Cipher;

class Wrap {
    Cipher sound() throws Exception {
        return Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }

    Signature signed() throws Exception {
        return Signature.getInstance("SHA256withRSA");
    }

    KeyFactory keys() throws Exception {
        return KeyFactory.getInstance("RSA");
    }
}
