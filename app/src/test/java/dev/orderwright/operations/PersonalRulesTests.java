package dev.orderwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PersonalRulesTests {

    private static final Map<String, Object> ORDER = Map.of(
            "number",
            "SO-100042",
            "units",
            3,
            "shipTo",
            Map.of("name", "Ada Love", "postcode", "SW1A 1AA", "city", "London", "country", "GB"),
            "buyers",
            List.of(Map.of("email", "ada@example.com")));

    @Test
    void whoMaySeePeopleSeesWhatWasRecorded() {
        assertThat(PersonalRules.visible(ORDER, "order", true)).isEqualTo(ORDER);
    }

    @Test
    void allOthersSeeEverythingButWhoItIs() {
        assertThat(String.valueOf(PersonalRules.visible(ORDER, "order", false)))
                .contains("SO-100042", "units=3", "country=GB", "A••• L•••", "SW•••", "a•••@example.com")
                .doesNotContain("Ada", "Love", "London", "1AA");
    }

    @Test
    void theNameOfAThingIsNobodysName() {
        Map<String, Object> data = Map.of("name", "North Warehouse");
        assertThat(PersonalRules.visible(data, "node", false)).isEqualTo(data);
        assertThat(PersonalRules.visible(data, "customer", false)).isEqualTo(Map.of("name", "N••• W•••"));
        assertThat(PersonalRules.visible(data, "", false)).isEqualTo(Map.of("name", "N••• W•••"));
    }

    @Test
    void keysThatEndInSomethingPersonalArePersonal() {
        assertThat(PersonalRules.visible(Map.of("contactPhone", "+44 20 7946 0018"), "order", false))
                .isEqualTo(Map.of("contactPhone", "••• 18"));
    }

    @Test
    void anAddressOfMailIsHiddenInsideOfASentence() {
        assertThat(PersonalRules.visible(Map.of("about", "Invoice to bo@shop.example, twice"), "item", false))
                .isEqualTo(Map.of("about", "Invoice to b•••@shop.example, twice"));
    }

    @Test
    void nothingStaysNothing() {
        assertThat(PersonalRules.visible(null, "order", false)).isNull();
    }
}
