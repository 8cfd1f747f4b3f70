package dev.orderwright.walk;

import dev.orderwright.inventory.Adjustment;
import dev.orderwright.inventory.AdjustmentReason;
import dev.orderwright.inventory.BinStock;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.BucketChange;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.inventory.StockLimit;
import dev.orderwright.inventory.Supply;
import dev.orderwright.inventory.SupplyChange;
import dev.orderwright.inventory.SupplyDraft;
import dev.orderwright.inventory.Transfer;
import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.Transfer.TransferredLine;
import dev.orderwright.inventory.TransferDraft;
import dev.orderwright.inventory.TransferDraft.TransferLine;
import dev.orderwright.orders.Shop.Goods;
import java.util.List;

/** What comes into the nodes, goes between them and is put right in them. */
final class StockDeeds {

    private static final int PAGE = 500;
    private static final List<Bucket> BY_HAND =
            List.of(Bucket.AVAILABLE, Bucket.QC_HOLD, Bucket.DAMAGED, Bucket.QUARANTINE);
    private static final List<Bucket> ASIDE = List.of(Bucket.QC_HOLD, Bucket.DAMAGED, Bucket.QUARANTINE);

    private final Ground ground;
    private final Inventory inventory;

    StockDeeds(Ground ground) {
        this.ground = ground;
        inventory = ground.world.bean(Inventory.class);
    }

    List<Deed> all() {
        return List.of(
                new Deed("receive", 9, this::receive),
                new Deed("find units", 1, this::find),
                new Deed("lose units", 2, this::lose),
                new Deed("change the bucket", 3, this::changeBucket),
                new Deed("ship a transfer", 2, this::ship),
                new Deed("receive a transfer", 2, this::arrive),
                new Deed("close a transfer", 1, this::close),
                new Deed("announce supply", 2, this::announce),
                new Deed("receive supply", 2, this::receiveSupply),
                new Deed("change supply", 1, this::changeSupply),
                new Deed("close supply", 1, this::closeSupply),
                new Deed("keep units back", 1, this::limit));
    }

    private long item() {
        return ground.one(ground.items).id();
    }

    private long node() {
        return ground.one(ground.nodes);
    }

    private Came receive() {
        List<Receipt> receipts = List.of(receipt(), receipt());
        return ground.run(cause -> inventory.receive(cause, receipts));
    }

    private Receipt receipt() {
        return new Receipt(item(), node(), ground.some(12), ground.bin(), Receipt.RECEIPT, "", null);
    }

    private Came find() {
        return adjust(new Adjustment(
                item(), node(), ground.one(BY_HAND), ground.some(3), ground.bin(), AdjustmentReason.FOUND, ""));
    }

    /** Something that lies in a bin; rather what is nobody's. */
    private List<BinStock> lying() {
        return inventory.bins(ground.items.stream().map(Goods::id).toList()).stream()
                .filter(bin -> ground.chance(10) ? bin.quantity() > 0 : bin.free() > 0)
                .toList();
    }

    private Came lose() {
        return ground.with(
                lying(),
                bin -> adjust(new Adjustment(
                        bin.itemId(),
                        bin.nodeId(),
                        Bucket.AVAILABLE,
                        -ground.some(2),
                        bin.bin(),
                        AdjustmentReason.LOST,
                        "")));
    }

    private Came adjust(Adjustment adjustment) {
        return ground.run(cause -> inventory.adjust(cause, List.of(adjustment)));
    }

    private Came changeBucket() {
        return ground.with(lying(), bin -> {
            boolean back = ground.chance(30);
            Bucket other = ground.one(ASIDE);
            BucketChange change = new BucketChange(
                    bin.itemId(),
                    bin.nodeId(),
                    back ? other : Bucket.AVAILABLE,
                    back ? Bucket.AVAILABLE : other,
                    ground.some(2),
                    bin.bin(),
                    "WALK",
                    "");
            return ground.run(cause -> inventory.changeBucket(cause, List.of(change)));
        });
    }

    private Came ship() {
        return ground.with(lying(), bin -> {
            long to = ground.one(
                    ground.nodes.stream().filter(id -> id != bin.nodeId()).toList());
            TransferDraft draft = new TransferDraft(
                    bin.nodeId(),
                    to,
                    ground.today().plusDays(ground.some(5)),
                    "",
                    "",
                    List.of(new TransferLine(bin.itemId(), ground.some(Math.max(1, bin.free())), bin.bin())));
            return ground.run(cause -> inventory.shipTransfer(cause, draft));
        });
    }

    private List<Transfer> transfers() {
        return inventory.transfers(true, null, PAGE).items();
    }

    private Came arrive() {
        return ground.with(transfers(), transfer -> {
            TransferredLine line = ground.one(transfer.lines());
            TransferReceipt receipt =
                    new TransferReceipt(line.lineNo(), ground.some(Math.max(1, line.open())), ground.bin());
            return ground.run(cause -> inventory.receiveTransfer(cause, transfer.id(), List.of(receipt)));
        });
    }

    private Came close() {
        return ground.with(transfers(), transfer -> ground.run(cause -> inventory.closeTransfer(cause, transfer.id())));
    }

    private Came announce() {
        SupplyDraft draft =
                new SupplyDraft(item(), node(), ground.today().plusDays(ground.some(20)), ground.some(12), "");
        return ground.run(cause -> inventory.announceSupply(cause, List.of(draft)));
    }

    private List<Supply> supplies() {
        return inventory.openSupplies(null, null, PAGE).items();
    }

    private Came receiveSupply() {
        return ground.with(supplies(), supply -> {
            Receipt receipt = new Receipt(
                    supply.itemId(),
                    supply.nodeId(),
                    ground.some(supply.open() + 2),
                    ground.bin(),
                    Receipt.RECEIPT,
                    "",
                    supply.id());
            return ground.run(cause -> inventory.receive(cause, List.of(receipt)));
        });
    }

    private Came changeSupply() {
        return ground.with(supplies(), supply -> {
            SupplyChange change = new SupplyChange(
                    supply.itemId(), supply.id(), ground.today().plusDays(ground.some(30)), false);
            return ground.run(cause -> inventory.changeSupply(cause, List.of(change)));
        });
    }

    private Came closeSupply() {
        return ground.with(supplies(), supply -> {
            SupplyChange change = new SupplyChange(supply.itemId(), supply.id(), null, true);
            return ground.run(cause -> inventory.changeSupply(cause, List.of(change)));
        });
    }

    private Came limit() {
        StockLimit limit = new StockLimit(
                item(), node(), "web", ground.today(), ground.today().plusDays(1), ground.some(3) - 1);
        return ground.run(cause -> inventory.setLimits(cause, List.of(limit)));
    }
}
