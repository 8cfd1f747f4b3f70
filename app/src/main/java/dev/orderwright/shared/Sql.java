package dev.orderwright.shared;

/**
 * The text of one SQL statement. Every statement of the product is a {@code static final Sql} constant of a store, so
 * that a test can find and plan each of them against the schema, as the role of its module.
 */
public record Sql(String text) {

    public Sql {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a statement needs a text");
        }
    }

    public static Sql of(String text) {
        return new Sql(text.strip());
    }
}
