package dev.orderwright.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.inventory.Receipt.ReceivedLine;
import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.TransferDraft.TransferLine;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryModuleTests {

    private static final LocalDate SOON = LocalDate.of(2026, 3, 9);

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Inventory inventory = world.bean(Inventory.class);
    private final Stock stock = world.bean(Stock.class);
    private final long item = goods.item();
    private final long other = goods.item();
    private final long node = goods.node();
    private final long far = goods.node();

    @AfterEach
    void theLawsHold() {
        goods.assertLaws(List.of(item, other));
    }

    private Receipt receipt(long quantity, String bin, @Nullable Long supplyId) {
        return new Receipt(item, node, quantity, bin, Receipt.RECEIPT, "DN-1", supplyId);
    }

    private void receive(long quantity, String bin) {
        inventory.receive(goods.cause(), List.of(receipt(quantity, bin, null))).orThrow();
    }

    private Adjustment adjustment(Bucket bucket, long delta, String bin, AdjustmentReason reason) {
        return new Adjustment(item, node, bucket, delta, bin, reason, "count of March");
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of();
            case Outcome.Refused<?>(List<Refusal> refusals) ->
                refusals.stream().map(r -> r.code() + " " + r.field()).toList();
        };
    }

    private Map<String, Long> bins(long itemId, long nodeId) {
        return inventory.bins(Set.of(itemId)).stream()
                .filter(bin -> bin.nodeId() == nodeId)
                .collect(java.util.stream.Collectors.toMap(BinStock::bin, BinStock::quantity));
    }

    @Test
    void aReceiptPutsUnitsOnTheShelfOnceHoweverOftenItIsSent() {
        Cause cause = goods.cause();
        List<Receipt> receipts = List.of(receipt(12, "A-01", null), receipt(3, "", null));
        var first = inventory.receive(cause, receipts).orThrow();
        var again = inventory.receive(cause, receipts);
        assertThat(again).isEqualTo(new Outcome.Done<>(first, true));
        assertThat(first.lines())
                .extracting(ReceivedLine::bin, ReceivedLine::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A-01", 12L),
                        org.assertj.core.groups.Tuple.tuple("MAIN", 3L));
        assertThat(goods.level(item, node).available()).isEqualTo(15);
        assertThat(bins(item, node)).isEqualTo(Map.of("A-01", 12L, "MAIN", 3L));
        assertThat(inventory.ledger(item, null, null, 10).items())
                .hasSize(2)
                .first()
                .satisfies(entry -> {
                    assertThat(entry.documentNumber())
                            .isEqualTo(first.lines().getFirst().document())
                            .startsWith("RC-");
                    assertThat(entry.reference()).isEqualTo("DN-1");
                    assertThat(entry.actor()).isEqualTo("user:tester");
                });
    }

    @Test
    void everyWrongLineOfAReceiptIsNamedAndNothingIsReceived() {
        long charge = goods.charge();
        long asleep = goods.node("Z" + item, false);
        Outcome<?> outcome = inventory.receive(
                goods.cause(),
                List.of(
                        receipt(1, "", null),
                        new Receipt(1L, 1L, 0, "a b", "because", "x\ny", null),
                        new Receipt(charge, asleep, 1_000_000_001L, "", "RECEIPT", "", null),
                        new Receipt(item, node, -5, "", "RECEIPT", "", 77L)));
        assertThat(refusals(outcome))
                .containsExactly(
                        "unknown-sku receipts[1].sku",
                        "unknown-node receipts[1].node",
                        "not-positive receipts[1].quantity",
                        "bad-bin receipts[1].bin",
                        "bad-reason receipts[1].reason",
                        "bad-text receipts[1].document",
                        "not-stocked receipts[2].sku",
                        "node-inactive receipts[2].node",
                        "quantity-too-large receipts[2].quantity",
                        "not-positive receipts[3].quantity");
        assertThat(inventory.levels(Set.of(item))).isEmpty();
        assertThat(refusals(inventory.receive(goods.cause(), List.of()))).containsExactly("bad-size receipts");
        assertThat(refusals(
                        inventory.receive(goods.cause(), java.util.Collections.nCopies(10_001, receipt(1, "", null)))))
                .containsExactly("bad-size receipts");
    }

    @Test
    void announcedSupplyIsIncomingUntilItComesAndWhatIsMoreIsTakenToo() {
        var announced = inventory
                .announceSupply(goods.cause(), List.of(new SupplyDraft(item, node, SOON, 10, "PO-77")))
                .orThrow()
                .supplies()
                .getFirst();
        assertThat(goods.level(item, node).incoming()).isEqualTo(10);
        assertThat(stock.expected(Set.of(item)))
                .isEqualTo(Map.of(item, List.of(new ExpectedSupply(item, node, SOON, 10))));

        inventory
                .receive(goods.cause(), List.of(receipt(4, "", announced.id()), receipt(3, "", announced.id())))
                .orThrow();
        assertThat(goods.level(item, node).incoming()).isEqualTo(3);
        assertThat(stock.expected(Set.of(item)).values())
                .containsExactly(List.of(new ExpectedSupply(item, node, SOON, 3)));

        inventory
                .receive(goods.cause(), List.of(receipt(5, "", announced.id())))
                .orThrow();
        assertThat(goods.level(item, node)).satisfies(level -> {
            assertThat(level.incoming()).isZero();
            assertThat(level.available()).isEqualTo(12);
        });
        assertThat(stock.expected(Set.of(item))).isEmpty();
        assertThat(inventory.suppliesOf(item, 5))
                .singleElement()
                .satisfies(supply -> assertThat(supply.received()).isEqualTo(10));
    }

    @Test
    void goodsOfASupplyAreRefusedForAnotherNodeOrItem() {
        long id = inventory
                .announceSupply(goods.cause(), List.of(new SupplyDraft(item, far, SOON, 10, "")))
                .orThrow()
                .supplies()
                .getFirst()
                .id();
        assertThat(refusals(inventory.receive(
                        goods.cause(),
                        List.of(
                                receipt(1, "", id),
                                new Receipt(other, far, 1, "", "RECEIPT", "", id),
                                receipt(1, "", 5L)))))
                .containsExactly(
                        "supply-elsewhere receipts[0].supply",
                        "unknown-supply receipts[1].supply",
                        "unknown-supply receipts[2].supply");
    }

    @Test
    void supplyIsMovedToAnotherDayAndItsRestGivenUp() {
        long id = inventory
                .announceSupply(goods.cause(), List.of(new SupplyDraft(item, node, SOON, 10, "")))
                .orThrow()
                .supplies()
                .getFirst()
                .id();
        inventory.receive(goods.cause(), List.of(receipt(4, "", id))).orThrow();
        inventory
                .changeSupply(goods.cause(), List.of(new SupplyChange(item, id, SOON.plusDays(7), false)))
                .orThrow();
        assertThat(stock.expected(Set.of(item)).values())
                .containsExactly(List.of(new ExpectedSupply(item, node, SOON.plusDays(7), 6)));
        inventory
                .changeSupply(goods.cause(), List.of(new SupplyChange(item, id, null, true)))
                .orThrow();
        assertThat(goods.level(item, node).incoming()).isZero();
        assertThat(stock.expected(Set.of(item))).isEmpty();
        assertThat(refusals(inventory.changeSupply(
                        goods.cause(),
                        List.of(new SupplyChange(item, id, null, true), new SupplyChange(item, 5, SOON, false)))))
                .containsExactly("nothing-open supplies[0].supply", "unknown-supply supplies[1].supply");
        assertThat(refusals(inventory.announceSupply(
                        goods.cause(),
                        List.of(
                                new SupplyDraft(item, node, LocalDate.of(2099, 1, 1), 1, ""),
                                new SupplyDraft(item, node, LocalDate.of(1970, 1, 1), 0, "")))))
                .containsExactly(
                        "bad-date supplies[0].expectedOn",
                        "bad-date supplies[1].expectedOn",
                        "not-positive supplies[1].quantity");
    }

    @Test
    void anAdjustmentTakesFromItsBinOrFromAnyAndNeverMoreThanIsThere() {
        receive(5, "A");
        receive(5, "B");
        inventory
                .adjust(
                        goods.cause(),
                        List.of(
                                adjustment(Bucket.AVAILABLE, -2, "B", AdjustmentReason.STOLEN),
                                adjustment(Bucket.AVAILABLE, -6, "", AdjustmentReason.LOST),
                                adjustment(Bucket.DAMAGED, 3, "", AdjustmentReason.COUNT)))
                .orThrow();
        assertThat(bins(item, node)).isEqualTo(Map.of("B", 2L));
        assertThat(goods.level(item, node).damaged()).isEqualTo(3);
        assertThat(refusals(inventory.adjust(
                        goods.cause(),
                        List.of(
                                adjustment(Bucket.AVAILABLE, 1, "C", AdjustmentReason.FOUND),
                                adjustment(Bucket.AVAILABLE, -4, "", AdjustmentReason.LOST),
                                adjustment(Bucket.AVAILABLE, -3, "B", AdjustmentReason.LOST),
                                adjustment(Bucket.DAMAGED, -4, "", AdjustmentReason.WRITE_OFF)))))
                .containsExactly(
                        "not-enough-stock adjustments[1].delta",
                        "not-enough-in-bin adjustments[2].delta",
                        "not-enough-stock adjustments[3].delta");
        assertThat(goods.level(item, node).available()).isEqualTo(2);
    }

    @Test
    void whatOrdersHoldCannotBeAdjusted() {
        receive(5, "A");
        goods.move(goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 4));
        goods.run(run -> stock.claimBins(run, node, Map.of(item, 4L)));
        assertThat(refusals(inventory.adjust(
                        goods.cause(),
                        List.of(
                                adjustment(Bucket.RESERVED, -1, "", AdjustmentReason.LOST),
                                adjustment(Bucket.PICKED, 1, "", AdjustmentReason.FOUND),
                                adjustment(Bucket.CUSTOMER, 1, "", AdjustmentReason.FOUND),
                                adjustment(Bucket.AVAILABLE, 1, "", AdjustmentReason.STOLEN),
                                adjustment(Bucket.AVAILABLE, -1, "", AdjustmentReason.FOUND),
                                adjustment(Bucket.AVAILABLE, 0, "", AdjustmentReason.COUNT),
                                adjustment(Bucket.AVAILABLE, Long.MIN_VALUE, "", AdjustmentReason.COUNT)))))
                .containsExactly(
                        "bucket-not-adjustable adjustments[0].bucket",
                        "bucket-not-adjustable adjustments[1].bucket",
                        "bucket-not-adjustable adjustments[2].bucket",
                        "wrong-sign adjustments[3].delta",
                        "wrong-sign adjustments[4].delta",
                        "zero-quantity adjustments[5].delta",
                        "quantity-too-large adjustments[6].delta");
        assertThat(refusals(inventory.adjust(
                        goods.cause(), List.of(adjustment(Bucket.AVAILABLE, -2, "", AdjustmentReason.LOST)))))
                .containsExactly("not-enough-stock adjustments[0].delta");
        inventory
                .adjust(goods.cause(), List.of(adjustment(Bucket.AVAILABLE, -1, "A", AdjustmentReason.LOST)))
                .orThrow();
        assertThat(bins(item, node)).isEqualTo(Map.of("A", 4L));
    }

    @Test
    void unitsGoIntoQuarantineAndComeBack() {
        receive(5, "A");
        BucketChange away =
                new BucketChange(item, node, Bucket.AVAILABLE, Bucket.QUARANTINE, 3, "A", "RECALL", "lot 7");
        BucketChange back =
                new BucketChange(item, node, Bucket.QUARANTINE, Bucket.AVAILABLE, 2, "Q-1", "CLEARED", "lot 7");
        inventory.changeBucket(goods.cause(), List.of(away, back)).orThrow();
        assertThat(bins(item, node)).isEqualTo(Map.of("A", 2L, "Q-1", 2L));
        assertThat(goods.level(item, node).quarantine()).isEqualTo(1);
        assertThat(refusals(inventory.changeBucket(
                        goods.cause(),
                        List.of(
                                back,
                                new BucketChange(item, node, Bucket.DAMAGED, Bucket.DAMAGED, 1, "", "X", ""),
                                new BucketChange(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 1, "", "X", "")))))
                .containsExactly("same-bucket changes[1].to", "bucket-not-adjustable changes[2].to");
        assertThat(refusals(inventory.changeBucket(goods.cause(), List.of(back))))
                .containsExactly("not-enough-stock changes[0].quantity");
    }

    @Test
    void aTransferIsInTransitUntilItArrivesOrIsLost() {
        receive(10, "A");
        var shipped = inventory
                .shipTransfer(
                        goods.cause(),
                        new TransferDraft(node, far, SOON, "CMR 5", "", List.of(new TransferLine(item, 8, "A"))))
                .orThrow();
        assertThat(goods.level(item, node).available()).isEqualTo(2);
        assertThat(goods.level(item, far).inTransit()).isEqualTo(8);
        assertThat(stock.expected(Set.of(item)).values())
                .containsExactly(List.of(new ExpectedSupply(item, far, SOON, 8)));

        assertThat(inventory
                        .receiveTransfer(goods.cause(), shipped.id(), List.of(new TransferReceipt(1, 5, "R-9")))
                        .orThrow()
                        .open())
                .isEqualTo(3);
        assertThat(bins(item, far)).isEqualTo(Map.of("R-9", 5L));
        assertThat(refusals(inventory.receiveTransfer(
                        goods.cause(),
                        shipped.id(),
                        List.of(
                                new TransferReceipt(1, 2, ""),
                                new TransferReceipt(1, 2, ""),
                                new TransferReceipt(2, 1, "")))))
                .containsExactly("more-than-open lines[1].quantity", "unknown-line lines[2].lineNo");

        assertThat(inventory
                        .closeTransfer(goods.cause(), shipped.id())
                        .orThrow()
                        .units())
                .isEqualTo(3);
        assertThat(goods.level(item, far).inTransit()).isZero();
        assertThat(goods.level(item, far).available()).isEqualTo(5);
        assertThat(refusals(inventory.closeTransfer(goods.cause(), shipped.id())))
                .containsExactly("nothing-open ");
        assertThat(refusals(inventory.closeTransfer(goods.cause(), 5))).containsExactly("unknown-transfer transfer");
        assertThat(inventory.transfer(shipped.id()))
                .hasValueSatisfying(transfer -> assertThat(transfer.isOpen()).isFalse());
    }

    @Test
    void aTransferOfWhatIsNotThereIsRefused() {
        receive(3, "A");
        assertThat(refusals(inventory.shipTransfer(
                        goods.cause(),
                        new TransferDraft(
                                node,
                                far,
                                SOON,
                                "",
                                "",
                                List.of(
                                        new TransferLine(item, 2, ""),
                                        new TransferLine(item, 2, ""),
                                        new TransferLine(item, 1, "B"))))))
                .containsExactly("not-enough-stock lines[1].quantity", "not-enough-in-bin lines[2].quantity");
        assertThat(refusals(
                        inventory.shipTransfer(goods.cause(), new TransferDraft(node, node, SOON, "", "", List.of()))))
                .containsExactly("bad-size lines");
        assertThat(refusals(inventory.shipTransfer(
                        goods.cause(),
                        new TransferDraft(node, node, SOON, "", "", List.of(new TransferLine(item, 0, "?"))))))
                .containsExactly("same-node toNode", "not-positive lines[0].quantity", "bad-bin lines[0].bin");
        assertThat(goods.level(item, node).available()).isEqualTo(3);
    }

    @Test
    void theHighestLimitOfTheDayAndChannelCounts() {
        LocalDate day = SOON;
        inventory
                .setLimits(
                        goods.cause(),
                        List.of(
                                new StockLimit(item, node, "", day.minusDays(5), null, 5),
                                new StockLimit(item, node, "web", day, day.plusDays(1), 8),
                                new StockLimit(item, node, "edi", day, null, 2)))
                .orThrow();
        StockKey key = new StockKey(item, node);
        assertThat(stock.limits(Set.of(item), "web", day)).isEqualTo(Map.of(key, 8L));
        assertThat(stock.limits(Set.of(item), "web", day.plusDays(2))).isEqualTo(Map.of(key, 5L));
        assertThat(stock.limits(Set.of(item), "edi", day)).isEqualTo(Map.of(key, 5L));
        assertThat(stock.limits(Set.of(item), "web", day.minusDays(6))).isEmpty();
        inventory
                .setLimits(goods.cause(), List.of(new StockLimit(item, node, "web", day, null, 0)))
                .orThrow();
        assertThat(stock.limits(Set.of(item), "web", day)).isEqualTo(Map.of(key, 5L));
        assertThat(inventory.limits(item)).hasSize(2);
        StockLimit backwards = new StockLimit(item, node, "", day, day.minusDays(1), -1);
        assertThat(refusals(inventory.setLimits(goods.cause(), List.of(backwards, backwards))))
                .containsExactly(
                        "not-positive limits[0].quantity",
                        "bad-date limits[0].until",
                        "not-positive limits[1].quantity",
                        "bad-date limits[1].until",
                        "duplicate-limit limits[1].from");
    }

    @Test
    void aNodeIsDefinedOnceChangedWithItsVersionAndKeepsItsCalendar() {
        String code = "NODE-" + item;
        NodeDraft draft = Goods.nodeDraft(code, true);
        var first = inventory
                .defineNodes(goods.cause(), List.of(draft))
                .orThrow()
                .nodes()
                .getFirst();
        var again = inventory
                .defineNodes(goods.cause(), List.of(draft))
                .orThrow()
                .nodes()
                .getFirst();
        assertThat(again).isEqualTo(new NodesDefined.DefinedNode(code, first.id(), 1, false));
        NodeDraft closed = Goods.nodeDraft(code, true, Set.of(SOON, LocalDate.of(2026, 12, 25)));
        assertThat(inventory
                        .changeNode(goods.cause(), closed, 1)
                        .orThrow()
                        .nodes()
                        .getFirst()
                        .version())
                .isEqualTo(2);
        assertThat(inventory.nodes().stream().filter(n -> n.code().equals(code)))
                .singleElement()
                .satisfies(n -> {
                    assertThat(n.isOpen(SOON)).isFalse();
                    assertThat(n.isOpen(SOON.plusDays(1))).isTrue();
                    assertThat(n.isOpen(LocalDate.of(2026, 3, 14))).isFalse();
                    assertThat(n.openDays()).hasSize(5);
                    assertThat(n.cutOff()).isEqualTo(draft.cutOff());
                });
        assertThat(refusals(inventory.changeNode(goods.cause(), draft, 1))).containsExactly("stale-version If-Match");
        assertThat(refusals(inventory.changeNode(goods.cause(), Goods.nodeDraft(code + "X", true), 1)))
                .containsExactly("unknown-node code");
        assertThat(refusals(
                        inventory.defineNodes(goods.cause(), List.of(Goods.nodeDraft("no good", true), draft, draft))))
                .containsExactly("bad-code nodes[0].code", "duplicate-code nodes[2].code");
    }

    @Test
    void everyCommandLeavesAFactOfItsPaper() {
        var received =
                inventory.receive(goods.cause(), List.of(receipt(12, "", null))).orThrow();
        long paper = inventory.ledger(item, null, null, 1).items().getFirst().documentId();
        assertThat(world.bean(Facts.class).of("stock-document", paper, 5))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.fact().type()).isEqualTo("StockReceived");
                    assertThat(fact.fact().data())
                            .containsEntry("number", received.lines().getFirst().document())
                            .containsEntry("units", 12);
                });
    }
}
