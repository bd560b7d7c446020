package clinic;

import javax.crypto.Cipher;

class Wrap {
    private static final String PADDED = "RSA/ECB/PKCS1Padding";

    Cipher bare() throws Exception {
        return Cipher.getInstance("RSA/ECB/NoPadding"); // pave: expect rsa-padding
    }

    Cipher unsaid() throws Exception {
        return Cipher.getInstance("RSA"); // pave: expect rsa-padding
    }

    Cipher old() throws Exception {
        return Cipher.getInstance(PADDED); // pave: expect rsa-padding
    }
}
