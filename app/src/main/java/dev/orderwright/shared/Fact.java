package dev.orderwright.shared;

import java.util.Map;

/**
 * Something that has happened, for the timeline, for other modules and for the books.
 *
 * @param subjectKind what it happened to ({@code order}, {@code item}, {@code customer} …)
 * @param subjectId its id
 * @param type past tense, stable ({@code OrderPlaced})
 * @param data small and readable; what a person needs to see why
 */
public record Fact(String subjectKind, long subjectId, String type, Map<String, Object> data) {

    /** A fact about an order, whatever part of it. */
    public static Fact ofOrder(long orderId, String type, Map<String, Object> data) {
        return new Fact("order", orderId, type, data);
    }
}
