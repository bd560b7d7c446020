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
