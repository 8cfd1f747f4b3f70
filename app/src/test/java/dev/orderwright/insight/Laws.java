package dev.orderwright.insight;

import java.util.Map;
import java.util.stream.Collectors;

/** The laws of the books for tests that ask them themselves: what each says, and the query for what breaks it. */
public final class Laws {

    public static final Map<String, String> ALL =
            Books.LAWS.stream().collect(Collectors.toUnmodifiableMap(Law::title, law -> everywhere(law)));

    private Laws() {}

    private static String everywhere(Law law) {
        return law.drifts()
                .text()
                .replace(":first", "(%d - 1)".formatted(law.scope().first() + 1))
                .replace(":last", Long.toString(law.scope().last()));
    }
}
