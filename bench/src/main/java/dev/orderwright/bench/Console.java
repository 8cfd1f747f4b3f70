package dev.orderwright.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;

/**
 * Somebody who is signed in at the console. The first password is shown once, at the start that made the data folder, and a
 * folder may be older than the measurement: so the session is opened beside those of others, in the database.
 */
final class Console {

    private static final int TOKEN_BYTES = 32;
    private static final String OPEN = """
            insert into access.sessions (id, token_hash, user_id, started_at, last_seen_at, expires_at, address, device)
            select (extract(epoch from clock_timestamp()) * 1000000)::bigint, ?, id, now(), now(),
                   now() + interval '12 hours', '127.0.0.1', 'benchmark'
              from access.users where login = 'admin'
            """;

    private final String token;

    private Console(String token) {
        this.token = token;
    }

    static Console signIn(Subject subject) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (Connection database = subject.database();
                PreparedStatement open = database.prepareStatement(OPEN)) {
            open.setBytes(1, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
            if (open.executeUpdate() != 1) {
                throw new IllegalStateException("there is no administrator who could sign in");
            }
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot sign in at the console", e);
        }
        return new Console(token);
    }

    /** The bytes of a request for a page, as {@link Load} sends them. */
    byte[] bytes(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: orderwright=" + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
