package dev.orderwright.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The fingerprint by which the same key with other content is told from a retry. */
public final class ContentHash {

    private static final int LENGTH_BYTES = 16;

    private ContentHash() {}

    /** Content that has made its fingerprint already, so that a command that is sent as part of a set need not be read again. */
    public interface Known {

        /** 16 bytes; the same for the same content, whatever command it is part of. */
        byte[] fingerprint();
    }

    /** The first 128 bits of SHA-256 over the kind and the JSON of the content. */
    public static byte[] of(String kind, Object content) {
        if (content instanceof Known known) {
            return known.fingerprint();
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(content instanceof byte[] bytes ? bytes : Json.bytes(content));
            return Arrays.copyOf(digest.digest(), LENGTH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
