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
