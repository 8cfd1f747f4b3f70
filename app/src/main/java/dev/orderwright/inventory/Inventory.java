package dev.orderwright.inventory;

import dev.orderwright.inventory.Adjustment.Adjusted;
import dev.orderwright.inventory.BucketChange.BucketsChanged;
import dev.orderwright.inventory.Receipt.Received;
import dev.orderwright.inventory.StockLimit.LimitsSet;
import dev.orderwright.inventory.SupplyChange.SuppliesChanged;
import dev.orderwright.inventory.SupplyDraft.SupplyAnnounced;
import dev.orderwright.inventory.Transfer.TransferProgress;
import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.TransferDraft.TransferShipped;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people and programs do with stock, and what they see of it. Each command is one transaction: all of its lines
 * are done, or none is and every wrong one is named. Balances never go below 0: who asks for more than is there is
 * refused ({@code not-enough-stock}).
 */
@Component
public class Inventory {

    private final NodeBook nodes;
    private final Receiving receiving;
    private final Adjusting adjusting;
    private final Transferring transferring;
    private final PromiseInputs inputs;
    private final StockReads reads;

    Inventory(
            NodeBook nodes,
            Receiving receiving,
            Adjusting adjusting,
            Transferring transferring,
            PromiseInputs inputs,
            StockReads reads) {
        this.nodes = nodes;
        this.receiving = receiving;
        this.adjusting = adjusting;
        this.transferring = transferring;
        this.inputs = inputs;
        this.reads = reads;
    }

    /** Every node, oldest first. */
    public List<Node> nodes() {
        return nodes.all();
    }

    /** Makes nodes, or changes those whose code is known. Defining the same again changes nothing. */
    public Outcome<NodesDefined> defineNodes(Cause cause, List<NodeDraft> drafts) {
        return nodes.define(cause, drafts);
    }

    /**
     * Changes one node, if nobody else has changed it since the caller saw it.
     *
     * @param version the one the caller saw
     */
    public Outcome<NodesDefined> changeNode(Cause cause, NodeDraft draft, int version) {
        return nodes.change(cause, draft, version);
    }

    /** Takes goods in. Whoever waits for them ({@link ArrivalListener}) gets them in the same transaction. */
    public Outcome<Received> receive(Cause cause, List<Receipt> receipts) {
        return receiving.receive(cause, receipts);
    }

    /** Puts balances right. */
    public Outcome<Adjusted> adjust(Cause cause, List<Adjustment> adjustments) {
        return adjusting.adjust(cause, adjustments);
    }

    /** Moves units between AVAILABLE, QC_HOLD, DAMAGED and QUARANTINE. */
    public Outcome<BucketsChanged> changeBucket(Cause cause, List<BucketChange> changes) {
        return adjusting.changeBucket(cause, changes);
    }

    /** Sends goods from one node to another; they are in transit until they arrive. */
    public Outcome<TransferShipped> shipTransfer(Cause cause, TransferDraft transfer) {
        return transferring.ship(cause, transfer);
    }

    /** Units of a transfer have arrived and become available at the other node. */
    public Outcome<TransferProgress> receiveTransfer(Cause cause, long transferId, List<TransferReceipt> receipts) {
        return receiveTransfer(cause, transferId, receipts, null);
    }

    /** The same for a transfer as the caller saw it; else {@code stale-version}. */
    public Outcome<TransferProgress> receiveTransfer(
            Cause cause, long transferId, List<TransferReceipt> receipts, @Nullable Integer version) {
        return transferring.receive(cause, transferId, receipts, version);
    }

    /** What is still on its way of a transfer is given up as lost. */
    public Outcome<TransferProgress> closeTransfer(Cause cause, long transferId) {
        return closeTransfer(cause, transferId, null);
    }

    /** The same for a transfer as the caller saw it; else {@code stale-version}. */
    public Outcome<TransferProgress> closeTransfer(Cause cause, long transferId, @Nullable Integer version) {
        return transferring.close(cause, transferId, version);
    }

    /** A supplier will send goods: they are incoming, and orders that wait for them get a date. */
    public Outcome<SupplyAnnounced> announceSupply(Cause cause, List<SupplyDraft> supplies) {
        return inputs.supply().announce(cause, supplies);
    }

    /** Announced goods come on another day, or the rest not at all. */
    public Outcome<SuppliesChanged> changeSupply(Cause cause, List<SupplyChange> changes) {
        return inputs.supply().change(cause, changes);
    }

    /** Keeps units back from promising, or no longer. */
    public Outcome<LimitsSet> setLimits(Cause cause, List<StockLimit> limits) {
        return inputs.limits().set(cause, limits);
    }

    /** The limits of an item, by node, channel and first day. */
    public List<StockLimit> limits(long itemId) {
        return inputs.limits().ofItem(itemId);
    }

    /** How much of items is kept back from promising on every channel on a day, where anything is. */
    public Map<StockKey, Long> keptBack(Collection<Long> itemIds, LocalDate on) {
        return reads.keptBack(itemIds, on);
    }

    /** The levels of items at every node that ever had any, by item. */
    public Map<Long, List<StockLevel>> levels(Collection<Long> itemIds) {
        return reads.levels(itemIds);
    }

    /** The levels at a node, by item id. */
    public Page<StockLevel> levelsAt(long nodeId, @Nullable String cursor, int limit) {
        return reads.levelsAt(nodeId, cursor, limit);
    }

    /**
     * Items with their levels, by SKU. A page may have fewer rows than asked and still have a next one: it looks only
     * so far for items that fit.
     */
    public Page<StockRow> overview(StockFilter filter, @Nullable String cursor, int limit) {
        return reads.overview(filter, cursor, limit);
    }

    /** The sums over all items, one level per node with item id 0. */
    public List<StockLevel> totals() {
        return reads.totals();
    }

    /** The movements of an item, at one node or everywhere, newest first, with the balance after each. */
    public Page<LedgerEntry> ledger(long itemId, @Nullable Long nodeId, @Nullable String cursor, int limit) {
        return reads.ledger(itemId, nodeId, cursor, limit);
    }

    /** Where the units of items lie, by item, node and bin. */
    public List<BinStock> bins(Collection<Long> itemIds) {
        return reads.bins(itemIds);
    }

    /** What suppliers will send, soonest first. */
    public Page<Supply> openSupplies(@Nullable Long nodeId, @Nullable String cursor, int limit) {
        return reads.openSupplies(nodeId, cursor, limit);
    }

    /** What suppliers will send or have sent of an item: open first. */
    public List<Supply> suppliesOf(long itemId, int limit) {
        return reads.suppliesOf(itemId, limit);
    }

    /** What is on its way of an item, from suppliers and from other nodes, soonest first; days may have passed. */
    public List<ExpectedSupply> expected(long itemId) {
        return reads.expected(itemId);
    }

    /** What orders still wait for of an item, by the day on which it is to be shipped. */
    public List<WaitingDemand.Waiting> waiting(long itemId) {
        return reads.waiting(itemId);
    }

    /** Transfers, newest first. */
    public Page<Transfer> transfers(boolean openOnly, @Nullable String cursor, int limit) {
        return reads.transfers(openOnly, cursor, limit);
    }

    public Optional<Transfer> transfer(long id) {
        return reads.transfer(id);
    }
}
