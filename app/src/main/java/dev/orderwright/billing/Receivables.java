package dev.orderwright.billing;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.billing.InvoiceStore.InvoiceKey;
import dev.orderwright.billing.MoneyChanges.CreditEntry;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is owed on invoices, past the payment providers: money that comes in, credit that customers use or are paid out,
 * and what will never be paid. Money that is more than open is kept as the customer's credit.
 */
@Component
public class Receivables {

    /** The most invoices of one command. */
    public static final int SET_MAX = 1_000;

    private final Commands commands;
    private final OrderSlices slices;
    private final InvoiceStore invoices;
    private final SettlementStore ledger;
    private final Accounts accounts;
    private final Ids ids;

    Receivables(
            Commands commands,
            OrderSlices slices,
            InvoiceStore invoices,
            SettlementStore ledger,
            Accounts accounts,
            Ids ids) {
        this.commands = commands;
        this.slices = slices;
        this.invoices = invoices;
        this.ledger = ledger;
        this.accounts = accounts;
        this.ids = ids;
    }

    /** Some of an invoice that is to be paid from the customer's credit. */
    public record CreditUse(String invoice, long amountMinor) {}

    /** The answer to a pay-out: what the customer still has with us. */
    public record PaidOut(long customerId, long amountMinor, long leftMinor) {}

    /**
     * Receives money for invoices, all of them or none. Refusals, each with its field: {@code bad-size}, {@code
     * unknown-invoice}, {@code not-positive}, {@code amount-too-large}, {@code foreign-currency}, {@code
     * capture-under-way}, {@code no-customer}.
     */
    public Outcome<Received> receive(Cause cause, List<Receipt> receipts) {
        return commands.once(cause, "receive-payments", receipts, Received.class, run -> receive(run, receipts));
    }

