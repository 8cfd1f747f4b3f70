package dev.orderwright.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.notifications.mail.Delivery;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Set<NoticeKind> ALL = EnumSet.allOf(NoticeKind.class);

    private static RecordedFact fact(String type, Instant at, Map<String, Object> data) {
        return new RecordedFact(9, Fact.ofOrder(5, type, data), at, at, "user:ann", 1, FactCursor.START);
    }

    private static List<NoticeKind> kinds(Set<NoticeKind> mailed, RecordedFact... facts) {
        return NoticeRules.wanted(List.of(facts), mailed, NOW).stream()
                .map(NoticeRules.Wanted::kind)
                .toList();
    }

    @Test
    void factsMakeTheirMessages() {
        assertThat(kinds(
                        ALL,
                        fact("OrderPlaced", NOW, Map.of("confirmed", true)),
                        fact("OrderPlaced", NOW, Map.of("confirmed", false)),
                        fact("OrderConfirmed", NOW, Map.of()),
                        fact("UnitsReserved", NOW, Map.of()),
                        fact("ShipmentHandedOver", NOW, Map.of()),
                        fact("InvoiceIssued", NOW, Map.of()),
                        fact("OrderCancelled", NOW, Map.of()),
                        fact("OrderClosed", NOW, Map.of())))
                .containsExactly(
                        NoticeKind.CONFIRMATION,
                        NoticeKind.CONFIRMATION,
                        NoticeKind.SHIPPED,
                        NoticeKind.INVOICE,
                        NoticeKind.CANCELLED);
    }

    @Test
    void nobodyIsToldOfWhatIsOldOrTurnedOff() {
        RecordedFact yesterday = fact("OrderConfirmed", NOW.minus(Duration.ofHours(25)), Map.of());
        assertThat(kinds(ALL, yesterday)).isEmpty();
        assertThat(kinds(EnumSet.of(NoticeKind.INVOICE), fact("OrderConfirmed", NOW, Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a.b+c@sub.example.co.uk", "ärger@müller.example", "o'neil@example.com"})
    void addressesAreTaken(String address) {
        assertThat(NoticeRules.isAddress(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "a b@example.com",
                "a@b\r\nBcc: c@d",
                "a@b@c",
                "<a@b.example>",
                "a@b.",
                "a@b..c",
                "a,b@example.com"
            })
    void whatIsNoAddressIsNot(String address) {
        assertThat(NoticeRules.isAddress(address)).isFalse();
    }

    @Test
    void aLastTryEndsIt() {
        for (int tries = 1; tries <= RetryRules.TRIES_MAX; tries++) {
            RetryRules.Next next = RetryRules.after(notice(tries), new Delivery.Failed("busy"), NOW);
            boolean last = tries == RetryRules.TRIES_MAX;
            assertThat(next.state()).isEqualTo(last ? NoticeState.ATTENTION : NoticeState.WAITING);
            assertThat(next.dueAt() == null).isEqualTo(last);
        }
        assertThat(RetryRules.after(notice(1), new Delivery.Taken(), NOW).state())
                .isEqualTo(NoticeState.SENT);
        assertThat(RetryRules.after(notice(1), new Delivery.Refused("no"), NOW).state())
                .isEqualTo(NoticeState.ATTENTION);
    }

    private static Notice notice(int tries) {
        return new Notice(
                1,
                5,
                NoticeKind.CONFIRMATION,
                "fact:9",
                "ada@example.com",
                "<1@shop.example>",
                "s",
                "p",
                "h",
                null,
                NoticeState.SENDING,
                "",
                tries,
                NOW,
                "system:mail",
                NOW,
                null);
    }
}
