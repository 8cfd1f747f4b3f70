package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.Address;
import dev.orderwright.orders.IfShort;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as a channel sends it. Everything may be missing; what must not be is refused by field.
 *
 * @param currency ISO 4217; without it the currency of the company
 * @param terms {@code PREPAID} (default) or {@code ACCOUNT}
 * @param discountMinor off the whole order, in minor units
 * @param ifShort {@code BACKORDER} (default) or {@code REFUSE} when not everything is in stock
 * @param placedAt when the customer ordered; without it now
 */
public record OrderInput(
        @Nullable String channel,
        @Nullable String externalId,
        @Nullable String customer,
        @Nullable String currency,
        @Nullable Integer priority,
        @Nullable LocalDate requestedOn,
        @Nullable String method,
        @Nullable Boolean shipComplete,
        @Nullable Integer shipmentsMax,
        @Nullable String onlyNode,
        @Nullable PaymentTerms terms,
        @Nullable PaymentInput payment,
        @Nullable AddressInput shipTo,
        @Nullable AddressInput billTo,
        @Nullable List<@Nullable LineInput> lines,
        @Nullable Long discountMinor,
        @Nullable Long shippingMinor,
        @Nullable String comment,
        @Nullable IfShort ifShort,
        @Nullable Instant placedAt) {

    /**
     * @param quantity in whole units, with at most the item's decimals
     * @param unitPrice net; without it the list price
     */
    public record LineInput(
            @Nullable String sku,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable String description) {}

    /**
     * @param token the provider's token for the payer's means; never a card number
     * @param authorisation the provider's reference, when the channel has had it authorised
     */
    public record PaymentInput(
            @Nullable String method,
            @Nullable String token,
            @Nullable String authorisation,
            @Nullable Long authorisedMinor) {

        OrderDraft.Payment payment() {
            return new OrderDraft.Payment(
                    text(method, "card"),
                    text(token, ""),
                    authorisation,
                    Objects.requireNonNullElse(authorisedMinor, 0L));
        }
    }

    /** @param country ISO 3166 alpha-2 */
    public record AddressInput(
            @Nullable String name,
            @Nullable String company,
            @Nullable String street,
            @Nullable String street2,
            @Nullable String city,
            @Nullable String region,
            @Nullable String postcode,
            @Nullable String country,
            @Nullable String phone,
            @Nullable String email) {

        Address address() {
            return new Address(
                    text(name, ""),
                    text(company, ""),
                    text(street, ""),
                    text(street2, ""),
                    text(city, ""),
                    text(region, ""),
                    text(postcode, ""),
                    text(country, ""),
                    text(phone, ""),
                    text(email, ""));
        }
    }

    /** What is missing altogether; the rest is for the checks of the module. */
    List<Refusal> missing() {
        List<Refusal> missing = missingForQuote();
        if (externalId == null) {
            missing.addFirst(Refusal.of("missing", "externalId", t("orders.refusal.externalidIsRequired")));
        }
        return missing;
    }

    /** What is missing for a quote, which needs no number of the channel. */
    List<Refusal> missingForQuote() {
        List<Refusal> missing = new ArrayList<>();
        need(missing, "channel", channel);
        need(missing, "shipTo", shipTo);
        need(missing, "lines", lines);
        for (int i = 0; lines != null && i < lines.size(); i++) {
            LineInput line = lines.get(i);
            need(missing, "lines[" + i + "].sku", line == null ? null : line.sku());
            need(missing, "lines[" + i + "].quantity", line == null ? null : line.quantity());
        }
        return missing;
    }

    private static void need(List<Refusal> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(Refusal.of("missing", field, t("orders.refusal.isRequired", field)));
        }
    }

    /** To be called when nothing is {@link #missing()}, or missing for a quote. */
    OrderDraft draft(String companyCurrency) {
        List<OrderDraft.Line> wished = new ArrayList<>();
        for (LineInput line : Objects.requireNonNull(lines)) {
            LineInput given = Objects.requireNonNull(line);
            wished.add(new OrderDraft.Line(
                    Objects.requireNonNull(given.sku()),
                    Objects.requireNonNull(given.quantity()),
                    given.unitPrice(),
                    given.description()));
        }
        return new OrderDraft(
                Objects.requireNonNull(channel),
                text(externalId, ""),
                customer,
                text(currency, companyCurrency),
                priority,
                requestedOn,
                text(method, "STANDARD"),
                Boolean.TRUE.equals(shipComplete),
                Objects.requireNonNullElse(shipmentsMax, 0),
                onlyNode,
                Objects.requireNonNullElse(terms, PaymentTerms.PREPAID),
                payment == null ? null : payment.payment(),
                Objects.requireNonNull(shipTo).address(),
                billTo == null ? null : billTo.address(),
                wished,
                Objects.requireNonNullElse(discountMinor, 0L),
                Objects.requireNonNullElse(shippingMinor, 0L),
                text(comment, ""),
                Objects.requireNonNullElse(ifShort, IfShort.BACKORDER));
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value.strip();
    }
}
