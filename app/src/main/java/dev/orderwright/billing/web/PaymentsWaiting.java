package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Invoices.PaymentView;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.web.WaitingOutside;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** What payment providers have not answered. */
@Component
class PaymentsWaiting implements WaitingOutside {

    private final Invoices invoices;

    PaymentsWaiting(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public List<Waiting> waitingFor(Who who) {
        if (!who.may("billing:read")) {
            return List.of();
        }
        return List.of(
                waiting(t("billing.paymentsWaiting.toBeAsked"), PaymentView.PENDING, false, 10),
                waiting(t("billing.paymentsWaiting.unknown"), PaymentView.UNKNOWN, false, 11),
                waiting(t("billing.paymentsWaiting.needAttention"), PaymentView.ATTENTION, true, 12));
    }

    private Waiting waiting(String what, PaymentView view, boolean person, int order) {
        Backlog backlog = invoices.asked(view);
        return new Waiting(
                what,
                backlog.count(),
                backlog.oldest(),
                MoneyFilters.url("/payments", "view", MoneyFilters.word(view)),
                person,
                order);
    }
}
