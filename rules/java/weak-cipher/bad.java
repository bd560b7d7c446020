package clinic;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

class Sealer {
    byte[] seal(SecretKey key, byte[] note) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("DES/CBC/PKCS5Padding"); // pave: expect weak-cipher
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(note);
    }

    Cipher defaultMode() throws GeneralSecurityException {
        return Cipher.getInstance("DESede"); // pave: expect weak-cipher
    }

    Cipher blocks() throws GeneralSecurityException {
        return javax.crypto.Cipher.getInstance("AES/ECB/PKCS5Padding", "SunJCE"); // pave: expect weak-cipher
    }

    Cipher stream() throws GeneralSecurityException {
        return Cipher.getInstance("RC4"); // pave: expect weak-cipher
    }

    Object joined() throws Exception {
        String mode = "ECB";
        return javax.crypto.Cipher.getInstance("AES/" + mode + "/PKCS5Padding"); // pave: expect weak-cipher
    }
}

class Blocks {
    Object alone() {
        return new org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher(new org.bouncycastle.crypto.engines.AESEngine()); // pave: expect weak-cipher
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
        return Cipher.getInstance(Kind.OLD.label()); // pave: expect weak-cipher
    }

    Cipher replaced() throws GeneralSecurityException {
        return Cipher.getInstance("AES/CBC/PKCS5Padding".replace("CBC", "ECB")); // pave: expect weak-cipher
    }

    Cipher cut() throws GeneralSecurityException {
        String list = "none,DES";
        return Cipher.getInstance(list.substring(5)); // pave: expect weak-cipher
    }

    Cipher formatted() throws GeneralSecurityException {
        return Cipher.getInstance(String.format("%s/%s/NoPadding", "AES", "ECB")); // pave: expect weak-cipher
    }

    Cipher ofMap() throws GeneralSecurityException {
        return Cipher.getInstance(java.util.Map.of("old", "DES", "new", "AES/GCM/NoPadding").get("old")); // pave: expect weak-cipher
    }

    Cipher otherwise(java.util.Optional<String> told) throws GeneralSecurityException {
        return Cipher.getInstance(told.orElse("AES/ECB/PKCS5Padding")); // pave: expect weak-cipher
    }
}

class Suites {
    void old(javax.net.ssl.SSLSocket socket) {
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_RC4_128_SHA"}); // pave: expect weak-cipher
    }

    void jasypt() {
        org.jasypt.encryption.pbe.StandardPBEStringEncryptor encryptor = new org.jasypt.encryption.pbe.StandardPBEStringEncryptor();
        encryptor.setAlgorithm("PBEWithMD5AndDES"); // pave: expect weak-cipher
    }
}
