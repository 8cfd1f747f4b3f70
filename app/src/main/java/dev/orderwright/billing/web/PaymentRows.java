package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.PaymentTransaction;
import dev.orderwright.billing.TransactionState;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Payment transactions as rows, each with what may be done about it now. */
@Component
class PaymentRows {

    private final Show show;
    private final InstantSource clock;

    PaymentRows(Show show, InstantSource clock) {
        this.show = show;
        this.clock = clock;
    }

    PaymentsPage.Row row(PaymentTransaction transaction, String orderNumber, Who who) {
        String url = "/payments/" + transaction.orderId() + "/" + transaction.id();
        boolean may = who.may("billing:write");
        return new PaymentsPage.Row(
                Long.toString(transaction.id()),
                MoneyWords.what(transaction.kind()),
                MoneyWords.money(transaction.amountMinor(), transaction.currency()),
                orderNumber,
                "/orders/" + orderNumber,
                purpose(transaction),
                MoneyWords.state(transaction),
                said(transaction),
                show.moment(transaction.requestedAt()) + ", " + Show.age(transaction.requestedAt(), clock.instant()),
                tries(transaction),
                url + "/retry",
                may ? retry(transaction) : "",
                url + "/dismiss",
                may ? dismiss(transaction) : "");
    }

    /** Without what only tells one key from another. */
    private static String purpose(PaymentTransaction transaction) {
        String by = t("billing.paymentRows.over", transaction.method(), transaction.provider());
        String what = switch (transaction.kind()) {
            case AUTHORISE, VOID -> "";
            case CAPTURE -> transaction.purpose().replaceFirst(" from \\d+$", "");
            case REFUND -> transaction.purpose().replaceFirst(" by \\d+$", "");
        };
        return what.isEmpty() ? by : what + ", " + by;
    }

    private static String said(PaymentTransaction transaction) {
        return Stream.of(transaction.attention(), transaction.failureReason(), transaction.reference())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(t("billing.paymentRows.notAskedYet"));
    }

    private static String tries(PaymentTransaction transaction) {
        if (transaction.attempts() == 0) {
            return "";
        }
        String asked = t("billing.paymentRows.asked", times(transaction.attempts()));
        return transaction.lookups() == 0
                ? asked
                : t("billing.paymentRows.lookedUp", asked, times(transaction.lookups()));
    }

    private static String times(int count) {
        return t("billing.paymentRows.times", count);
    }

    private static String retry(PaymentTransaction transaction) {
        return switch (transaction.state()) {
            case PENDING -> t("billing.paymentRows.askNow");
            case UNKNOWN -> t("billing.paymentRows.lookItUpNow");
            case FAILED -> transaction.attention() == null ? "" : t("billing.paymentRows.tryAgain");
            case SUCCEEDED -> "";
        };
    }

    private static String dismiss(PaymentTransaction transaction) {
        if (transaction.state() != TransactionState.FAILED || transaction.attention() == null) {
            return "";
        }
        return switch (transaction.kind()) {
            case AUTHORISE -> t("billing.paymentRows.theOrderStaysWithoutThis");
            case CAPTURE -> t("billing.paymentRows.whatIsSetAsideGoes");
            case VOID -> t("billing.paymentRows.theAuthorisationCountsAsLapsed");
            case REFUND -> t("billing.paymentRows.theRefundCountsAsSettled");
        };
    }

    List<PaymentsPage.Row> rows(List<PaymentTransaction> transactions, String orderNumber, Who who) {
        return transactions.stream()
                .map(transaction -> row(transaction, orderNumber, who))
                .toList();
    }
}
