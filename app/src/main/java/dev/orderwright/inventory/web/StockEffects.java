package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.inventory.WaitingDemand.Waiting;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.ui.Effect.Change;
import dev.orderwright.shared.ui.Show;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what a booking will change before it is booked. Nothing is locked: the booking itself looks again. */
@Component
class StockEffects {

    private final Inventory inventory;
    private final StockNames names;

    StockEffects(Inventory inventory, StockNames names) {
        this.inventory = inventory;
        this.names = names;
    }

    /** A balance that goes up or down. */
    record Shift(Item item, long nodeId, Bucket bucket, long delta) {}

    Effect of(List<Shift> shifts) {
        List<Change> changes = shifts.stream()
                .filter(shift -> shift.delta() != 0 && shift.bucket().isInside())
                .map(this::change)
                .toList();
        return new Effect(changes, hints(shifts), List.of());
    }

    private Change change(Shift shift) {
        long before = level(shift.item(), shift.nodeId()).in(shift.bucket());
        return change(shift.item(), shift.nodeId(), Show.words(shift.bucket()), before, before + shift.delta());
    }

    private Change change(Item item, long nodeId, String what, long before, long after) {
        int decimals = item.quantityDecimals();
        return new Change(
                StockAnswers.code(names.nodes(), nodeId) + " · " + what,
                Quantities.text(before, decimals),
                Quantities.text(after, decimals),
                item.sku() + " " + item.description(),
                after < 0);
    }

    /** What may be promised, before and after another quantity is kept back. */
    Effect ofLimit(Item item, long nodeId, long keptNow, long keptThen) {
        long available = level(item, nodeId).available();
        Change change = change(
                item, nodeId, t("inventory.stockEffects.freeToPromise"), available - keptNow, available - keptThen);
        List<String> hints =
                available < keptThen ? List.of(t("inventory.stockEffects.nothingIsPromisedFromThere")) : List.of();
        return new Effect(
                List.of(new Change(change.what(), change.before(), change.after(), change.about(), false)),
                hints,
                List.of());
    }

    private StockLevel level(Item item, long nodeId) {
        return inventory.levels(List.of(item.id())).getOrDefault(item.id(), List.of()).stream()
                .filter(level -> level.key().nodeId() == nodeId)
                .findFirst()
                .orElseGet(() -> new StockLevel(new StockKey(item.id(), nodeId), 0, 0, 0, 0, 0, 0, 0, 0));
    }

    private List<String> hints(List<Shift> shifts) {
        List<String> hints = new ArrayList<>();
        for (Shift shift : shifts) {
            int decimals = shift.item().quantityDecimals();
            long waiting = inventory.waiting(shift.item().id()).stream()
                    .mapToLong(Waiting::quantity)
                    .sum();
            if (shift.bucket() == Bucket.AVAILABLE && shift.delta() > 0 && waiting > 0) {
                hints.add(t(
                        "inventory.stockEffects.ordersWaitForOfThey",
                        Quantities.text(waiting, decimals),
                        shift.item().sku()));
            }
            StockLevel level = level(shift.item(), shift.nodeId());
            if (shift.delta() < 0 && level.in(shift.bucket()) + shift.delta() < 0) {
                hints.add(t(
                        "inventory.stockEffects.onlyOfAreThereWhat",
                        Quantities.text(level.in(shift.bucket()), decimals),
                        shift.item().sku()));
            }
        }
        return hints;
    }
}
