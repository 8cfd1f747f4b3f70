package dev.orderwright.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.TransferDraft.TransferLine;
import dev.orderwright.shared.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A random walk over everything that can be done to stock; the laws are checked after every step. */
class StockWalkScenarioTests {

    private static final int STEPS = 150;
    private static final LocalDate SOON = LocalDate.of(2026, 3, 9);
    private static final List<String> BINS = List.of("", "A", "B", "C-1");
    private static final Bucket[] BY_HAND = {Bucket.AVAILABLE, Bucket.QC_HOLD, Bucket.DAMAGED, Bucket.QUARANTINE};

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Inventory inventory = world.bean(Inventory.class);
    private final Stock stock = world.bean(Stock.class);
    private final List<Long> items =
            IntStream.range(0, 3).mapToObj(i -> goods.item()).toList();
    private final List<Long> nodes =
            IntStream.range(0, 2).mapToObj(i -> goods.node()).toList();
    private final List<BinClaim> claims = new ArrayList<>();
    private final List<Long> transfers = new ArrayList<>();
    private final List<SupplyDraft.AnnouncedSupply> supplies = new ArrayList<>();
    private Random random = new Random();
    private int done;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_302, -7})
    void theLawsHoldAfterEveryStep(long seed) {
        random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String what = step();
            try {
                goods.assertLaws(items);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", step " + step + ": " + what, e);
            }
        }
        assertThat(done).as("steps that were not refused, seed " + seed).isGreaterThan(STEPS / 3);
    }

    private long item() {
        return items.get(random.nextInt(items.size()));
    }

    private long node() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private String bin() {
        return BINS.get(random.nextInt(BINS.size()));
    }

    private long some() {
        return 1 + random.nextInt(9);
    }

    private Bucket byHand() {
        return BY_HAND[random.nextInt(BY_HAND.length)];
    }

    private String step() {
        int choice = random.nextInt(13);
        switch (choice) {
            case 0, 1 -> count(inventory.receive(goods.cause(), List.of(receipt(null), receipt(null))));
            case 2 -> adjust();
            case 3 ->
                count(inventory.changeBucket(
                        goods.cause(),
                        List.of(new BucketChange(item(), node(), byHand(), byHand(), some(), bin(), "WALK", ""))));
            case 4 -> ship();
            case 5 -> arrive();
            case 6 -> announce();
            case 7 -> receiveSupply();
            case 8, 9 -> reserveAndClaim();
            case 10 -> pick();
            case 11 -> unclaim();
            case 12 -> comeBack();
            default -> throw new IllegalStateException("no step " + choice);
        }
        return "choice " + choice;
    }

    private void count(Outcome<?> outcome) {
        done += outcome.isDone() ? 1 : 0;
    }

    private Receipt receipt(SupplyDraft.@org.jspecify.annotations.Nullable AnnouncedSupply supply) {
        return supply == null
                ? new Receipt(item(), node(), some(), bin(), Receipt.RECEIPT, "", null)
                : new Receipt(supply.itemId(), supply.nodeId(), some(), bin(), Receipt.RECEIPT, "", supply.id());
    }

    private void adjust() {
        boolean up = random.nextBoolean();
        count(inventory.adjust(
                goods.cause(),
                List.of(new Adjustment(
                        item(),
                        node(),
                        byHand(),
                        up ? some() : -some(),
                        bin(),
                        up ? AdjustmentReason.FOUND : AdjustmentReason.LOST,
                        ""))));
    }

    private void ship() {
        boolean there = random.nextBoolean();
        Outcome<TransferDraft.TransferShipped> outcome = inventory.shipTransfer(
                goods.cause(),
                new TransferDraft(
                        nodes.get(there ? 0 : 1),
                        nodes.get(there ? 1 : 0),
                        SOON,
                        "",
                        "",
                        List.of(new TransferLine(item(), some(), bin()), new TransferLine(item(), some(), ""))));
        count(outcome);
        if (outcome.isDone()) {
            transfers.add(outcome.orThrow().id());
        }
    }

    private void arrive() {
        if (!transfers.isEmpty()) {
            long transfer = transfers.get(random.nextInt(transfers.size()));
            count(
                    random.nextInt(4) == 0
                            ? inventory.closeTransfer(goods.cause(), transfer)
                            : inventory.receiveTransfer(
                                    goods.cause(),
                                    transfer,
                                    List.of(new TransferReceipt(1 + random.nextInt(2), some(), bin()))));
        }
    }

    private void announce() {
        var announced =
                inventory.announceSupply(goods.cause(), List.of(new SupplyDraft(item(), node(), SOON, some() * 3, "")));
        count(announced);
        supplies.addAll(announced.orThrow().supplies());
    }

    private void receiveSupply() {
        if (!supplies.isEmpty()) {
            var supply = supplies.get(random.nextInt(supplies.size()));
            count(
                    random.nextInt(4) == 0
                            ? inventory.changeSupply(
                                    goods.cause(), List.of(new SupplyChange(supply.itemId(), supply.id(), null, true)))
                            : inventory.receive(goods.cause(), List.of(receipt(supply))));
        }
    }

    private void reserveAndClaim() {
        long item = item();
        long node = node();
        goods.run(run -> {
            long wanted = Math.min(
                    some(),
                    List.copyOf(stock.lock(run, List.of(new StockKey(item, node)))
                                    .values())
                            .getFirst()
                            .available());
            if (wanted > 0) {
                stock.move(run, List.of(goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, wanted)));
                List<BinClaim> claimed = stock.claimBins(run, node, Map.of(item, wanted));
                assertThat(claimed.stream().mapToLong(BinClaim::quantity).sum())
                        .as("what is reserved always lies somewhere unclaimed")
                        .isEqualTo(wanted);
                claims.addAll(claimed);
                done++;
            }
        });
    }

    /** Takes a claim from its bin: to the packing table, or not there after all. */
    private void pick() {
        if (!claims.isEmpty()) {
            BinClaim claim = claims.remove(random.nextInt(claims.size()));
            Bucket to = List.of(Bucket.PICKED, Bucket.LOSS, Bucket.DAMAGED).get(random.nextInt(3));
            goods.run(run -> {
                stock.takeFromBins(run, List.of(claim));
                stock.move(
                        run,
                        List.of(goods.move(claim.itemId(), claim.nodeId(), Bucket.RESERVED, to, claim.quantity())));
            });
            done++;
        }
    }

    private void unclaim() {
        if (!claims.isEmpty()) {
            BinClaim claim = claims.remove(random.nextInt(claims.size()));
            goods.run(run -> {
                stock.unclaimBins(run, List.of(claim));
                stock.move(
                        run,
                        List.of(goods.move(
                                claim.itemId(), claim.nodeId(), Bucket.RESERVED, Bucket.AVAILABLE, claim.quantity())));
            });
            done++;
        }
    }

    /** Picked units are laid back, or sold and returned, and then sorted into a bin of their own. */
    private void comeBack() {
        long item = item();
        long node = node();
        long picked = goods.level(item, node).picked();
        if (picked > 0) {
            goods.run(run -> {
                if (random.nextBoolean()) {
                    stock.move(run, List.of(goods.move(item, node, Bucket.PICKED, Bucket.AVAILABLE, picked)));
                } else {
                    stock.move(run, List.of(goods.move(item, node, Bucket.PICKED, Bucket.CUSTOMER, picked)));
                    stock.move(run, List.of(goods.move(item, node, Bucket.CUSTOMER, Bucket.AVAILABLE, picked)));
                }
                stock.putIntoBin(run, List.of(new BinClaim(item, node, "BACK", picked)));
            });
            assertThat(inventory.bins(Set.of(item)))
                    .anySatisfy(bin -> assertThat(bin.bin()).isEqualTo("BACK"));
            done++;
        }
    }
}
