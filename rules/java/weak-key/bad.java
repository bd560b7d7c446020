package clinic;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import javax.crypto.KeyGenerator;

class KeySizes {
    KeyPair rsa() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(1024); // pave: expect weak-key
        return maker.generateKeyPair();
    }

    KeyPair followed() throws Exception {
        int bits = 512;
        KeyPairGenerator maker = KeyPairGenerator.getInstance("DSA");
        maker.initialize(bits); // pave: expect weak-key
        return maker.generateKeyPair();
    }

    KeyPair curve() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(new ECGenParameterSpec("secp160r1")); // pave: expect weak-key
        return maker.generateKeyPair();
    }

    Object des() throws Exception {
        KeyGenerator maker = KeyGenerator.getInstance("Blowfish");
        maker.init(56); // pave: expect weak-key
        return maker.generateKey();
    }
}

class Bouncy {
    Object parameters(java.math.BigInteger exponent, java.security.SecureRandom random) {
        return new org.bouncycastle.crypto.params.RSAKeyGenerationParameters(exponent, random, 1024, 80); // pave: expect weak-key
    }
}
