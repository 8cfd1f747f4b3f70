/**
 * What every API route stands on: bodies are limited and taken literally, and whatever goes wrong becomes a problem
 * (RFC 9457) with a stable code. Controllers end with {@link ApiRefusal}; the rest happens here.
 */
@NullMarked
package dev.orderwright.shared.api;

import org.jspecify.annotations.NullMarked;
