package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

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
                                t("billing.moneyTiles.paymentsNeedingAttention"),
                                payments.attention(),
                                "/payments?view=attention",
                                Tone.BAD,
                                t("billing.moneyTiles.aProviderSaidNo"),
                                0)
                        .waitingSince(
                                invoices.asked(Invoices.PaymentView.ATTENTION).oldest()),
                tile(
                                t("billing.moneyTiles.paymentOutcomeUnknown"),
                                payments.unknown(),
                                "/payments?view=unknown",
                                Tone.WARN,
                                t("billing.moneyTiles.lookedUpAgainByItself"),
                                1)
                        .waitingSince(payments.oldestUnknown()),
                tile(
                                t("billing.moneyTiles.notCoveredByAPayment"),
                                counts.uncollected().count(),
                                "/invoices?view=uncollected",
                                Tone.WARN,
                                t("billing.moneyTiles.shippedAndNobodyHasPaid"),
                                2)
                        .waitingSince(counts.uncollected().oldest()),
                tile(
                                t("billing.moneyTiles.overdueInvoices"),
                                counts.overdue(),
                                "/invoices?view=overdue",
                                Tone.WARN,
                                t("billing.moneyTiles.theOldestFirst"),
                                3)
                        .waitingSince(filters.dayAfter(counts.firstDue())));
    }

    private static TodayTile tile(String title, long count, String url, Tone tone, String hint, int place) {
        return new TodayTile(title, count, url, tone, hint, FIRST + place);
    }
}
