package dev.orderwright.documents;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes something into every text of a view, however deep. */
final class Everywhere {

    /** Codes that are refused unless they have their form; a label cannot be asked for with anything else in them. */
    private static final Set<String> CODES = Set.of("tracking", "sscc");

    private Everywhere() {}

    @SuppressWarnings("unchecked")
    static <T> T in(T view, UnaryOperator<String> change) {
        return (T) changed("", view, change);
    }

    private static Object changed(String name, Object value, UnaryOperator<String> change) {
        return switch (value) {
            case String text -> CODES.contains(name) ? text : change.apply(text);
            case List<?> list ->
                list.stream().map(element -> changed(name, element, change)).toList();
            case Record record -> changedRecord(record, change);
            default -> value;
        };
    }

    private static Object changedRecord(Record record, UnaryOperator<String> change) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int at = 0; at < values.length; at++) {
                values[at] = changed(
                        components[at].getName(), components[at].getAccessor().invoke(record), change);
            }
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
