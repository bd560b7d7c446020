package clinic;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import javax.crypto.Mac;
import org.apache.commons.codec.digest.DigestUtils;

class Signer {
    byte[] sign(byte[] record) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(record);
    }

    String etagOf(byte[] page) throws GeneralSecurityException {
        return hex(MessageDigest.getInstance("MD5").digest(page));
    }

    String page(byte[] body) {
        String etag = DigestUtils.md5Hex(body);
        return etag;
    }

    Mac mac() throws GeneralSecurityException {
        return Mac.getInstance("HmacSHA1");
    }

    Signature signature() throws GeneralSecurityException {
        return Signature.getInstance("SHA256withRSA");
    }

    String name() {
        return "MD5";
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            out.append(String.format("%02x", b));
        }
        return out.toString();
    }

    byte[] replaced(byte[] data) throws Exception {
        int level = 2;
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("MD5");
        if (level > 1) {
            digest = java.security.MessageDigest.getInstance("SHA-256");
        }
        return digest.digest(data);
    }
}

class WebSocketAnswer {
    String accept(String key) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-1");
        return java.util.Base64.getEncoder().encodeToString(digest.digest((key + GUID).getBytes()));
    }
}
