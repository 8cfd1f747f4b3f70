package dev.orderwright.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody can guess, and the fingerprints by which they are known again. */
final class Secrets {

    /** Without letters and digits that look alike. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int TOKEN_BYTES = 32;
    private static final int PASSWORD_GROUPS = 4;
    private static final int GROUP_LENGTH = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 256 random bits. */
    static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** About 99 random bits that can be read out and typed: {@code k7qmw-3xvdp-9wtrh-h2psx}. */
    static String readablePassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_GROUPS; i++) {
            password.append(i == 0 ? "" : "-").append(letters(GROUP_LENGTH));
        }
        return password.toString();
    }

    static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return letters.toString();
    }

    static byte[] fingerprint(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
