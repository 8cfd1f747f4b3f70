package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.BillPapers;
import dev.orderwright.billing.CreditNote;
import dev.orderwright.billing.CreditNoteDetail;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceAmounts;
import dev.orderwright.billing.InvoiceDetail;
import dev.orderwright.billing.SettlementKind;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.documents.CreditNoteView;
import dev.orderwright.documents.Detail;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.Heading;
import dev.orderwright.documents.InvoiceView;
import dev.orderwright.documents.InvoiceView.Settlement;
import dev.orderwright.documents.Parties;
import dev.orderwright.documents.Party;
import dev.orderwright.documents.Seller;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Invoices and credit notes as papers. Who may not see whom an invoice goes to gets it with the names covered. */
@Component
class InvoicePapers implements BillPapers {

    private final Documents documents;
    private final OrderQueries orders;
    private final Customers customers;
    private final Company company;

    InvoicePapers(Documents documents, OrderQueries orders, Customers customers, Company company) {
        this.documents = documents;
        this.orders = orders;
        this.customers = customers;
        this.company = company;
    }

    Document invoice(InvoiceDetail detail, LocalDate today, Who who) {
        return invoice(detail, today, shownTo(who));
    }

    @Override
    public Document invoice(InvoiceDetail detail, LocalDate today) {
        return invoice(detail, today, UnaryOperator.identity());
    }

    private Document invoice(InvoiceDetail detail, LocalDate today, UnaryOperator<Address> shown) {
        Invoice invoice = detail.invoice();
        List<Detail> facts = new ArrayList<>();
        facts.add(new Detail("Invoice date", Show.day(invoice.issuedOn())));
        facts.add(new Detail("Tax point", Show.day(invoice.issuedOn())));
        facts.add(new Detail("Due date", Show.day(invoice.dueOn())));
        facts.addAll(references(invoice));
        BillPaper paper = new BillPaper(invoice.currency(), company.country());
        return documents.invoice(new InvoiceView(
                parties(detail.billTo(), detail.shipTo(), customer(invoice), shown),
                new Heading(invoice.number(), facts),
                paper.bill(detail.lines(), detail.taxes(), invoice.money(), after(invoice)),
                settlement(detail, today)));
    }

    Document creditNote(CreditNoteDetail detail, List<InvoiceDetail.Settled> settlements, Who who) {
        CreditNote note = detail.creditNote();
        List<Detail> facts = new ArrayList<>();
        facts.add(new Detail("Date", Show.day(note.issuedOn())));
        facts.addAll(references(detail.invoice()));
        BillPaper paper = new BillPaper(note.currency(), company.country());
        return documents.creditNote(new CreditNoteView(
                parties(detail.billTo(), detail.shipTo(), customer(detail.invoice()), shownTo(who)),
                new Heading(note.number(), facts),
                new CreditNoteView.Credited(
                        detail.invoice().number() + " of "
                                + Show.day(detail.invoice().issuedOn()),
                        "Goods taken back"),
                paper.bill(detail.lines(), detail.taxes(), note.money(), List.of()),
                new Settlement("Credit", credited(note, settlements), List.of(), BillPaper.notes(detail.taxes()))));
    }

    /** What becomes of the money of a credit note, in sentences. */
    static String credited(CreditNote note, List<InvoiceDetail.Settled> settlements) {
        long refunded = of(note, settlements, SettlementKind.REFUND);
        long kept = of(note, settlements, SettlementKind.CREDIT_GIVEN);
        long lowered = note.money().total() - refunded - kept;
        List<String> said = new ArrayList<>();
        if (refunded > 0) {
            said.add(t("billing.invoicePapers.goesBack", MoneyWords.money(refunded, note.currency())));
        }
        if (kept > 0) {
            said.add(t("billing.invoicePapers.isKept", MoneyWords.money(kept, note.currency())));
        }
        if (lowered > 0) {
            said.add(t("billing.invoicePapers.isTakenOff", MoneyWords.money(lowered, note.currency())));
        }
        return said.isEmpty() ? t("billing.invoicePapers.nothing") : String.join(" ", said);
    }

    private static long of(CreditNote note, List<InvoiceDetail.Settled> settlements, SettlementKind kind) {
        return settlements.stream()
                .filter(settled -> settled.kind() == kind && settled.reference().equals(note.number()))
                .mapToLong(settled -> -settled.amountMinor())
                .sum();
    }

