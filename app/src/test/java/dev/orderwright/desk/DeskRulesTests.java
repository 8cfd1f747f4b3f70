package dev.orderwright.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.customers.Customer;
import dev.orderwright.desk.DeskRules.Meant;
import dev.orderwright.desk.PhoneOrder.Buyer;
import dev.orderwright.desk.PhoneOrder.Delivery;
import dev.orderwright.desk.PhoneOrder.Line;
import dev.orderwright.desk.PhoneOrder.Paying;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Language;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How what is typed at the phone desk is understood. */
class DeskRulesTests {

    private static final Language GERMAN = Language.of("de").orElseThrow();
    private static final Address HOME = Counter.address("Ada Buyer", "12 High Street", "LS1 4AB");
    private static final Customer CUSTOMER = new Customer(
            1, "C-1", "Ada Ltd", "office@example.com", "+44 113 496 0000", "GB", null, true, 30, "GBP", 7, true, 1);

    private static PhoneOrder order(Buyer buyer, Paying paying, Line... lines) {
        return new PhoneOrder(
                buyer,
                new Delivery("", "", HOME, "EXPRESS", "2026-03-09", true),
                List.of(lines),
                Line.NONE,
                paying,
                "ring twice",
                Texts.language().code(),
                false);
    }

    private static PhoneOrder guest(Line... lines) {
        return order(new Buyer("", "", true, false, ""), new Paying(Pay.LATER, "", ""), lines);
    }

    private static Meant meant(@Nullable Customer customer) {
        return new Meant(customer, HOME, null, "GBP", Map.of("4006381333931", "PEN"));
    }

