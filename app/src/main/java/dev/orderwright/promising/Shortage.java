package dev.orderwright.promising;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line that cannot be covered from stock now.
 *
 * @param expectedOn the day it can leave when announced supply arrives as announced; null when none is known
 * @param deliverOn the day it arrives then
 */
public record Shortage(
        int lineNo,
        long itemId,
        long quantity,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate deliverOn) {}
