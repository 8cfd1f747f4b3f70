package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.CreditNote;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceAmounts;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.InvoiceLine;
import dev.orderwright.billing.TaxSum;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Figures;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the pages of invoices and credit notes out of what the module knows of them. */
@Component
class InvoicePages {

    private final Customers customers;
    private final InvoiceForms forms;
    private final MoneyFilters filters;
    private final Company company;
    private final Show show;

    InvoicePages(Customers customers, InvoiceForms forms, MoneyFilters filters, Company company, Show show) {
        this.customers = customers;
        this.forms = forms;
        this.filters = filters;
        this.company = company;
        this.show = show;
    }

    InvoicePage page(InvoiceDetail detail, InvoiceForms.Attempt attempt, Who who) {
        Invoice invoice = detail.invoice();
        LocalDate today = filters.today();
        List<Chip> chips = new ArrayList<>();
        chips.add(MoneyWords.state(invoice, today));
        if (invoice.terms() == PaymentTerms.PREPAID) {
            chips.add(Chip.of(t("billing.invoicePages.paidInAdvance")));
        }
        String url = "/invoices/" + invoice.number();
        List<InvoicePage.Form> possible = forms.of(invoice, attempt, who);
        List<Field> fields =
                possible.stream().flatMap(form -> form.fields().stream()).toList();
        return new InvoicePage(
                invoice.number(),
                url,
                chips,
                notice(invoice),
                notice(invoice).isEmpty() ? "" : "/orders/" + invoice.orderNumber() + "#money",
                Field.rest(attempt.refusals(), fields),
                lines(detail.lines(), invoice.currency()),
                taxes(detail.taxes(), invoice.currency()),
                sums(invoice.money(), invoice.currency()),
                facts(invoice, who),
                standing(invoice),
                detail.settlements().stream().map(s -> entry(s, invoice)).toList(),
                detail.creditNotes().stream().map(InvoicePages::note).toList(),
                shown(detail.billTo(), who).lines(),
                shown(detail.shipTo(), who).lines(),
                possible);
    }

    private static String notice(Invoice invoice) {
        InvoiceAmounts amounts = invoice.amounts();
        if (!invoice.state().isOpen() || invoice.terms() != PaymentTerms.PREPAID) {
            return "";
        }
        if (amounts.toAsk() > 0) {
            return t(
                    "billing.invoicePages.noAuthorisedPaymentCoversOf",
                    MoneyWords.money(amounts.toAsk(), invoice.currency()));
        }
        return t("billing.invoicePages.wasAskedOfThePayment", MoneyWords.money(amounts.asked(), invoice.currency()));
    }

    static List<InvoicePage.Line> lines(List<InvoiceLine> lines, String currency) {
        return lines.stream()
                .map(line -> new InvoicePage.Line(
                        line.position(),
                        line.sku(),
                        line.description(),
                        Quantities.text(line.quantity(), line.quantityDecimals()),
                        Figures.unitPrice(line.unitPrice(), currency),
                        MoneyWords.amount(line.money().net(), currency),
                        orDash(-line.money().discount(), currency),
                        orDash(line.money().shipping(), currency),
                        MoneyWords.amount(line.money().tax(), currency),
                        MoneyWords.amount(line.money().total(), currency)))
                .toList();
    }

    private static String orDash(long minor, String currency) {
        return minor == 0 ? "–" : MoneyWords.amount(minor, currency);
    }

    List<InvoicePage.Tax> taxes(List<TaxSum> taxes, String currency) {
        return taxes.stream()
                .map(tax -> new InvoicePage.Tax(
                        Figures.tax(tax.percent(), tax.code(), company.country()),
                        MoneyWords.amount(tax.taxableMinor(), currency),
                        MoneyWords.amount(tax.taxMinor(), currency)))
                .toList();
    }

