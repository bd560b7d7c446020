package clinic;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;

class Vault {
    private static final String ALGORITHM = "AES";

    byte[] lock(Key key, byte[] record) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM); // pave: expect cipher-default-mode
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(record);
    }

    Cipher open() throws GeneralSecurityException {
        return make("aes");
    }

    private Cipher make(String name) throws GeneralSecurityException {
        return Cipher.getInstance(name.trim()); // pave: expect cipher-default-mode
    }
}
