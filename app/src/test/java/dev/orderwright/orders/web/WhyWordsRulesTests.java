package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stored explanations, in sentences. */
class WhyWordsRulesTests {

    @SuppressWarnings("unchecked")
    private static List<String> sentences(String why) {
        return new WhyWords(List.of()).sentences((Map<String, Object>) Json.read(why, Map.class));
    }

    @Test
    void whatEachPartCountsAndHowMuchMoreTheNextPlanWouldHaveCountedIsSaid() {
        List<String> said = sentences("""
                {"currency": "GBP", "strategy": 3, "aim": "LEAST_COST", "strategyName": "Cheapest", "total": 3580, "split": 1000,
                 "nodes": [{"node": "N1", "has": 9, "ship": "2026-03-02", "deliver": "2026-03-04", "took": 9, "cost": 790,
                            "costs": {"SHIPPING": 790, "LATENESS": 500}},
                           {"node": "N2", "has": 1, "ship": "2026-03-02", "deliver": "2026-03-09", "took": 1, "cost": 1290,
                            "costs": {"SHIPPING": 1290}}],
                 "beat": [{"nodes": ["N2"], "cost": 4990, "deliver": "2026-03-09", "because": "dearer", "total": 4990,
                           "dearerBy": 1410, "mostly": "SHIPPING"}]}
                """);

        assertThat(said)
                .anySatisfy(one -> assertThat(one).contains("“Cheapest”", "version 3", "35.80"))
                .anySatisfy(one -> assertThat(one).contains("N1", "carriage", "7.90", "lateness", "5.00"))
                .anySatisfy(one -> assertThat(one).contains("several shipments", "10.00"))
                .anySatisfy(one -> assertThat(one).contains("N2", "14.10 GBP more, mostly for carriage"));
    }

    @Test
    void anExplanationOfTheFirstVersionIsSaidAsItAlwaysWas() {
        assertThat(sentences("""
                {"currency": "GBP", "nodes": [{"node": "N1", "has": 3, "ship": "2026-03-02", "deliver": "2026-03-04",
                 "took": 3, "cost": 320}]}
                """)).hasSize(1).first().asString().contains("N1 gives 3", "3.20");
    }

    @Test
    void fewestShipmentsByALaterVersionNameIt() {
        assertThat(sentences("{\"currency\": \"GBP\", \"strategy\": 4, \"nodes\": []}"))
                .singleElement()
                .asString()
                .contains("Fewest shipments first", "version 4");
    }
}
