package clinic;

import com.google.common.hash.Hashing;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.DigestUtils;

class Signer {
    private final String name;

    Signer() {
        name = "MD5";
    }

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

    byte[] named(byte[] record) throws GeneralSecurityException {
        return MessageDigest.getInstance(name).digest(record); // pave: expect weak-hash
    }

    Signature signature() throws GeneralSecurityException {
        return Signature.getInstance("SHA1withRSA"); // pave: expect weak-hash
    }

    Mac mac() throws GeneralSecurityException {
        return Mac.getInstance("HmacMD5"); // pave: expect weak-hash
    }

    String hex(byte[] record) {
        return DigestUtils.md5Hex(record); // pave: expect weak-hash
    }

    Object guava(byte[] record) {
        return Hashing.sha1().hashBytes(record); // pave: expect weak-hash
    }

    byte[] perhapsReplaced(byte[] data, int level) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("MD5"); // pave: expect weak-hash
        if (level > 1) {
            digest = java.security.MessageDigest.getInstance("SHA-256");
        }
        return digest.digest(data);
    }

    void neverUsed() throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("MD5"); // pave: expect weak-hash
    }

    byte[] usedAndReplaced(byte[] data) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-1"); // pave: expect weak-hash
        byte[] first = digest.digest(data);
        digest = java.security.MessageDigest.getInstance("SHA-256");
        return digest.digest(first);
    }

    Object codec(String text) {
        return new org.apache.commons.codec.digest.DigestUtils("MD5").digestAsHex(text); // pave: expect weak-hash
    }

    Object mac(byte[] key) {
        return new org.apache.commons.codec.digest.HmacUtils("HmacMD5", key); // pave: expect weak-hash
    }
}
