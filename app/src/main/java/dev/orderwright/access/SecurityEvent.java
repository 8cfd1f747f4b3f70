package dev.orderwright.access;

import java.time.Instant;

/**
 * Something that matters for security: who came in, who was refused, who changed what others may do.
 *
 * @param kind stable: {@code signed-in}, {@code sign-in-refused}, {@code api-key-created} …
 * @param subject what it is about: a login, the name of a key
 * @param address where the request came from, empty for the program itself
 */
public record SecurityEvent(
        long id, Instant at, String kind, String actor, String subject, String address, String detail) {}
