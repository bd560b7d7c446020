package example.clinic.claims;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;

/** Settles claims and hands out the codes that members quote on the telephone. */
final class Settlement {
    private final Random sampling = new Random();

    /** One claim in a hundred is looked at by a person. */
    boolean isSampled() {
        return sampling.nextInt(100) == 0;
    }

    String oneTimeCode() {
        return String.format("%08d", new Random().nextInt(100_000_000));
    }

    String receipt(Claim claim) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("MD5").digest(claim.toWire().getBytes());
        return HexFormat.of().formatHex(digest);
    }
}
