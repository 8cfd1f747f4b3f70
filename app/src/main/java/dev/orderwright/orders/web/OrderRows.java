package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.OrderCauses;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An order as one row, wherever orders are listed. */
@Component
class OrderRows {

    private final OrderFilters filters;
    private final Show show;
    private final InstantSource clock;

    OrderRows(OrderFilters filters, Show show, InstantSource clock) {
        this.filters = filters;
        this.show = show;
        this.clock = clock;
    }

    OrdersPage.Row row(OrderQueries.Row row, Who who) {
        List<Chip> chips = new ArrayList<>();
        chips.add(lifecycle(row.lifecycle().name()));
        row.holds().forEach(hold -> chips.add(held(row, hold, who)));
        if (row.priority() > 5) {
            chips.add(Chip.of(t("orders.orderRows.priority", row.priority()), Tone.INFO));
        }
        boolean late = row.lifecycle().isOpen()
                && row.expectedOn() != null
                && row.expectedOn().isBefore(filters.today());
        if (late) {
            chips.add(late(row, who));
        }
        return new OrdersPage.Row(
                Long.toString(row.id()),
                row.number(),
                "/orders/" + row.number(),
                who.personal(row.shipToName(), Masks::name),
                row.country(),
                row.channel(),
                show.moment(row.placedAt()),
                chips,
                bar(row.units()),
                Show.money(new Money(row.totalMinor(), row.currency())),
                row.expectedOn() == null ? t("orders.orderRows.noDateYet") : Show.day(row.expectedOn()),
                Show.day(row.promisedOn()),
                row.externalId(),
                Show.number(row.lines()),
                Integer.toString(row.priority()),
                Show.age(row.placedAt(), clock.instant()));
    }

    /** Payments come by themselves for a day: until then nobody has to deal with their holds. */
    private Chip held(OrderQueries.Row row, HoldType hold, Who who) {
        Chip chip = Chip.of(t("orders.orderPages.held", Show.words(hold)), Tone.BAD);
        boolean waits = hold == HoldType.PAYMENT
                && row.placedAt().isAfter(clock.instant().minus(OrderCauses.PAYMENTS_TAKE));
        return waits || !who.mayAny("orders:release-hold", "orders:cancel")
                ? chip
                : chip.leadingTo(exception(OrderCauses.held(hold), row));
    }

    /** What is held or waits for goods is told of there, and not as late. */
    private static Chip late(OrderQueries.Row row, Who who) {
        Chip chip = Chip.of(t("orders.orderRows.late"), Tone.WARN);
        boolean elsewhere = !row.holds().isEmpty() || row.units().containsKey(SliceState.BACKORDERED);
        return elsewhere || !who.mayAny("orders:write", "orders:cancel")
                ? chip
                : chip.leadingTo(exception(OrderCauses.LATE, row));
    }

    private static String exception(String cause, OrderQueries.Row row) {
        return Link.to("/exceptions/" + cause)
                .with("order", Long.toString(row.id()))
                .toString();
    }

    static QuantityBar bar(Map<SliceState, Long> units) {
        return new QuantityBar(units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new QuantityBar.Part(entry.getKey().name(), entry.getValue()))
                .toList());
    }

    static Chip lifecycle(String lifecycle) {
        Tone tone = lifecycle.equals("PLACED") ? Tone.WARN : Tone.NEUTRAL;
        return Chip.of(
                Show.words(Lifecycle.valueOf(lifecycle))
                        .toLowerCase(Texts.language().locale()),
                tone);
    }
}