    static List<KeyValue> sums(OrderMoney money, String currency) {
        List<KeyValue> sums = new ArrayList<>();
        sums.add(KeyValue.number(t("billing.invoicePages.goodsAndServices"), MoneyWords.amount(money.net(), currency)));
        if (money.discount() != 0) {
            sums.add(KeyValue.number(
                    t("billing.invoicePages.discount"), MoneyWords.amount(-money.discount(), currency)));
        }
        if (money.shipping() != 0) {
            sums.add(
                    KeyValue.number(t("billing.invoicePages.delivery"), MoneyWords.amount(money.shipping(), currency)));
        }
        sums.add(KeyValue.number(t("billing.invoicePages.tax"), MoneyWords.amount(money.tax(), currency)));
        sums.add(KeyValue.number(t("shared.word.total"), MoneyWords.money(money.total(), currency)));
        return sums;
    }

    private List<KeyValue> facts(Invoice invoice, Who who) {
        List<KeyValue> facts = new ArrayList<>();
        facts.add(KeyValue.link(
                t("billing.invoicePages.order"), invoice.orderNumber(), "/orders/" + invoice.orderNumber()));
        facts.add(customer(invoice, who));
        facts.add(KeyValue.of(t("shared.word.issued"), show.moment(invoice.issuedAt())));
        facts.add(KeyValue.of(t("billing.invoicePages.due"), Show.day(invoice.dueOn())));
        if (invoice.settledAt() != null) {
            facts.add(KeyValue.of(t("billing.invoicePages.settled"), show.moment(invoice.settledAt())));
        }
        return facts;
    }

    private KeyValue customer(Invoice invoice, Who who) {
        Customer customer = invoice.customerId() == null
                ? null
                : customers.byId(List.of(invoice.customerId())).get(invoice.customerId());
        if (customer == null) {
            return KeyValue.of(t("shared.word.customer"), t("billing.invoicePages.aGuest"));
        }
        String name = who.billTo(customer.name(), Masks::name);
        return KeyValue.link(t("shared.word.customer"), name, "/customers/" + customer.key())
                .hint(customer.number());
    }

    private static List<KeyValue> standing(Invoice invoice) {
        InvoiceAmounts amounts = invoice.amounts();
        String currency = invoice.currency();
        List<KeyValue> standing = new ArrayList<>();
        standing.add(KeyValue.number(t("billing.invoicePages.invoiced"), MoneyWords.amount(amounts.total(), currency)));
        if (amounts.credited() > 0) {
            standing.add(KeyValue.number(
                    t("billing.invoicePages.credited"), MoneyWords.amount(-amounts.credited(), currency)));
        }
        standing.add(KeyValue.number(t("billing.invoicePages.paid"), MoneyWords.amount(-amounts.paid(), currency)));
        if (amounts.writtenOff() > 0) {
            standing.add(KeyValue.number(
                    t("billing.invoicePages.writtenOff"), MoneyWords.amount(-amounts.writtenOff(), currency)));
        }
        KeyValue open = KeyValue.number(t("billing.invoicePages.open"), MoneyWords.money(amounts.open(), currency));
        standing.add(
                amounts.asked() == 0
                        ? open
                        : open.hint(t(
                                "billing.invoicePages.askedOfTheProvider",
                                MoneyWords.amount(amounts.asked(), currency))));
        return standing;
    }

    private InvoicePage.Entry entry(InvoiceDetail.Settled settled, Invoice invoice) {
        return new InvoicePage.Entry(
                show.moment(settled.at()),
                MoneyWords.why(settled.kind()),
                settled.reference(),
                Show.actor(settled.actor()),
                MoneyWords.amount(settled.amountMinor(), invoice.currency()));
    }

    static InvoicePage.Note note(CreditNote note) {
        return new InvoicePage.Note(
                note.number(),
                "/credit-notes/" + note.number(),
                Show.day(note.issuedOn()),
                MoneyWords.money(note.money().total(), note.currency()));
    }

    /** Those who collect the money see whom it is from. */
    static Address shown(Address address, Who who) {
        return who.seesPersonalData() || who.may("personal:bill-to") ? address : address.masked();
    }
}