    private List<Detail> references(Invoice invoice) {
        List<Detail> facts = new ArrayList<>();
        facts.add(new Detail("Order", invoice.orderNumber()));
        OrderHead order = orders.heads(List.of(invoice.orderId())).get(invoice.orderId());
        if (order != null) {
            facts.add(new Detail("Your reference", order.externalId()));
        }
        customer(invoice).ifPresent(customer -> facts.add(new Detail("Customer no.", customer.number())));
        return facts;
    }

    private Optional<Customer> customer(Invoice invoice) {
        return Optional.ofNullable(invoice.customerId())
                .flatMap(id -> Optional.ofNullable(customers.byId(List.of(id)).get(id)));
    }

    private Parties parties(Address billTo, Address shipTo, Optional<Customer> customer, UnaryOperator<Address> shown) {
        List<Detail> tax = customer.map(Customer::taxId)
                .map(id -> List.of(new Detail("VAT no.", id)))
                .orElse(List.of());
        return new Parties(Seller.of(company), party(shown.apply(billTo), tax), party(shown.apply(shipTo), List.of()));
    }

    private static UnaryOperator<Address> shownTo(Who who) {
        return who.seesPersonalData() || who.may("personal:bill-to") ? UnaryOperator.identity() : Address::masked;
    }

    private static Party party(Address address, List<Detail> details) {
        return new Party(address.recipient(), address.printed(), details);
    }

    private static List<Detail> after(Invoice invoice) {
        InvoiceAmounts amounts = invoice.amounts();
        List<Detail> after = new ArrayList<>();
        add(after, "Credited", -amounts.credited(), invoice);
        add(after, "Paid", -amounts.paid(), invoice);
        add(after, "Not claimed", -amounts.writtenOff(), invoice);
        if (!after.isEmpty()) {
            after.add(new Detail("Balance due", MoneyWords.amount(amounts.open(), invoice.currency())));
        }
        return after;
    }

    private static void add(List<Detail> after, String label, long minor, Invoice invoice) {
        if (minor != 0) {
            after.add(new Detail(label, MoneyWords.amount(minor, invoice.currency())));
        }
    }

    private Settlement settlement(InvoiceDetail detail, LocalDate today) {
        Invoice invoice = detail.invoice();
        List<String> notes = BillPaper.notes(detail.taxes());
        String open = MoneyWords.money(invoice.amounts().open(), invoice.currency());
        return switch (invoice.state()) {
            case PAID -> new Settlement("Paid", "Paid in full, with thanks.", List.of(), notes);
            case CREDITED ->
                new Settlement(
                        "Credited",
                        "Taken back by "
                                + detail.creditNotes().stream()
                                        .map(CreditNote::number)
                                        .collect(Collectors.joining(", "))
                                + "; nothing is to be paid.",
                        List.of(),
                        notes);
            case WRITTEN_OFF -> new Settlement("Closed", "Nothing more is claimed.", List.of(), notes);
            case ISSUED, PARTLY_PAID -> {
                boolean taken = invoice.terms() == PaymentTerms.PREPAID
                        && invoice.amounts().toAsk() == 0;
                yield taken
                        ? new Settlement(
                                "In payment", open + " is being taken; nothing is to be done.", List.of(), notes)
                        : new Settlement(status(invoice, today), pay(invoice, open, today), bank(invoice), notes);
            }
        };
    }

    private static String status(Invoice invoice, LocalDate today) {
        if (invoice.isOverdue(today)) {
            return "Overdue";
        }
        return invoice.amounts().paid() > 0 ? "Part paid" : "Due";
    }

    private static String pay(Invoice invoice, String open, LocalDate today) {
        return invoice.isOverdue(today)
                ? "Please pay " + open + " now; it was due on " + Show.day(invoice.dueOn()) + "."
                : "Please pay " + open + " by " + Show.day(invoice.dueOn()) + ".";
    }

    private List<Detail> bank(Invoice invoice) {
        return List.of(
                        new Detail("Bank", company.bank()),
                        new Detail("IBAN", company.iban()),
                        new Detail("BIC", company.bic()),
                        new Detail("Payment reference", invoice.number()))
                .stream()
                .filter(line -> !line.value().isBlank())
                .toList();
    }
}
