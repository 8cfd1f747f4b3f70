package dev.orderwright.insight;

import java.util.Map;
import java.util.stream.Collectors;

/** The laws of the books for tests that ask them themselves: what each says, and the query for what breaks it. */
public final class Laws {

    public static final Map<String, String> ALL = Books.LAWS.stream()
            .collect(
                    Collectors.toUnmodifiableMap(Law::title, law -> law.drifts().text()));

    private Laws() {}
}
