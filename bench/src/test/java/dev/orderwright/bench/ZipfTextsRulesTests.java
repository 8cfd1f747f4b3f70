package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ZipfTextsRulesTests {

    private static final int COUNT = 20_000;

    private final List<JsonNode> fresh = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    /** Takes so many requests; what was made anew is kept. */
    private void take(ZipfTexts texts, int count) {
        for (int i = 0; i < count; i++) {
            texts.next((key, body) -> {
                keys.add(key);
                fresh.add(Api.JSON.readTree(new String(body, StandardCharsets.UTF_8)));
                return body;
            });
        }
    }

    private double share(Predicate<JsonNode> which) {
        return fresh.stream().filter(which).count() / (double) fresh.size();
    }

    @Test
    void itIsTradeAsItIs() {
        take(new ZipfTexts("run", "Z", 10_000, 200, new SplittableRandom(1)), COUNT);

        assertThat(fresh.size() / (double) COUNT).isCloseTo(1 - ZipfTexts.TWICE, within(0.01));
        assertThat(keys).hasSize(fresh.size());
        assertThat(share(order -> order.toString().contains("NO-SUCH-THING"))).isCloseTo(0.021, within(0.005));
        assertThat(share(order -> order.path("terms").asString().equals("ACCOUNT")))
                .isCloseTo(0.2, within(0.01));
        assertThat(fresh)
                .allSatisfy(order -> assertThat(order.path("lines").size()).isBetween(1, 10));
        assertThat(share(order -> order.toString().contains("Z-00001"))).isGreaterThan(0.4);
    }

    @Test
    void theSameSeedMakesTheSameOrders() {
        take(new ZipfTexts("run", "Z", 100, 20, new SplittableRandom(7)), 600);
        List<JsonNode> first = List.copyOf(fresh);
        fresh.clear();
        take(new ZipfTexts("run", "Z", 100, 20, new SplittableRandom(7)), 600);

        assertThat(fresh).isEqualTo(first);
    }
}
