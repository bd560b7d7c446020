package clinic;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

class Sealer {
    Cipher sealing() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    Cipher stream() throws GeneralSecurityException {
        return Cipher.getInstance("ChaCha20-Poly1305");
    }

    Cipher wrapping() throws GeneralSecurityException {
        return Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }

    Object joined() throws Exception {
        String mode = "GCM";
        return javax.crypto.Cipher.getInstance("AES/" + mode + "/NoPadding");
    }
}

class Blocks {
    Object chained() {
        return new org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher(
                new org.bouncycastle.crypto.modes.CBCBlockCipher(new org.bouncycastle.crypto.engines.AESEngine()));
    }
}

class Told {
    enum Kind {
        OLD("RC4"), NEW("AES/GCM/NoPadding");
        private final String label;
        Kind(String label) { this.label = label; }
        String label() { return label; }
    }

    Cipher ofEnum() throws GeneralSecurityException {
        return Cipher.getInstance(Kind.NEW.label());
    }

    Cipher replaced() throws GeneralSecurityException {
        return Cipher.getInstance("AES/ECB/NoPadding".replace("ECB", "GCM"));
    }

    Cipher ofMap() throws GeneralSecurityException {
        return Cipher.getInstance(java.util.Map.of("old", "DES", "new", "AES/GCM/NoPadding").get("new"));
    }
}

class Suites {
    void current(javax.net.ssl.SSLSocket socket) {
        socket.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"});
    }
}
