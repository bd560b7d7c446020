package clinic;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

class Signer {
    byte[] sign(byte[] record) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("MD5"); // pave: expect weak-hash
        return digest.digest(record);
    }

    byte[] signAgain(byte[] record) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1", "SUN").digest(record); // pave: expect weak-hash
    }

    byte[] spelledOut(byte[] record) throws GeneralSecurityException {
        return java.security.MessageDigest.getInstance("sha1").digest(record); // pave: expect weak-hash
    }
}
