package dev.orderwright.shared;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people and programs call things by: a number such as {@code FO-100042} in whatever case, or the id.
 *
 * @param cleaned what was given, and what is looked for
 */
public record Names(Map<String, String> cleaned) {

    private static final int ID_DIGITS_MAX = 18;

    public Names {
        cleaned = Map.copyOf(cleaned);
    }

    public static Names of(Collection<String> names) {
        Map<String, String> cleaned = new LinkedHashMap<>();
        names.forEach(name -> cleaned.put(name, name.strip().toUpperCase(Locale.ROOT)));
        return new Names(cleaned);
    }

    private static boolean isId(String name) {
        return !name.isEmpty() && name.length() <= ID_DIGITS_MAX && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Those that can be ids. */
    public List<Long> ids() {
        return cleaned.values().stream().filter(Names::isId).map(Long::valueOf).toList();
    }

    /** All others. */
    public List<String> numbers() {
        return cleaned.values().stream().filter(name -> !isId(name)).toList();
    }

    /** What was found by its id or number, under the names that were given. */
    public <T> Map<String, T> each(Map<String, T> found) {
        Map<String, T> result = new LinkedHashMap<>();
        cleaned.forEach((given, clean) -> {
            @Nullable T one = found.get(isId(clean) ? Long.toString(Long.parseLong(clean)) : clean);
            if (one != null) {
                result.put(given, one);
            }
        });
        return result;
    }
}