    private static List<String> codes(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.field() + " " + refusal.code())
                .toList();
    }

    @Test
    void anOrderIsUnderstoodAsItWouldBePlaced() {
        PhoneOrder typed = order(
                new Buyer("", "C-1", false, false, ""),
                new Paying(Pay.ACCOUNT, "tok_left", "4.95"),
                new Line("4006381333931", "1,200"),
                new Line("LAMP", "2.5"));

        OrderDraft draft = DeskRules.draft(typed, "PD-1", meant(CUSTOMER));

        assertThat(draft.channel()).isEqualTo("phone");
        assertThat(draft.customer()).isEqualTo("C-1");
        assertThat(draft.method()).isEqualTo("EXPRESS");
        assertThat(draft.requestedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(draft.shipComplete()).isTrue();
        assertThat(draft.terms()).isEqualTo(PaymentTerms.ACCOUNT);
        assertThat(draft.payment()).isNull();
        assertThat(draft.shippingMinor()).isEqualTo(495);
        assertThat(draft.comment()).isEqualTo("ring twice");
        assertThat(draft.lines())
                .extracting(OrderDraft.Line::sku, OrderDraft.Line::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("PEN", new BigDecimal("1200")),
                        org.assertj.core.groups.Tuple.tuple("LAMP", new BigDecimal("2.5")));
        assertThat(DeskRules.problems(typed, meant(CUSTOMER), List.of())).isEmpty();
    }

    @Test
    void aTokenIsAPaymentAndLaterIsNone() {
        Buyer guest = new Buyer("", "", true, false, "");
        OrderDraft paid = DeskRules.draft(order(guest, new Paying(Pay.TOKEN, "tok_1", "")), "PD-1", meant(null));
        OrderDraft unpaid = DeskRules.draft(order(guest, new Paying(Pay.LATER, "tok_1", "")), "PD-1", meant(null));

        assertThat(paid.payment()).isEqualTo(new OrderDraft.Payment("card", "tok_1", null, 0));
        assertThat(unpaid.payment()).isNull();
        assertThat(List.of(paid.terms(), unpaid.terms())).containsOnly(PaymentTerms.PREPAID);
    }

    @Test
    void numbersAreReadInTheLanguageOfWhoTypesThem() {
        PhoneOrder typed = guest(new Line("LAMP", "1,5"));

        assertThat(codes(DeskRules.problems(typed, meant(null), List.of())))
                .containsExactly("lines[0].quantity bad-quantity");
        assertThat(Texts.in(GERMAN, () -> DeskRules.draft(typed, "PD-1", meant(null)))
                        .lines()
                        .getFirst()
                        .quantity())
                .isEqualByComparingTo("1.5");
    }

    @Test
    void aDraftOpenedInAnotherLanguageMeansTheSame() {
        PhoneOrder german = Texts.in(
                GERMAN,
                () -> order(
                        new Buyer("", "", true, false, ""),
                        new Paying(Pay.LATER, "", "4,95"),
                        new Line("LAMP", "2,5"),
                        new Line("PEN", "viele")));

        PhoneOrder english = DeskRules.inOwnWords(german);

        assertThat(english.lines()).containsExactly(new Line("LAMP", "2.5"), new Line("PEN", "viele"));
        assertThat(english.paying().charge()).isEqualTo("4.95");
        assertThat(DeskRules.inOwnWords(english)).isSameAs(english);
    }

    @Test
    void whatCannotBeReadIsSaidAtItsFieldAndOnce() {
        PhoneOrder typed = new PhoneOrder(
                Buyer.NOBODY,
                new Delivery("", "", HOME, "STANDARD", "soon", false),
                List.of(new Line("LAMP", ""), new Line("PEN", "x")),
                Line.NONE,
                new Paying(Pay.TOKEN, "4111 1111 1111 1111", "4.999"),
                "",
                "en",
                false);
        List<Refusal> quoted = List.of(
                Refusal.of("missing-address-part", "shipTo.street", "the address needs a street"),
                Refusal.of("not-positive", "lines[0].quantity", "must be more than 0"),
                Refusal.of("unknown-sku", "lines[1].sku", "there is no item"));

        assertThat(codes(DeskRules.problems(typed, meant(null), quoted)))
                .containsExactly(
                        "customer no-buyer",
                        "lines[0].quantity bad-quantity",
                        "lines[1].quantity bad-quantity",
                        "shippingMinor bad-amount",
                        "requestedOn bad-date",
                        "payment.token card-number",
                        "lines[1].sku unknown-sku");
    }

    @Test
    void anAddressThatIsNotKnownAnyMoreHasToBeChosenAgain() {
        Meant lost = new Meant(CUSTOMER, null, null, "GBP", Map.of());
        PhoneOrder typed =
                order(new Buyer("", "C-1", false, false, ""), new Paying(Pay.ACCOUNT, "", ""), new Line("PEN", "1"));

        assertThat(codes(DeskRules.problems(typed, lost, List.of()))).containsExactly("shipTo unknown-address");
    }

    @Test
    void aTypedAddressIsCompletedWithWhatIsKnownOfTheCustomer() {
        Address street = new Address("", "", "1 Mill Lane", "", "York", "", "YO1 7EP", "GB", "", "ada@example.com");

        Address delivered = DeskRules.delivered(street, CUSTOMER);

        assertThat(delivered.name()).isEqualTo("Ada Ltd");
        assertThat(delivered.phone()).isEqualTo("+44 113 496 0000");
        assertThat(delivered.email()).isEqualTo("ada@example.com");
        assertThat(DeskRules.delivered(street, null)).isEqualTo(street);
    }

    @Test
    void whoeverIsNewBeginsWithWhatHeWasLookedForBy() {
        assertThat(DeskRules.begun(new Buyer("Ada Buyer", "", true, false, ""), "GB")
                        .name())
                .isEqualTo("Ada Buyer");
        assertThat(DeskRules.begun(new Buyer("ada@example.com", "", true, false, ""), "GB")
                        .email())
                .isEqualTo("ada@example.com");
        Address phoned = DeskRules.begun(new Buyer("+44 113 496 0000", "", true, false, ""), "GB");
        assertThat(phoned.phone()).isEqualTo("+44 113 496 0000");
        assertThat(phoned.name()).isEmpty();
        assertThat(phoned.country()).isEqualTo("GB");
    }

    @Test
    void theNumberOfAnOrderIsMadeOfTheKeyOfItsDraft() {
        assertThat(DeskRules.externalId("36")).isEqualTo("PD-10");
        assertThat(DeskRules.externalId("287104476244869120")).matches("PD-[0-9A-Z]{11,13}");
    }
}
