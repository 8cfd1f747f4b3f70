package dev.orderwright.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.customers.Customer;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Company;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterRulesTests {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final Company COMPANY = new Company(
            "Shop Ltd",
            "1 Harbour Road",
            "Felixstowe",
            "IP11 3SY",
            "GB",
            "GB1",
            "GBP",
            ZoneId.of("Europe/London"),
            "shop@shop.example",
            "+44 1632 960 961",
            "",
            "",
            "",
            "",
            "");
    private static final LetterRules RULES = new LetterRules(COMPANY, code -> code.equals("dpd") ? "DPD Local" : code);

    private static Address address(String name, String email) {
        return new Address(name, "", "12 High Street", "", "Leeds", "", "LS1 4AB", "GB", "", email);
    }

    private static OrderHead head(Lifecycle lifecycle, Address shipTo, @Nullable Address billTo) {
        return new OrderHead(
                7,
                "SO-100001",
                "phone",
                "PO 4711",
                null,
                lifecycle,
                1,
                "GBP",
                5,
                AT,
                null,
                "STANDARD",
                PaymentTerms.ACCOUNT,
                30,
                false,
                0,
                null,
                shipTo,
                billTo,
                "",
                new OrderMoney(1_000, 100, 50, 190),
                null,
                null,
                LocalDate.of(2026, 3, 5),
                0,
                AT,
                null);
    }

    private static OrderLine line(int lineNo, ItemKind kind) {
        return new OrderLine(
                7,
                lineNo,
                lineNo,
                "SKU" + lineNo,
                "Thing " + lineNo,
                kind,
                2_500,
                3,
                new BigDecimal("4.00"),
                new OrderMoney(1_000, 0, 0, 200),
                new BigDecimal("20"),
                "S");
    }

    private static Slice slice(int lineNo, long from, long quantity, SliceState state, @Nullable Long packageId) {
        return new Slice(7, lineNo, from, quantity, lineNo, state, 1L, null, packageId, null, null, AT);
    }

    private static Customer customer(@Nullable String email) {
        return new Customer(3, "C1", "Ada Ltd", email, null, "GB", null, true, 30, "GBP", 5, true, 1);
    }

    private static About about(OrderHead head, List<OrderLine> lines, List<Slice> slices, Map<String, Object> fact) {
        return new About(head, null, lines, slices, Set.of(91L), fact);
    }

    @Test
    void whoWaitsForTheParcelIsToldThatItComesAndWhoBoughtEverythingElse() {
        OrderHead head =
                head(Lifecycle.CONFIRMED, address("Ann", "ann@home.example"), address("Ada", "ada@work.example"));
        About both = about(head, List.of(), List.of(), Map.of());
        assertThat(LetterRules.recipient(NoticeKind.SHIPPED, both)).isEqualTo("ann@home.example");
        assertThat(LetterRules.recipient(NoticeKind.CONFIRMATION, both)).isEqualTo("ada@work.example");
        assertThat(LetterRules.recipient(NoticeKind.INVOICE, both)).isEqualTo("ada@work.example");

        OrderHead none = head(Lifecycle.CONFIRMED, address("Ann", " "), null);
        About known = new About(none, customer("book@keeping.example"), List.of(), List.of(), Set.of(), Map.of());
        assertThat(LetterRules.recipient(NoticeKind.SHIPPED, known)).isEqualTo("book@keeping.example");
        assertThat(LetterRules.recipient(
                        NoticeKind.INVOICE, new About(none, customer(null), List.of(), List.of(), Set.of(), Map.of())))
                .isEmpty();
    }

    @Test
    void aConfirmationSaysWhatItCostsAndWhenItComes() {
        OrderHead head = head(Lifecycle.CONFIRMED, address("Ada", ""), null);
        Letter letter = RULES.letter(
                NoticeKind.CONFIRMATION, about(head, List.of(line(1, ItemKind.STOCKED)), List.of(), Map.of()));

        assertThat(letter.subject()).isEqualTo("Your order SO-100001 is confirmed");
        assertThat(LetterText.of(letter))
                .contains(
                        "Dear Ada,",
                        "Your reference: PO 4711",
                        "Expected: Thu 5 Mar 2026",
                        "Payment: within 30 days of the invoice",
                        "2.500 x Thing 1 (SKU1)  10.00 GBP",
                        "Discount: -1.00 GBP",
                        "Delivery: 0.50 GBP",
                        "Total: 11.40 GBP",
                        "United Kingdom");
        assertThat(RULES.letter(
                                NoticeKind.CONFIRMATION,
                                about(head(Lifecycle.PLACED, address("Ada", ""), null), List.of(), List.of(), Map.of()))
                        .subject())
                .isEqualTo("We have received your order SO-100001");
    }

    @Test
    void aShipmentSaysWhatIsInItAndWhetherMoreFollows() {
        List<OrderLine> lines = List.of(line(1, ItemKind.STOCKED), line(2, ItemKind.SERVICE));
        List<Slice> part = List.of(
                slice(1, 0, 1_000, SliceState.SHIPPED, 91L),
                slice(1, 1_000, 500, SliceState.SHIPPED, 92L),
                slice(1, 1_500, 1_000, SliceState.BACKORDERED, null),
                slice(2, 0, 2_500, SliceState.OPEN, null));
        Map<String, Object> fact = Map.of("carrier", "dpd", "tracking", List.of("T1", "", "T2"));
        OrderHead head = head(Lifecycle.CONFIRMED, address("Ada", ""), null);

        String some = LetterText.of(RULES.letter(NoticeKind.SHIPPED, about(head, lines, part, fact)));
        assertThat(some)
                .contains("A part of your order SO-100001", "The rest follows.", "Carrier: DPD Local")
                .contains("Tracking number: T1, T2", "1.000 x Thing 1 (SKU1)")
                .doesNotContain("GBP");
        List<Slice> whole =
                List.of(slice(1, 0, 2_500, SliceState.SHIPPED, 91L), slice(2, 0, 2_500, SliceState.OPEN, null));
        assertThat(LetterText.of(RULES.letter(NoticeKind.SHIPPED, about(head, lines, whole, fact))))
                .contains("Your order SO-100001 is on its way", "2.500 x Thing 1")
                .doesNotContain("follows");
    }

    @Test
    void anInvoiceSaysWhenItIsToBePaidAndACancellationThatNothingComes() {
        OrderHead head = head(Lifecycle.CANCELLED, address("", ""), null);
        Map<String, Object> fact = Map.of("invoice", "INV-1", "total", "GBP 11.40", "dueOn", "2026-04-01");
        About about = about(head, List.of(), List.of(), fact);

        assertThat(LetterText.of(RULES.letter(NoticeKind.INVOICE, about)))
                .contains("Good day,", "Invoice: INV-1", "Total: GBP 11.40", "Please pay by: Wed 1 Apr 2026");
        assertThat(LetterRules.attached(NoticeKind.INVOICE, about)).isEqualTo("INV-1");
        assertThat(RULES.letter(NoticeKind.CANCELLED, about).subject()).isEqualTo("Your order SO-100001 is cancelled");
        assertThat(LetterRules.attached(NoticeKind.CANCELLED, about)).isNull();
    }

    @Test
    void ofVeryManyLinesTheFirstAreListed() {
        List<OrderLine> lines = IntStream.rangeClosed(1, 5_000)
                .mapToObj(n -> line(n, ItemKind.STOCKED))
                .toList();
        OrderHead head = head(Lifecycle.CONFIRMED, address("Ada", ""), null);
        Letter letter = RULES.letter(NoticeKind.CONFIRMATION, about(head, lines, List.of(), Map.of()));

        assertThat(letter.goods()).hasSize(LetterRules.LISTED_MAX);
        assertThat(letter.said()).contains("The first 200 of 5,000 items are listed here.");
    }
}
