package clinic;

import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

class Nonces {
    private static final byte[] NONCE = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

    IvParameterSpec text() {
        return new IvParameterSpec("abcdefghabcdefgh".getBytes()); // pave: expect fixed-iv
    }

    IvParameterSpec zeros() {
        return new IvParameterSpec(new byte[16]); // pave: expect fixed-iv
    }

    GCMParameterSpec zerosInSteps() {
        byte[] nonce = new byte[12];
        return new GCMParameterSpec(128, nonce); // pave: expect fixed-iv
    }

    GCMParameterSpec shared() {
        return new GCMParameterSpec(128, NONCE); // pave: expect fixed-iv
    }

    javax.crypto.spec.IvParameterSpec looked() {
        java.util.Map<String, String> kept = new java.util.HashMap<>();
        kept.put("iv", "0123456789abcdef");
        return new javax.crypto.spec.IvParameterSpec(kept.get("iv").getBytes()); // pave: expect fixed-iv
    }
}
