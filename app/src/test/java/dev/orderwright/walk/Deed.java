package dev.orderwright.walk;

import java.util.function.Supplier;

/**
 * Something that people or programs do.
 *
 * @param often how often it is chosen, next to the others
 */
record Deed(String name, int often, Supplier<Came> doing) {}
