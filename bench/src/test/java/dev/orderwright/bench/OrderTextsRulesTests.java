package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrderTextsRulesTests {

    private static OrderTexts texts(long seed) {
        return new OrderTexts("run", "B", 100, 3, new SplittableRandom(seed));
    }

    @Test
    void anOrderIsJsonWithItsOwnNumber() {
        OrderTexts texts = texts(1);
        JsonNode first = Api.JSON.readTree(texts.next());
        assertThat(first.path("externalId").asString()).isEqualTo(texts.key()).isEqualTo("run-1");
        assertThat(first.path("lines").size()).isEqualTo(3);
        assertThat(first.path("lines").path(0).path("sku").asString()).matches("B-00\\d{3}");
        assertThat(Api.JSON.readTree(texts.next()).path("externalId").asString())
                .isEqualTo("run-2");
    }

    @Test
    void theSameSeedMakesTheSameOrders() {
        assertThat(texts(7).next()).isEqualTo(texts(7).next()).isNotEqualTo(texts(8).next());
    }

    @Test
    void aStreamHasOneOrderALine() {
        List<String> lines =
                new String(texts(1).next(5), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .hasSize(5)
                .allSatisfy(line -> assertThat(
                                Api.JSON.readTree(line).path("channel").asString())
                        .isEqualTo("web"));
    }

    @Test
    void anOrderCanBeUnwantedWhenItIsShort() {
        assertThat(Api.JSON.readTree(texts(1).next()).has("ifShort")).isFalse();
        assertThat(Api.JSON
                        .readTree(texts(1).refusedWhenShort().next())
                        .path("ifShort")
                        .asString())
                .isEqualTo("REFUSE");
    }
}
