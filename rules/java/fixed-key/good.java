package clinic;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class Keys {
    SecretKey key(KeyStore store, char[] pin) throws GeneralSecurityException {
        return (SecretKey) store.getKey("records", pin);
    }

    SecretKey fromProvider(byte[] material) {
        return new SecretKeySpec(material, "AES");
    }

    GCMParameterSpec nonce() {
        byte[] fresh = new byte[12];
        new SecureRandom().nextBytes(fresh);
        return new GCMParameterSpec(128, fresh);
    }
}
