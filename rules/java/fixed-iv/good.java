package clinic;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

class Nonces {
    GCMParameterSpec fresh() {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        return new GCMParameterSpec(128, nonce);
    }

    IvParameterSpec received(DataInputStream in) throws IOException {
        byte[] iv = new byte[16];
        in.readFully(iv);
        return new IvParameterSpec(iv);
    }

    IvParameterSpec split(byte[] message) {
        return new IvParameterSpec(Arrays.copyOfRange(message, 0, 16));
    }

    GCMParameterSpec counted(long count) {
        byte[] nonce = new byte[12];
        for (int i = 0; i < 8; i++) {
            nonce[i] = (byte) (count >>> (8 * i));
        }
        return new GCMParameterSpec(128, nonce);
    }

    IvParameterSpec copied(byte[] message) {
        byte[] iv = new byte[16];
        System.arraycopy(message, 0, iv, 0, 16);
        return new IvParameterSpec(iv);
    }

    IvParameterSpec unpacked(ByteBuffer message) {
        byte[] iv = new byte[16];
        message.get(iv);
        return new IvParameterSpec(iv);
    }
}
