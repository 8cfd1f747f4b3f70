package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Adjustment;
import dev.orderwright.inventory.AdjustmentReason;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.BucketChange;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLimit;
import dev.orderwright.inventory.SupplyDraft;
import dev.orderwright.inventory.TransferDraft;
import dev.orderwright.inventory.web.StockEffects.Shift;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads each form about stock and makes the command out of it. */
@Component
class StockBookings {

    private final Inventory inventory;
    private final StockNames names;
    private final StockEffects effects;

    StockBookings(Inventory inventory, StockNames names, StockEffects effects) {
        this.inventory = inventory;
        this.names = names;
        this.effects = effects;
    }

    StockBooking read(StockWork work, Map<String, String> in, Who who, LocalDate today) {
        StockForm form = StockForm.of(in, names, who);
        return switch (work) {
            case RECEIVE -> receive(form);
            case ADJUST -> adjust(form);
            case MOVE -> move(form);
            case TRANSFER -> transfer(form);
            case ANNOUNCE -> announce(form);
            case LIMIT -> limit(form, today);
        };
    }

    private StockBooking receive(StockForm form) {
        Item item = form.item();
        long node = form.node("node");
        long quantity = form.units("quantity");
        Receipt receipt = new Receipt(
                form.itemId(),
                node,
                quantity,
                form.word("bin"),
                Receipt.RECEIPT,
                form.text("document"),
                form.id("supply"));
        List<Shift> shifts = new ArrayList<>();
        if (item != null) {
            shifts.add(new Shift(item, node, Bucket.AVAILABLE, quantity));
            if (receipt.supplyId() != null) {
                shifts.add(new Shift(item, node, Bucket.INCOMING, -quantity));
            }
        }
        return booking(
                form,
                shifts,
                cause -> inventory
                        .receive(cause, List.of(receipt))
                        .map(done -> t(
                                "inventory.stockBookings.received",
                                done.lines().getFirst().document(),
                                form.amount(quantity))));
    }

    private StockBooking adjust(StockForm form) {
        Item item = form.item();
        long node = form.node("node");
        long delta = form.units("delta");
        Bucket bucket = form.choice("bucket", Bucket.class, Bucket.AVAILABLE);
        AdjustmentReason reason = form.choice("reason", AdjustmentReason.class, AdjustmentReason.CORRECTION);
        Adjustment adjustment =
                new Adjustment(form.itemId(), node, bucket, delta, form.word("bin"), reason, form.text("note"));
        return booking(
                form,
                item == null ? List.of() : List.of(new Shift(item, node, bucket, delta)),
                cause -> inventory
                        .adjust(cause, List.of(adjustment))
                        .map(done -> t(
                                "inventory.stockBookings.adjustedBy",
                                done.lines().getFirst().document(),
                                form.amount(delta))));
    }

    private StockBooking move(StockForm form) {
        Item item = form.item();
        long node = form.node("node");
        long quantity = form.units("quantity");
        Bucket from = form.choice("from", Bucket.class, Bucket.AVAILABLE);
        Bucket to = form.choice("to", Bucket.class, Bucket.DAMAGED);
        BucketChange change = new BucketChange(
                form.itemId(),
                node,
                from,
                to,
                quantity,
                form.word("bin"),
                form.required("reason").toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"),
                form.text("note"));
        return booking(
                form,
                item == null
                        ? List.of()
                        : List.of(new Shift(item, node, from, -quantity), new Shift(item, node, to, quantity)),
                cause -> inventory
                        .changeBucket(cause, List.of(change))
                        .map(done -> t(
                                "inventory.stockBookings.areNow",
                                done.lines().getFirst().document(),
                                form.amount(quantity),
                                Show.words(to).toLowerCase(java.util.Locale.ROOT))));
    }

    private StockBooking transfer(StockForm form) {
        List<StockForm.Counted> counted = form.counted("lines");
        long from = form.node("fromNode");
        long to = form.anyNode("toNode");
        LocalDate day = Objects.requireNonNullElse(form.day("expectedOn", true), LocalDate.EPOCH);
        TransferDraft draft = new TransferDraft(
                from,
                to,
                day,
                form.text("reference"),
                form.text("note"),
                counted.stream()
                        .map(line -> new TransferDraft.TransferLine(line.item().id(), line.units(), ""))
                        .toList());
        List<Shift> shifts = new ArrayList<>();
        counted.forEach(line -> {
            shifts.add(new Shift(line.item(), from, Bucket.AVAILABLE, -line.units()));
            shifts.add(new Shift(line.item(), to, Bucket.IN_TRANSIT, line.units()));
        });
        return booking(
                form,
                shifts,
                cause -> inventory
                        .shipTransfer(cause, draft)
                        .map(done -> t("inventory.stockBookings.isOnItsWay", done.number())));
    }

    private StockBooking announce(StockForm form) {
        Item item = form.item();
        long node = form.node("node");
        long quantity = form.units("quantity");
        LocalDate day = Objects.requireNonNullElse(form.day("expectedOn", true), LocalDate.EPOCH);
        SupplyDraft draft = new SupplyDraft(form.itemId(), node, day, quantity, form.text("reference"));
        return booking(
                form,
                item == null ? List.of() : List.of(new Shift(item, node, Bucket.INCOMING, quantity)),
                cause -> inventory
                        .announceSupply(cause, List.of(draft))
                        .map(done -> t(
                                "inventory.stockBookings.comeOn",
                                done.supplies().getFirst().number(),
                                form.amount(quantity),
                                Show.day(day))));
    }

    private StockBooking limit(StockForm form, LocalDate today) {
        Item item = form.item();
        long node = form.node("node");
        long quantity = form.units("quantity");
        LocalDate from = Objects.requireNonNullElse(form.day("from", false), StockLimit.AT_ONCE);
        LocalDate until = form.day("until", false);
        String channel = form.text("channel");
        StockLimit limit = new StockLimit(form.itemId(), node, channel, from, until, quantity);
        Effect effect = Effect.NONE;
        if (item != null && form.countsRightly() && channel.isEmpty() && !from.isAfter(today)) {
            long kept = inventory.keptBack(List.of(item.id()), today).getOrDefault(new StockKey(item.id(), node), 0L);
            effect = effects.ofLimit(item, node, kept, quantity);
        }
        return new StockBooking(
                effect,
                form.refusals(),
                cause -> inventory
                        .setLimits(cause, List.of(limit))
                        .map(done -> done.lifted() > 0
                                ? t("inventory.stockBookings.nothingIsKeptBackThere")
                                : t("inventory.stockBookings.areKeptBack", Quantities.text(quantity, form.decimals()))),
                form.itemId());
    }

    private StockBooking booking(StockForm form, List<Shift> shifts, Function<Cause, Outcome<String>> run) {
        return new StockBooking(
                form.countsRightly() ? effects.of(shifts) : Effect.NONE, form.refusals(), run, form.itemId());
    }
}
