package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.Quote;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order would come to, as the API answers it.
 *
 * @param doubts what the checks would hold it for or warn of, in words
 * @param credit null for guests, for customers without an account, and for callers who may not read customers
 */
record QuoteAnswer(
        boolean canBePlaced,
        String currency,
        OrderMoney money,
        long totalMinor,
        int shipments,
        @Nullable LocalDate shipOn,
        @Nullable LocalDate deliverOn,
        List<QuotedLine> lines,
        List<Quote.Option> options,
        Quote.@Nullable Credit credit,
        List<String> holds,
        List<String> doubts,
        List<String> warnings,
        List<Refusal> problems) {

    /**
     * @param available in whole units, what all nodes together can ship to there
     * @param money null while the line cannot be reckoned
     */
    record QuotedLine(
            int lineNo,
            String sku,
            @Nullable String description,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal taxPercent,
            @Nullable OrderMoney money,
            @Nullable Long totalMinor,
            @Nullable BigDecimal available,
            List<PartAnswer> parts) {

        static QuotedLine of(Quote.Line line) {
            OrderMoney money = line.money();
            Long available = line.available();
            int decimals = line.quantityDecimals();
            return new QuotedLine(
                    line.lineNo(),
                    line.sku(),
                    line.description(),
                    plain(line.unitPrice()),
                    plain(line.taxPercent()),
                    money,
                    money == null ? null : money.total(),
                    available == null ? null : BigDecimal.valueOf(available, decimals),
                    line.parts().stream()
                            .map(part -> new PartAnswer(
                                    BigDecimal.valueOf(part.quantity(), decimals),
                                    part.isBackordered() ? "BACKORDERED" : "RESERVED",
                                    part.node(),
                                    part.shipOn(),
                                    part.deliverOn()))
                            .toList());
        }

        private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
            return number == null
                    ? null
                    : new BigDecimal(number.stripTrailingZeros().toPlainString());
        }
    }

    /** @param state {@code RESERVED} where the units are there, {@code BACKORDERED} where they would wait for supply */
    record PartAnswer(
            BigDecimal quantity,
            String state,
            @Nullable String node,
            @Nullable LocalDate shipOn,
            @Nullable LocalDate deliverOn) {}

    static QuoteAnswer of(Quote quote, boolean withCredit) {
        return new QuoteAnswer(
                quote.canBePlaced(),
                quote.currency(),
                quote.money(),
                quote.money().total(),
                quote.shipments(),
                quote.shipOn(),
                quote.deliverOn(),
                quote.lines().stream().map(QuotedLine::of).toList(),
                quote.options(),
                withCredit ? quote.credit() : null,
                quote.holds(),
                quote.doubts(),
                quote.warnings(),
                quote.problems());
    }
}
