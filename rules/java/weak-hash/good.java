package clinic;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

class Signer {
    byte[] sign(byte[] record) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(record);
    }

    String etagOf(byte[] page) throws GeneralSecurityException {
        return hex(MessageDigest.getInstance("MD5").digest(page));
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
}
