package dev.orderwright.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StockConcurrencyTests {

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Stock stock = world.bean(Stock.class);
    private final Commands commands = world.bean(Commands.class);
    private final AtomicInteger attempts = new AtomicInteger();

    /** Reserves one of each item, or nothing. */
    private Outcome<String> reserve(List<Long> items, long node) {
        return commands.once(goods.cause(), "test", "test", String.class, run -> {
            attempts.incrementAndGet();
            Map<StockKey, StockLevel> levels = stock.lock(
                    run, items.stream().map(item -> new StockKey(item, node)).toList());
            if (levels.values().stream().anyMatch(level -> level.available() < 1)) {
                return Outcome.refused("not-enough-stock", "Sold out.");
            }
            stock.move(
                    run,
                    items.stream()
                            .map(item -> goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 1))
                            .toList());
            return Outcome.done("reserved");
        });
    }

    private <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
        }
        return results;
    }

    @Test
    void aThousandCallersOnAHundredUnitsSellExactlyAHundred() throws Exception {
        long node = goods.node();
        long item = goods.item();
        goods.supply(item, node, 100);
        List<Outcome<String>> outcomes = atOnce(IntStream.range(0, 1_000)
                .<Callable<Outcome<String>>>mapToObj(i -> () -> reserve(List.of(item), node))
                .toList());
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(100);
        assertThat(goods.level(item, node).available()).isZero();
        assertThat(goods.level(item, node).reserved()).isEqualTo(100);
        goods.assertLaws(List.of(item));
    }

    @Test
    void oppositeOrdersOfLockingNeverDeadlock() throws Exception {
        long node = goods.node();
        List<Long> items = IntStream.range(0, 12).mapToObj(i -> goods.item()).toList();
        items.forEach(item -> goods.supply(item, node, 1_000));
        List<Callable<Outcome<String>>> calls = IntStream.range(0, 200)
                .<Callable<Outcome<String>>>mapToObj(i -> () -> reserve(i % 2 == 0 ? items : items.reversed(), node))
                .toList();
        assertThat(atOnce(calls)).allMatch(Outcome::isDone);
        assertThat(attempts)
                .as("attempts: none was a deadlock's victim and tried again")
                .hasValue(200);
        items.forEach(item -> assertThat(goods.level(item, node).reserved()).isEqualTo(200));
    }

    @Test
    void movesWithoutALockBeforeNeverDeadlockEither() throws Exception {
        long node = goods.node();
        List<Long> items = IntStream.range(0, 12).mapToObj(i -> goods.item()).toList();
        List<Callable<Boolean>> calls = IntStream.range(0, 200)
                .<Callable<Boolean>>mapToObj(i -> () -> goods.inRun(run -> {
                    attempts.incrementAndGet();
                    List<StockMove> moves = new ArrayList<>(items.stream()
                            .map(item -> goods.move(item, node, Bucket.SUPPLIER, Bucket.AVAILABLE, 2))
                            .toList());
                    Collections.shuffle(moves, new Random(i));
                    stock.move(run, moves);
                    return true;
                }))
                .toList();
        assertThat(atOnce(calls)).hasSize(200);
        assertThat(attempts).hasValue(200);
        items.forEach(item -> assertThat(goods.level(item, node).available()).isEqualTo(400));
        goods.assertLaws(items);
    }

    @Test
    void missingRowsAreMadeOnceAndInOrderByManyAtOnce() throws Exception {
        long node = goods.node();
        List<Long> items = IntStream.range(0, 40).mapToObj(i -> goods.item()).toList();
        List<Callable<Integer>> calls = IntStream.range(0, 120)
                .<Callable<Integer>>mapToObj(i -> () -> goods.inRun(run -> {
                    attempts.incrementAndGet();
                    List<Long> some = new ArrayList<>(items);
                    Collections.shuffle(some, new Random(i));
                    return stock.lock(
                                    run,
                                    some.subList(0, 15).stream()
                                            .map(item -> new StockKey(item, node))
                                            .toList())
                            .size();
                }))
                .toList();
        assertThat(atOnce(calls)).containsOnly(15);
        assertThat(attempts).hasValue(120);
    }

    @Test
    void noTwoPickersAreSentToTheSameUnit() throws Exception {
        long node = goods.node();
        long item = goods.item();
        for (String bin : List.of("A", "B", "C", "D")) {
            goods.supply(item, node, 10, bin);
        }
        goods.move(goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 40));
        Map<String, Long> claimed = new ConcurrentHashMap<>();
        List<Callable<Long>> calls = IntStream.range(0, 30)
                .<Callable<Long>>mapToObj(i ->
                        () -> goods.inRun(run -> stock.claimBins(run, node, Map.of(item, 3L))).stream()
                                .mapToLong(claim -> {
                                    claimed.merge(claim.bin(), claim.quantity(), Long::sum);
                                    return claim.quantity();
                                })
                                .sum())
                .toList();
        assertThat(atOnce(calls).stream().mapToLong(Long::longValue).sum()).isEqualTo(40);
        assertThat(claimed).isEqualTo(Map.of("A", 10L, "B", 10L, "C", 10L, "D", 10L));
    }

    @Test
    void theSameReceiptAtOnceIsTakenInOnce() throws Exception {
        long node = goods.node();
        long item = goods.item();
        Inventory inventory = world.bean(Inventory.class);
        var cause = goods.cause();
        List<Receipt> receipts = List.of(new Receipt(item, node, 7, "", Receipt.RECEIPT, "", null));
        var answers = atOnce(Collections.nCopies(12, (Callable<Receipt.Received>)
                () -> inventory.receive(cause, receipts).orThrow()));
        assertThat(answers).containsOnly(Objects.requireNonNull(answers.getFirst()));
        assertThat(goods.level(item, node).available()).isEqualTo(7);
    }
}
