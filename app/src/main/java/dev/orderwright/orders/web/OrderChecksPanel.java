package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import dev.orderwright.verification.Finding;
import dev.orderwright.verification.Finding.Reason;
import dev.orderwright.verification.Verdict;
import dev.orderwright.verification.Verification;
import dev.orderwright.verification.Verification.Report;
import dev.orderwright.verification.Verification.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was looked at when an order came, on its page: what passed, what did not, and why. */
@Component
class OrderChecksPanel implements OrderPanels {

    private static final int PLACE = 40;

    private final Verification verification;
    private final OrderQueries orders;

    OrderChecksPanel(Verification verification, OrderQueries orders) {
        this.verification = verification;
        this.orders = orders;
    }

    @Override
    public List<Panel> panelsFor(long orderId, Who who) {
        OrderHead head = orders.heads(List.of(orderId)).get(orderId);
        if (head == null || !who.may("orders:read")) {
            return List.of();
        }
        Report report = verification.report(orderId, head.channel(), head.placedAt());
        if (report.checks().isEmpty()) {
            return List.of();
        }
        OrderChecks view = new OrderChecks(
                report.checks().stream().map(this::row).toList(),
                report.policyVersion(),
                "/admin/checks?version=" + report.policyVersion());
        return List.of(new Panel(Panel.Place.ASIDE, PLACE, "orders/checks.jte", view));
    }

    private OrderChecks.Row row(Said said) {
        Finding finding = said.finding();
        return finding == null
                ? new OrderChecks.Row(Texts.of(said.check()), null, "", null)
                : new OrderChecks.Row(
                        Texts.of(said.check()),
                        Chip.of(Texts.of(finding.verdict()), finding.verdict() == Verdict.WARN ? Tone.WARN : Tone.BAD),
                        finding.words(),
                        earlier(finding));
    }

    /** The number of the order that has the same goods. */
    private @Nullable String earlier(Finding finding) {
        if (finding.reason() != Reason.ORDERED_TWICE) {
            return null;
        }
        OrderHead head = Ids.parse(finding.evidence().getLast())
                .map(id -> orders.heads(List.of(id)).get(id))
                .orElse(null);
        return head == null ? null : head.number();
    }
}
