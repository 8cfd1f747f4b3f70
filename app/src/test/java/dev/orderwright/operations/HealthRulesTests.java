package dev.orderwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.HealthSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class HealthRulesTests {

    private static HealthSource source(String part, Tone tone, int order) {
        return () -> List.of(new HealthSource.Sign(part, Chip.of("so", tone), "It is so.", List.of(), "", order));
    }

    private static Health health(HealthSource... sources) {
        Map<String, Object> beans = new LinkedHashMap<>();
        for (HealthSource source : sources) {
            beans.put("source" + beans.size(), source);
        }
        return new Health(new StaticListableBeanFactory(beans).getBeanProvider(HealthSource.class));
    }

    @Test
    void partsStandInTheirOrderAndThoseThatNeedALookAreCounted() {
        Health health = health(
                source("third", Tone.WARN, 3),
                source("first", Tone.GOOD, 1),
                source("second", Tone.BAD, 2),
                source("fourth", Tone.NEUTRAL, 4));
        assertThat(health.signs())
                .extracting(HealthSource.Sign::part)
                .containsExactly("first", "second", "third", "fourth");
        assertThat(health.wrong()).isEqualTo(2);
    }

    @Test
    void aPartThatCannotSayHowItIsIsNotWellAndTakesNoOtherWithIt() {
        Health health = health(
                () -> {
                    throw new IllegalStateException("the cable is out");
                },
                source("other", Tone.GOOD, 1));
        assertThat(health.signs()).hasSize(2).last().satisfies(sign -> {
            assertThat(sign.isWrong()).isTrue();
            assertThat(sign.says()).isEqualTo("the cable is out");
        });
        assertThat(health.wrong()).isEqualTo(1);
    }
}
