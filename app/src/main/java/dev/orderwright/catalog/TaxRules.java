package dev.orderwright.catalog;

import dev.orderwright.catalog.TaxTable.Territory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which tax is due on goods sent from one place to another: the domestic rate at home; in the European Union none
 * between businesses, and for consumers the seller's rate until June 2021 and the buyer's since; none on exports.
 */
final class TaxRules {

    /** From this day on, distance sales in the Union are taxed where the buyer is. */
    private static final LocalDate DESTINATION_PRINCIPLE = LocalDate.of(2021, 7, 1);

    private final TaxTable table;

    TaxRules(TaxTable table) {
        this.table = table;
    }

    /** Empty when one of the countries is unknown or the seller's country has no rates for the day. */
    Optional<TaxRate> rate(TaxQuestion question) {
        if (!Countries.isCode(question.sellerCountry()) || !Countries.isCode(question.buyerCountry())) {
            return Optional.empty();
        }
        Territory seller = table.territory(question.sellerCountry(), null);
        Optional<BigDecimal> sellerRate = table.rate(seller, question.on());
        return sellerRate.flatMap(rate -> rate(question, seller, rate));
    }

    private Optional<TaxRate> rate(TaxQuestion question, Territory seller, BigDecimal sellerRate) {
        switch (question.taxCategory()) {
            case TaxCategory.STANDARD -> {
                return standard(question, seller, sellerRate);
            }
            case TaxCategory.ZERO -> {
                return Optional.of(none("ZERO", "Goods of this kind are taxed at 0 per cent."));
            }
            case TaxCategory.EXEMPT -> {
                return Optional.of(none("EXEMPT", "This is not subject to value added tax."));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private Optional<TaxRate> standard(TaxQuestion question, Territory seller, BigDecimal sellerRate) {
        LocalDate on = question.on();
        Territory buyer = table.territory(question.buyerCountry(), question.postcode());
        if (!buyer.nation().isEmpty() && buyer.nation().equals(seller.nation())) {
            return table.rate(buyer, on).map(percent -> due(buyer, percent, "the standard rate in " + buyer.name()));
        }
        if (!table.isInUnion(seller, on) || !table.isInUnion(buyer, on)) {
            return Optional.of(none(
                    "EXPORT",
                    "Goods sent to " + buyer.name() + " leave the tax area of " + seller.name()
                            + ": exports are not taxed."));
        }
        if (TaxIds.isWellFormed(question.buyerCountry(), question.buyerTaxId())) {
            return Optional.of(none(
                    "REVERSE_CHARGE",
                    "Sale to a business in " + buyer.name() + ": the buyer accounts for the tax (reverse charge)."));
        }
        if (on.isBefore(DESTINATION_PRINCIPLE)) {
            return Optional.of(due(
                    seller,
                    sellerRate,
                    "the standard rate in " + seller.name() + ", where goods for consumers in " + buyer.name()
                            + " were taxed until June 2021"));
        }
        return table.rate(buyer, on)
                .map(percent ->
                        due(buyer, percent, "the standard rate in " + buyer.name() + ", where the consumer is"));
    }

    private static TaxRate due(Territory territory, BigDecimal percent, String reason) {
        String number = percent.stripTrailingZeros().toPlainString();
        return new TaxRate(percent, territory.code() + "-" + number, number + " per cent is " + reason + ".");
    }

    private static TaxRate none(String code, String reason) {
        return new TaxRate(BigDecimal.ZERO, code, reason);
    }
}
