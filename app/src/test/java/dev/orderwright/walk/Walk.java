package dev.orderwright.walk;

import dev.orderwright.Drifts;
import dev.orderwright.World;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.insight.Laws;
import dev.orderwright.shipping.Dock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A walk through everything that can be done, in an order that a seed decides. */
final class Walk implements AutoCloseable {

    private static final int PERCENT_NEW = 50;
    private static final int TRIES_MAX = 200;

    private final long seed;
    private final Random random;
    private final Ground ground;
    private final List<Deed> deeds;
    private final Map<String, Map<Came, Integer>> count = new TreeMap<>();
    private final Drifts drifts;
    private int steps;

    Walk(World world, long seed) {
        this.seed = seed;
        random = new Random(seed);
        ground = new Ground(world, random, new Plainly(random));
        deeds = Deed.all(ground);
        drifts = new Drifts(world, laws());
        deeds.forEach(deed -> count.put(deed.name(), new EnumMap<>(Came.class)));
    }

    /** All of the books, and those of the floor and the dock that the books do not know. */
    static Map<String, String> laws() {
        Map<String, String> laws = new HashMap<>(Laws.ALL);
        laws.putAll(Floor.LAWS);
        laws.putAll(Dock.LAWS);
        return laws;
    }

    /** Goes so many steps, and then on, to the limit, while there is something that has not been done. */
    void go(int least, int most) {
        while (steps < least || steps < most && !missed().isEmpty()) {
            step();
        }
    }

    private void step() {
        Came came = Came.NOTHING;
        Deed deed = deeds.getFirst();
        try {
            for (int tries = 0; came == Came.NOTHING && tries < TRIES_MAX; tries++) {
                deed = choose();
                came = deed.doing().get();
            }
            steps++;
            drifts.assertNone();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(at(deed, came), e);
        }
        count(deed).merge(came, 1, Integer::sum);
    }

    private String at(Deed deed, Came came) {
        return "seed " + seed + ", after " + steps + " steps: " + deed.name() + ", " + came;
    }

    private Map<Came, Integer> count(Deed deed) {
        return Objects.requireNonNull(count.get(deed.name()));
    }

    /** Rather what has not been done yet; of the rest, what happens often. */
    private Deed choose() {
        List<Deed> fresh = deeds.stream()
                .filter(deed -> !count(deed).containsKey(Came.DONE))
                .toList();
        if (!fresh.isEmpty() && random.nextInt(100) < PERCENT_NEW) {
            return fresh.get(random.nextInt(fresh.size()));
        }
        return Deed.anyOf(deeds, random);
    }

    /** What has never been done. */
    List<String> missed() {
        return count.entrySet().stream()
                .filter(entry -> !entry.getValue().containsKey(Came.DONE))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + steps + " steps: "
                + count.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        drifts.close();
    }
}