    /** The same as part of the caller's command. */
    public Outcome<Received> receive(Run run, List<Receipt> receipts) {
        Work work =
                open(run, "receipts", receipts.stream().map(Receipt::invoice).toList());
        List<Refusal> refusals = new ArrayList<>(work.refusals());
        for (int i = 0; i < receipts.size() && work.refusals().isEmpty(); i++) {
            Receipt receipt = receipts.get(i);
            refusals.addAll(ReceiptRules.check(
                    "receipts[" + i + "]", work.invoice(receipt.invoice()), receipt.amountMinor(), receipt.currency()));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<Received.Line> lines = new ArrayList<>(receipts.size());
        for (Receipt receipt : receipts) {
            InvoiceBalance invoice = work.invoice(receipt.invoice());
            OrderAccount account = work.account(invoice);
            run.orderFact(
                    invoice.orderId(),
                    "PaymentReceived",
                    Facts.data(
                            "invoice", invoice.number(),
                            "amount", new Money(receipt.amountMinor(), invoice.currency()).toString(),
                            "reference", receipt.reference()));
            long over = account.receive(
                    invoice.id(), receipt.amountMinor(), SettlementKind.RECEIPT, null, receipt.reference());
            if (over > 0) {
                account.giveCredit(invoice, over, CreditEntryKind.OVERPAID, receipt.reference());
            }
            lines.add(line(work.invoice(receipt.invoice()), receipt.amountMinor() - over, over));
        }
        accounts.write(run, work.opened().changes());
        return Outcome.done(new Received(lines));
    }

    /**
     * Pays invoices of a customer from his credit with us. Refusals, each with its field: {@code bad-size}, {@code
     * unknown-invoice}, {@code not-positive}, {@code foreign-currency}, {@code other-customer}, {@code more-than-open},
     * {@code not-enough-credit}.
     */
    public Outcome<Received> useCredit(Cause cause, long customerId, String currency, List<CreditUse> uses) {
        return commands.once(
                cause,
                "use-credit",
                List.of(customerId, currency, uses),
                Received.class,
                run -> useCredit(run, customerId, currency, uses));
    }

    private Outcome<Received> useCredit(Run run, long customerId, String currency, List<CreditUse> uses) {
        Work work = open(run, "uses", uses.stream().map(CreditUse::invoice).toList());
        List<Refusal> refusals = new ArrayList<>(work.refusals());
        for (int i = 0; i < uses.size() && work.refusals().isEmpty(); i++) {
            CreditUse use = uses.get(i);
            refusals.addAll(ReceiptRules.checkUse(
                    "uses[" + i + "]", work.invoice(use.invoice()), use.amountMinor(), customerId, currency));
        }
        long wanted = uses.stream().mapToLong(CreditUse::amountMinor).sum();
        if (refusals.isEmpty() && ledger.lockBalance(customerId, currency) < wanted) {
            refusals.add(ReceiptRules.notEnoughCredit("uses", wanted, currency));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<Received.Line> lines = new ArrayList<>(uses.size());
        for (CreditUse use : uses) {
            InvoiceBalance invoice = work.invoice(use.invoice());
            long over = work.account(invoice)
                    .receive(invoice.id(), use.amountMinor(), SettlementKind.CREDIT_USED, null, "credit");
            if (over > 0) {
                return Outcome.refused(ReceiptRules.moreThanOpen("uses", invoice));
            }
            work.opened()
                    .changes()
                    .credit(entry(
                            customerId, currency, CreditEntryKind.USED, -use.amountMinor(), invoice, use.invoice()));
            lines.add(line(work.invoice(use.invoice()), use.amountMinor(), 0));
        }
        run.fact(new Fact(
                "customer",
                customerId,
                "CreditUsed",
                Facts.data("amount", new Money(wanted, currency).toString(), "invoices", uses.size())));
        accounts.write(run, work.opened().changes());
        return Outcome.done(new Received(lines));
    }

    /**
     * Pays a customer's credit out. Refusals: {@code not-positive}, {@code unknown-currency}, {@code no-reference}, {@code
     * not-enough-credit}.
     */
    public Outcome<PaidOut> payOut(Cause cause, long customerId, long amountMinor, String currency, String reference) {
        List<Object> content = List.of(customerId, amountMinor, currency, reference);
        return commands.once(cause, "pay-out-credit", content, PaidOut.class, run -> {
            List<Refusal> refusals = ReceiptRules.checkPayOut(amountMinor, currency, reference);
            long balance = ledger.lockBalance(customerId, currency);
            if (refusals.isEmpty() && balance < amountMinor) {
                refusals = List.of(ReceiptRules.notEnoughCredit("amountMinor", amountMinor, currency));
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            ledger.credit(
                    run,
                    List.of(entry(
                            customerId, currency, CreditEntryKind.PAID_OUT, -amountMinor, null, reference.strip())));
            run.fact(new Fact(
                    "customer",
                    customerId,
                    "CreditPaidOut",
                    Facts.data("amount", new Money(amountMinor, currency).toString(), "reference", reference.strip())));
            return Outcome.done(new PaidOut(customerId, amountMinor, balance - amountMinor));
        });
    }

    /**
     * Gives up what is open on an invoice. Refusals: {@code unknown-invoice}, {@code no-reason}, {@code nothing-open},
     * {@code capture-under-way}.
     */
    public Outcome<Received> writeOff(Cause cause, String invoice, String reason) {
        return commands.once(cause, "write-off-invoice", List.of(invoice, reason), Received.class, run -> {
            Work work = open(run, "", List.of(invoice));
            List<Refusal> refusals = work.refusals().isEmpty()
                    ? ReceiptRules.checkWriteOff(work.invoice(invoice), reason)
                    : work.refusals();
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            InvoiceBalance before = work.invoice(invoice);
            work.account(before).writeOff(before.id(), reason.strip());
            accounts.write(run, work.opened().changes());
            return Outcome.done(new Received(
                    List.of(line(work.invoice(invoice), before.amounts().open(), 0))));
        });
    }

    /** What a customer has with us, by currency. */
    public Map<String, Long> credit(long customerId) {
        return ledger.balances(customerId);
    }

    /** Invoices by number, their orders locked. */
    private record Work(Map<String, InvoiceKey> keys, Opened opened, List<Refusal> refusals) {

        InvoiceBalance invoice(String number) {
            InvoiceKey key = Objects.requireNonNull(keys.get(number));
            return opened.of(key.orderId()).invoice(key.id());
        }

        OrderAccount account(InvoiceBalance invoice) {
            return opened.of(invoice.orderId());
        }
    }

    /** @param set the field that lists the invoices, empty where there is only one */
    private Work open(Run run, String set, List<String> numbers) {
        List<Refusal> refusals = new ArrayList<>();
        if (numbers.isEmpty() || numbers.size() > SET_MAX) {
            refusals.add(Refusal.of("bad-size", set, t("billing.refusal.nameToInvoicesAtA", SET_MAX)));
            return new Work(Map.of(), accounts.open(run, List.of()), refusals);
        }
        Map<String, InvoiceKey> keys = new HashMap<>();
        invoices.keys(numbers).forEach(key -> keys.put(key.number(), key));
        for (int i = 0; i < numbers.size(); i++) {
            if (!keys.containsKey(numbers.get(i))) {
                String field = set.isEmpty() ? "invoice" : set + "[" + i + "].invoice";
                refusals.add(
                        Refusal.of("unknown-invoice", field, t("billing.refusal.thereIsNoInvoice", numbers.get(i))));
            }
        }
        TreeSet<Long> orderIds = new TreeSet<>();
        keys.values().forEach(key -> orderIds.add(key.orderId()));
        slices.lockHeads(run, orderIds);
        return new Work(new LinkedHashMap<>(keys), accounts.open(run, orderIds), refusals);
    }

    private CreditEntry entry(
            long customerId,
            String currency,
            CreditEntryKind kind,
            long amount,
            @Nullable InvoiceBalance invoice,
            String reference) {
        return new CreditEntry(
                customerId,
                ids.next(),
                currency,
                kind,
                amount,
                invoice == null ? null : invoice.orderId(),
                invoice == null ? null : invoice.id(),
                reference);
    }

    private static Received.Line line(InvoiceBalance invoice, long applied, long credited) {
        return new Received.Line(
                invoice.number(), applied, credited, invoice.amounts().open(), invoice.state());
    }
}
