package dev.orderwright.inventory;

import java.time.LocalDate;

/** A channel and a day for which somebody wants to know what is kept back. */
public record LimitDay(String channel, LocalDate on) {}
