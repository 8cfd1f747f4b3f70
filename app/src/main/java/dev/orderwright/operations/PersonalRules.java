package dev.orderwright.operations;

import dev.orderwright.shared.web.Masks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of recorded data those may see who may not see who a customer is: all of it, with personal details masked. */
public final class PersonalRules {

    /** Their names are names of things. */
    private static final Set<String> NO_PEOPLE =
            Set.of("item", "node", "api-key", "view", "import", "job", "supply", "stock-document");

    private static final Map<String, UnaryOperator<String>> MASKS = Map.ofEntries(
            Map.entry("name", Masks::name),
            Map.entry("displayname", Masks::name),
            Map.entry("contact", Masks::name),
            Map.entry("company", Masks::name),
            Map.entry("recipient", Masks::text),
            Map.entry("email", Masks::email),
            Map.entry("phone", Masks::phone),
            Map.entry("street", Masks::text),
            Map.entry("street2", Masks::text),
            Map.entry("city", Masks::text),
            Map.entry("region", Masks::text),
            Map.entry("postcode", Masks::postcode),
            Map.entry("address", Masks::text));

    private static final Pattern EMAIL = Pattern.compile("[^\\s\"'<>,;:()]+@[^\\s\"'<>,;:()]+");

    private PersonalRules() {}

    /**
     * @param subjectKind what the data is about; empty when that is not known, and then anything may be a person's
     * @param seesPeople whether nothing is to be masked
     */
    public static @Nullable Object visible(@Nullable Object data, String subjectKind, boolean seesPeople) {
        return seesPeople ? data : masked("", data, !NO_PEOPLE.contains(subjectKind));
    }

    private static @Nullable Object masked(String key, @Nullable Object value, boolean people) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> masked = new LinkedHashMap<>();
            map.forEach((name, part) -> masked.put(String.valueOf(name), masked(String.valueOf(name), part, people)));
            return masked;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> masked = new ArrayList<>();
            list.forEach(part -> masked.add(masked(key, part, people)));
            return masked;
        }
        if (!(value instanceof String text)) {
            return value;
        }
        UnaryOperator<String> mask = people ? MASKS.get(plain(key)) : null;
        return mask == null ? EMAIL.matcher(text).replaceAll(found -> Masks.email(found.group())) : mask.apply(text);
    }

    /** {@code shipTo_Name} and {@code name} are the same to us. */
    private static String plain(String key) {
        String lower = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return MASKS.keySet().stream()
                .filter(lower::endsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse(lower);
    }
}
