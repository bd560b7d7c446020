package clinic;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;

class Vault {
    Cipher open() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    KeyGenerator keys() throws GeneralSecurityException {
        return KeyGenerator.getInstance("AES");
    }
}

class Joined {
    private static final String NAME = "AES";

    Cipher added() throws GeneralSecurityException {
        return Cipher.getInstance(NAME + "/" + "GCM" + "/NoPadding");
    }
}
