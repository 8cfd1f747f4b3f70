package dev.orderwright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Actor;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MasksRulesTests {

    @Test
    void enoughIsLeftToTellTwoApartAndTooLittleToUse() {
        assertThat(Masks.name("  Anna  Berg ")).isEqualTo("A••• B•••");
        assertThat(Masks.name("𝒜nna")).isEqualTo("𝒜•••");
        assertThat(Masks.email("anna@example.com")).isEqualTo("a•••@example.com");
        assertThat(Masks.email("@example.com")).isEqualTo("•••");
        assertThat(Masks.phone("+44 20 7946 0018")).isEqualTo("••• 18");
        assertThat(Masks.phone("12")).isEqualTo("•••");
        assertThat(Masks.postcode("SW1A 1AA")).isEqualTo("SW•••");
        assertThat(Masks.text("1 High Street")).isEqualTo("•••");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Masks.name(" ")).isEmpty();
        assertThat(Masks.email("")).isEmpty();
        assertThat(Masks.phone("")).isEmpty();
        assertThat(Masks.postcode("")).isEmpty();
        assertThat(Masks.text("")).isEmpty();
    }

    @Test
    void callersSeeWhatTheyMay() {
        assertThat(who(true).personal("anna@example.com", Masks::email)).isEqualTo("anna@example.com");
        assertThat(who(false).personal("anna@example.com", Masks::email)).isEqualTo("a•••@example.com");
        assertThat(who(false, "personal:ship-to").shipTo("Anna Berg", Masks::name))
                .isEqualTo("Anna Berg");
        assertThat(who(false, "personal:ship-to").billTo("Anna Berg", Masks::name))
                .isEqualTo("A••• B•••");
        assertThat(who(false, "personal:bill-to").billTo("Anna Berg", Masks::name))
                .isEqualTo("Anna Berg");
    }

    @Test
    void emptyLimitsMeanEverywhere() {
        Who anywhere = who(false);
        Who inLeeds = new Who(Actor.user("ann"), "Ann", Set.of(), Set.of("LEEDS"), Set.of("SHOP"), 5000L, false);

        assertThat(anywhere.worksAt("LONDON") && anywhere.worksFor("EDI")).isTrue();
        assertThat(inLeeds.worksAt("LEEDS") && inLeeds.worksFor("SHOP")).isTrue();
        assertThat(inLeeds.worksAt("LONDON") || inLeeds.worksFor("EDI")).isFalse();
        assertThat(anywhere.decidesAlone(Long.MAX_VALUE)).isTrue();
        assertThat(inLeeds.decidesAlone(5000) && inLeeds.decidesAlone(-5000)).isTrue();
        assertThat(inLeeds.decidesAlone(5001)).isFalse();
    }

    private static Who who(boolean seesPersonalData, String... permissions) {
        return new Who(Actor.user("ann"), "Ann", Set.of(permissions), Set.of(), Set.of(), null, seesPersonalData);
    }
}
