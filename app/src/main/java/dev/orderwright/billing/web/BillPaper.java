package dev.orderwright.billing.web;

import dev.orderwright.billing.InvoiceLine;
import dev.orderwright.billing.TaxSum;
import dev.orderwright.documents.Detail;
import dev.orderwright.documents.InvoiceView;
import dev.orderwright.documents.InvoiceView.Bill;
import dev.orderwright.documents.Item;
import dev.orderwright.documents.Price;
import dev.orderwright.documents.Totals;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * The money of an invoice or credit note as it is printed: lines at their net amounts, then discount, delivery and tax,
 * so that a reader who adds up the column comes to the total, to the cent.
 */
final class BillPaper {

    private final String currency;
    private final String sellerCountry;

    BillPaper(String currency, String sellerCountry) {
        this.currency = currency;
        this.sellerCountry = sellerCountry;
    }

    Bill bill(List<InvoiceLine> lines, List<TaxSum> taxes, OrderMoney money, List<Detail> after) {
        return new Bill(
                lines.stream().map(this::line).toList(),
                taxes.stream().map(this::tax).toList(),
                new Totals(
                        parts(taxes, money),
                        new Detail("Total " + currency, MoneyWords.amount(money.total(), currency)),
                        after));
    }

    /** The sentences the law asks for where no tax is charged. */
    static List<String> notes(List<TaxSum> taxes) {
        return taxes.stream()
                .map(tax -> Figures.taxNote(tax.code()))
                .filter(note -> !note.isEmpty())
                .distinct()
                .toList();
    }

    private InvoiceView.Line line(InvoiceLine line) {
        return new InvoiceView.Line(
                Integer.toString(line.position()),
                new Item(line.sku(), line.description(), note(line)),
                Quantities.text(line.quantity(), line.quantityDecimals()),
                new Price(
                        Figures.unitPrice(line.unitPrice(), currency),
                        Figures.percent(line.taxPercent()),
                        MoneyWords.amount(line.money().net(), currency)));
    }

    private String note(InvoiceLine line) {
        return line.money().discount() == 0
                ? ""
                : "less discount of " + MoneyWords.amount(line.money().discount(), currency);
    }

    private InvoiceView.Tax tax(TaxSum tax) {
        return new InvoiceView.Tax(
                Figures.tax(tax.percent(), tax.code(), sellerCountry),
                MoneyWords.amount(tax.taxableMinor(), currency),
                MoneyWords.amount(tax.taxMinor(), currency),
                MoneyWords.amount(tax.taxableMinor() + tax.taxMinor(), currency));
    }

    private List<Detail> parts(List<TaxSum> taxes, OrderMoney money) {
        List<Detail> parts = new ArrayList<>();
        parts.add(new Detail("Goods and services", MoneyWords.amount(money.net(), currency)));
        if (money.discount() != 0) {
            parts.add(new Detail("Discount", MoneyWords.amount(-money.discount(), currency)));
        }
        if (money.shipping() != 0) {
            parts.add(new Detail("Delivery", MoneyWords.amount(money.shipping(), currency)));
        }
        taxes.forEach(tax -> parts.add(new Detail(
                Figures.tax(tax.percent(), tax.code(), sellerCountry), MoneyWords.amount(tax.taxMinor(), currency))));
        return parts;
    }
}
