package clinic;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import javax.crypto.KeyGenerator;

class KeySizes {
    KeyPair rsa() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(3072);
        return maker.generateKeyPair();
    }

    KeyPair curve() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(256);
        return maker.generateKeyPair();
    }

    Object aes() throws Exception {
        KeyGenerator maker = KeyGenerator.getInstance("AES");
        maker.init(128);
        return maker.generateKey();
    }
}

class Bouncy {
    Object parameters(java.math.BigInteger exponent, java.security.SecureRandom random) {
        return new org.bouncycastle.crypto.params.RSAKeyGenerationParameters(exponent, random, 3072, 80);
    }
}
