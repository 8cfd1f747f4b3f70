package dev.orderwright.bench.kill;

import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the clients of a round have asked for and what they were told: the truth that the program is held to. */
final class Notebook {

    private final String round;
    private final AtomicLong made = new AtomicLong();
    private final Map<String, Wanted> orders = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> received = new ConcurrentHashMap<>();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();
    private final Queue<String> stuck = new ConcurrentLinkedQueue<>();

    /** @param round a word that stands in everything this round makes; also the channel of its orders */
    Notebook(String round) {
        this.round = round;
    }

    /** Which goods an order is about. */
    enum Goods {
        /** More than enough. */
        PLENTY,
        /** A few units that many want: who comes late is refused. */
        SCARCE,
        /** Ordered before it has come. */
        LATE
    }

    /** An order as its buyer knows it. */
    static final class Wanted {
        private final String externalId;
        private final Goods goods;
        private final String sku;
        private final long units;
        private volatile @Nullable String number;
        private volatile @Nullable String refusal;
        private final LongAdder cancelled = new LongAdder();
        private final LongAdder askedToCancel = new LongAdder();
        private final LongAdder shipped = new LongAdder();

        Wanted(String externalId, Goods goods, String sku, long units) {
            this.externalId = externalId;
            this.goods = goods;
            this.sku = sku;
            this.units = units;
        }

        String externalId() {
            return externalId;
        }

        Goods goods() {
            return goods;
        }

        /** Of its first line. */
        String sku() {
            return sku;
        }

        long units() {
            return units;
        }

        /** Null when it was not acknowledged. */
        @Nullable
        String number() {
            return number;
        }

        /** The code, null when it was not refused. */
        @Nullable
        String refusal() {
            return refusal;
        }

        long cancelled() {
            return cancelled.sum();
        }

        /** Units at a node, which may say yes or no. */
        long askedToCancel() {
            return askedToCancel.sum();
        }

        long shipped() {
            return shipped.sum();
        }
    }

    String channel() {
        return round;
    }

    /** A name that nothing else has. */
    String name(String prefix) {
        return round + "-" + prefix + made.incrementAndGet();
    }

    Wanted wants(Goods goods, String sku, long units) {
        Wanted order = new Wanted(name("o"), goods, sku, units);
        orders.put(order.externalId(), order);
        return order;
    }

    /** The order was acknowledged; also when it was asked for again, and then the answer must be the same. */
    void placed(Wanted order, String number) {
        String before = order.number;
        if (before != null && !before.equals(number)) {
            contradict(order.externalId() + " was acknowledged as " + before + " and as " + number);
        } else if (order.refusal != null) {
            contradict(order.externalId() + " was refused (" + order.refusal + "), then acknowledged as " + number);
        }
        order.number = number;
    }

    void refused(Wanted order, String code) {
        if (order.number != null) {
            contradict(order.externalId() + " was acknowledged as " + order.number + ", then refused: " + code);
        }
        order.refusal = code;
    }

    void cancelled(Wanted order, long done, long asked) {
        order.cancelled.add(done);
        order.askedToCancel.add(asked);
    }

    void shipped(String number, long units) {
        orders.values().stream()
                .filter(order -> number.equals(order.number()))
                .forEach(order -> order.shipped.add(units));
    }

    void received(String sku, long units) {
        received.computeIfAbsent(sku, any -> new LongAdder()).add(units);
    }

    void contradict(String what) {
        contradictions.add(what);
    }

    /** Something that nobody could move on. */
    void stuck(String what) {
        stuck.add(what);
    }

    Collection<Wanted> orders() {
        return orders.values();
    }

    long acknowledged() {
        return orders.values().stream().filter(order -> order.number() != null).count();
    }

    Map<String, LongAdder> received() {
        return received;
    }

    Queue<String> contradictions() {
        return contradictions;
    }

    Queue<String> stuck() {
        return stuck;
    }
}
