package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.OpenException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What goes wrong among orders: they are held, nothing can fill them, they are late. */
@Component
class OrderExceptions implements ExceptionSource {

    static final String CANCEL = "cancel";

    private final List<ExceptionCause> causes;

    OrderExceptions(HeldOrders held, NoSource noSource, LateOrders late) {
        List<ExceptionCause> all = new ArrayList<>(held.causes());
        all.add(noSource);
        all.add(late);
        causes = List.copyOf(all);
    }

    @Override
    public List<ExceptionCause> causes() {
        return causes;
    }

    static Fix cancelFix() {
        return Fix.asking(CANCEL, t("orders.exceptions.cancel"), t("orders.exceptions.cancelDoes"), "orders:cancel");
    }

    /** Cancels what is still to come of the orders of exceptions; two about the same order have the same outcome. */
    static List<Outcome<String>> cancel(Orders orders, Run run, String reason, List<OpenException> open) {
        List<Long> ids = open.stream()
                .map(each -> each.stake().orderId())
                .distinct()
                .sorted()
                .toList();
        List<Outcome<Cancelled>> cancelled = orders.cancel(
                run,
                ids.stream()
                        .map(id -> new CancelOrder(id, null, List.of(), reason))
                        .toList());
        Map<Long, Outcome<String>> byOrder = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            byOrder.put(ids.get(i), cancelled.get(i).map(done -> ""));
        }
        return outcomes(open, byOrder);
    }

    static List<Outcome<String>> outcomes(Collection<OpenException> open, Map<Long, Outcome<String>> byOrder) {
        return open.stream()
                .map(each -> byOrder.getOrDefault(
                        each.stake().orderId(),
                        Outcome.refused("unknown-order", t("orders.refusal.thereIsNoSuchOrder"))))
                .toList();
    }
}
