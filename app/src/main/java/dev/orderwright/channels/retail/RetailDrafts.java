package dev.orderwright.channels.retail;

import dev.orderwright.catalog.Countries;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.IfShort;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Turns invoices into the orders they ask for. The file knows nothing of an address but its country, so the other parts
 * say that they are on file elsewhere. Customers with a number buy on account; guests have paid when they ordered.
 */
final class RetailDrafts {

    static final String CHANNEL = "retail";
    /** The shop's clock; the file tells local times. */
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /**
     * Where a row names no country that there is ("European Community", "Unspecified"). Home is the one country whose
     * tax is right for both: in the years of these files the Union taxed consumers where the seller is.
     */
    static final String HOME = "GB";

    private static final int PRICE_DECIMALS_MAX = 6;
    private static final int DESCRIPTION_LENGTH_MAX = 500;
    private static final String ON_FILE = "Address on file";

    private RetailDrafts() {}

    static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    /**
     * The rows of an order, and those that no order can have.
     *
     * @param goods units of goods among the good rows
     */
    record Rows(List<RetailLine> good, List<RetailLine> unusable, long goods) {

        long bookedCents() {
            return good.stream().mapToLong(RetailLine::bookedCents).sum();
        }
    }

    static Rows rows(RetailDecision decision) {
        List<RetailLine> good = new ArrayList<>();
        List<RetailLine> unusable = new ArrayList<>();
        long goods = 0;
        for (RowOutcome outcome : decision.outcomes()) {
            boolean isGoods = outcome instanceof RowOutcome.GoodsOrdered;
            if (isGoods || outcome instanceof RowOutcome.ServiceCharged) {
                boolean usable = isUsable(outcome.line());
                (usable ? good : unusable).add(outcome.line());
                goods += usable && isGoods ? outcome.line().quantity() : 0;
            }
        }
        return new Rows(good, unusable, goods);
    }

    private static boolean isUsable(RetailLine line) {
        return line.unitPrice().stripTrailingZeros().scale() <= PRICE_DECIMALS_MAX;
    }

    /**
     * The order of an invoice.
     *
     * @param lines not empty
     * @param authorised what a guest has had authorised, in cents: what the order costs with its tax
     */
    static OrderDraft draft(RetailInvoice invoice, List<RetailLine> lines, ToLongFunction<String> authorised) {
        Optional<String> country = Countries.codeOf(invoice.country());
        String code = country.orElse(HOME);
        return new OrderDraft(
                CHANNEL,
                invoice.number(),
                invoice.hasCustomer() ? invoice.customerId() : null,
                RetailLine.CURRENCY,
                null,
                null,
                "STANDARD",
                false,
                0,
                null,
                invoice.hasCustomer() ? PaymentTerms.ACCOUNT : PaymentTerms.PREPAID,
                invoice.hasCustomer() ? null : payment(invoice, authorised.applyAsLong(code)),
                address(invoice, code),
                null,
                lines.stream().map(RetailDrafts::line).toList(),
                0,
                0,
                country.isPresent() ? "" : noteOnCountry(invoice.country()),
                IfShort.BACKORDER);
    }

    /** Empty where the country is known. */
    static Optional<String> noteOnCountry(RetailInvoice invoice) {
        return Countries.codeOf(invoice.country()).isPresent()
                ? Optional.empty()
                : Optional.of(noteOnCountry(invoice.country()));
    }

    private static String noteOnCountry(String country) {
        return "The file ships this to '" + country + "', which names no country; " + HOME
                + " stands for it until the address is known.";
    }

    private static OrderDraft.Payment payment(RetailInvoice invoice, long authorised) {
        return new OrderDraft.Payment("card", "tok_on_file", "auth-" + CHANNEL + "-" + invoice.number(), authorised);
    }

    private static Address address(RetailInvoice invoice, String country) {
        String name = invoice.hasCustomer() ? "Customer " + invoice.customerId() : "Guest of " + invoice.number();
        return new Address(name, "", ON_FILE, "", ON_FILE, "", "", country, "", "");
    }

    private static OrderDraft.Line line(RetailLine line) {
        String description = line.description();
        return new OrderDraft.Line(
                line.code(),
                BigDecimal.valueOf(line.quantity()),
                line.unitPrice(),
                description.isEmpty() ? null : cut(description));
    }

    static String cut(String description) {
        return description.length() <= DESCRIPTION_LENGTH_MAX
                ? description
                : description.substring(0, DESCRIPTION_LENGTH_MAX);
    }
}
