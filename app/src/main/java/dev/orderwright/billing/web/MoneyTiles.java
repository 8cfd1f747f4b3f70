package dev.orderwright.billing.web;

import dev.orderwright.billing.Invoices;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** The queues of those who look after the money. */
@Component
class MoneyTiles implements TodayTiles {

    private static final int FIRST = 60;

    private final Invoices invoices;
    private final MoneyFilters filters;

    MoneyTiles(Invoices invoices, MoneyFilters filters) {
        this.invoices = invoices;
        this.filters = filters;
    }

    @Override
    public List<TodayTile> tilesFor(Who who) {
        if (!who.may("billing:read")) {
            return List.of();
        }
        Invoices.Counts counts = invoices.counts(filters.today());
        Invoices.PaymentCounts payments = invoices.paymentCounts();
        return List.of(
                tile(
                        "Payments needing attention",
                        payments.attention(),
                        "/payments?view=attention",
                        Tone.BAD,
                        "a provider said no",
                        0),
                tile(
                        "Payment outcome unknown",
                        payments.unknown(),
                        "/payments?view=unknown",
                        Tone.WARN,
                        "looked up again by itself",
                        1),
                tile(
                        "Not covered by a payment",
                        counts.uncollected(),
                        "/invoices?view=uncollected",
                        Tone.WARN,
                        "shipped, and nobody has paid",
                        2),
                tile("Overdue invoices", counts.overdue(), "/invoices?view=overdue", Tone.WARN, "the oldest first", 3));
    }

    private static TodayTile tile(String title, long count, String url, Tone tone, String hint, int place) {
        return new TodayTile(title, count, url, tone, hint, FIRST + place);
    }
}
