package dev.orderwright.shared.ui;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import java.math.BigDecimal;

/** How prices and taxes are written on screens and papers. */
public final class Figures {

    private Figures() {}

    /** {@code 2.50}, {@code 0.0337}: with the currency's decimals at least, without zeros that say nothing. */
    public static String unitPrice(BigDecimal price, String currency) {
        BigDecimal plain = price.stripTrailingZeros();
        int decimals = Math.max(plain.scale(), Money.decimals(currency));
        return String.format(Texts.language().locale(), "%." + decimals + "f", plain);
    }

    /** {@code 20%}. */
    public static String percent(BigDecimal percent) {
        return t("shared.figures.percent", decimal(percent.stripTrailingZeros()));
    }

    private static String decimal(BigDecimal number) {
        return String.format(Texts.language().locale(), "%." + Math.max(0, number.scale()) + "f", number);
    }

    /**
     * What a tax is called: {@code VAT 20%}, with its country where that is not the seller's, or why there is none.
     *
     * @param code as invoices have it: {@code GB-20}, {@code EXPORT}
     */
    public static String tax(BigDecimal percent, String code, String sellerCountry) {
        String name = "VAT " + percent(percent);
        return switch (code) {
            case "EXPORT" -> t("shared.figures.export", name);
            case "REVERSE_CHARGE" -> t("shared.figures.reverseCharge", name);
            case "ZERO" -> t("shared.figures.zeroRated", name);
            case "EXEMPT" -> t("shared.figures.exemptFromVat");
            default -> abroad(code, sellerCountry) ? name + " (" + code.substring(0, code.indexOf('-')) + ")" : name;
        };
    }

    private static boolean abroad(String code, String sellerCountry) {
        return code.indexOf('-') > 0 && !code.startsWith(sellerCountry + "-");
    }

    /** The sentence that the law asks for where no tax is charged; empty where one is. */
    public static String taxNote(String code) {
        return switch (code) {
            case "EXPORT" -> t("shared.figures.exportOfGoodsNoVat");
            case "REVERSE_CHARGE" -> t("shared.figures.reverseChargeTheBuyerAccounts");
            case "EXEMPT" -> t("shared.figures.someOfThisIsExempt");
            default -> "";
        };
    }
}
