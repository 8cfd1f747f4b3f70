package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderwright.billing.InvoiceStore.InvoicedUnits;
import dev.orderwright.billing.InvoicingRules.Units;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderMoney;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicingRulesTests {

    private static OrderLine line(int lineNo, long quantity, OrderMoney money) {
        return new OrderLine(
                1,
                lineNo,
                100 + lineNo,
                "SKU" + lineNo,
                "Thing " + lineNo,
                ItemKind.STOCKED,
                quantity,
                0,
                new BigDecimal("2.50"),
                money,
                new BigDecimal("20.0000"),
                "GB-STANDARD");
    }

    private static final OrderLine FIRST = line(1, 10, new OrderMoney(1_000, 100, 50, 190));
    private static final OrderLine SECOND = line(2, 5, new OrderMoney(500, 0, 0, 100));

    @Test
    void neighboursOnALineBecomeOneLineOfTheInvoiceAndGapsStay() {
        assertThat(InvoicingRules.joined(List.of(
                        new Units(SECOND, 0, 1),
                        new Units(FIRST, 4, 6),
                        new Units(FIRST, 0, 2),
                        new Units(FIRST, 2, 4),
                        new Units(FIRST, 8, 10))))
                .containsExactly(new Units(FIRST, 0, 6), new Units(FIRST, 8, 10), new Units(SECOND, 0, 1));
    }

    @Test
    void whatCameBackIsPartedByTheInvoicesItWasOn() {
        List<InvoicedUnits> invoiced = List.of(
                new InvoicedUnits(1, 1, 0, 4, 71),
                new InvoicedUnits(1, 1, 4, 6, 72),
                new InvoicedUnits(1, 2, 0, 5, 71));
        Map<Long, List<Units>> parts =
                InvoicingRules.byInvoice(List.of(new Units(FIRST, 3, 7), new Units(SECOND, 1, 2)), invoiced);
        assertThat(parts)
                .isEqualTo(Map.of(
                        71L, List.of(new Units(FIRST, 3, 4), new Units(SECOND, 1, 2)),
                        72L, List.of(new Units(FIRST, 4, 7))));
    }

    @Test
    void aUnitThatWasNeverInvoicedCannotBeCredited() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InvoicingRules.byInvoice(
                        List.of(new Units(FIRST, 3, 7)), List.of(new InvoicedUnits(1, 1, 0, 5, 71))))
                .withMessageContaining("only 2");
    }

    @Test
    void linesKeepTheirTaxAndTheirMoneyAndTaxesAddUpPerRate() {
        List<InvoiceLine> lines = InvoicingRules.lines(1, 9, List.of(new Units(FIRST, 0, 10), new Units(SECOND, 0, 5)));
        assertThat(lines).extracting(InvoiceLine::position).containsExactly(1, 2);
        assertThat(TaxSum.of(lines)).containsExactly(new TaxSum(new BigDecimal("20.0000"), "GB-STANDARD", 1_450, 290));
    }

    /** However a line is shipped and sent back, the parts are the whole, to the cent, and none is negative. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPartitionOfALineSumsToTheLine(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            long quantity = 1 + random.nextInt(40);
            long net = random.nextInt(5_000);
            OrderMoney money = new OrderMoney(
                    net, net == 0 ? 0 : random.nextLong(net + 1), random.nextInt(900), random.nextInt(1_000));
            OrderLine line = line(1, quantity, money);
            List<Units> shipments = new ArrayList<>();
            for (long from = 0; from < quantity; ) {
                long to = from + 1 + random.nextLong(quantity - from);
                shipments.add(new Units(line, from, to));
                from = to;
            }
            assertThat(InvoicingRules.total(shipments))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(money);
            assertThat(shipments)
                    .allMatch(part -> part.money().total() >= 0 && part.money().tax() >= 0);
        }
    }
}
