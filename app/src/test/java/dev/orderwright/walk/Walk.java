package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.insight.Books;
import java.io.Serial;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A walk through everything that can be done, in an order that a seed decides. */
final class Walk {

    private static final int PERCENT_NEW = 50;
    private static final int TRIES_MAX = 200;
    /** All laws together take longer than a step. */
    private static final int CHECK_EVERY = 10;

    private final long seed;
    private final World world;
    private final Random random;
    private final Ground ground;
    private final List<Deed> deeds;
    private final Map<String, Map<Came, Integer>> count = new TreeMap<>();
    private int steps;
    private int checked;

    Walk(World world, long seed) {
        this.world = world;
        this.seed = seed;
        random = new Random(seed);
        ground = new Ground(world, random);
        deeds = Stream.of(
                        new OrderDeeds(ground).all(),
                        new HoldDeeds(ground).all(),
                        new StockDeeds(ground).all(),
                        new FloorDeeds(ground).all(),
                        new DockDeeds(ground).all(),
                        new CarrierDeeds(ground).all(),
                        new MoneyDeeds(ground).all())
                .flatMap(List::stream)
                .toList();
        deeds.forEach(deed -> count.put(deed.name(), new EnumMap<>(Came.class)));
    }

    /** The laws did not hold any more after a step, and had held after an earlier one. */
    static final class Broken extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        final int heldAfter;

        Broken(String message, int heldAfter, Throwable cause) {
            super(message, cause);
            this.heldAfter = heldAfter;
        }
    }

    /** Goes so many steps, and then on, to the limit, while there is something that has not been done. */
    void go(int least, int most) {
        while (steps < least || steps < most && !missed().isEmpty()) {
            step(steps % CHECK_EVERY == CHECK_EVERY - 1);
        }
    }

    /** Goes to where something is known to happen, and from there on looks at every step. */
    void goSlowlyFrom(int from) {
        for (int i = 0; i < from + CHECK_EVERY; i++) {
            step(i >= from);
        }
    }

    private void step(boolean check) {
        Came came = Came.NOTHING;
        Deed deed = deeds.getFirst();
        try {
            for (int tries = 0; came == Came.NOTHING && tries < TRIES_MAX; tries++) {
                deed = choose();
                came = deed.doing().get();
            }
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(at(deed, came), e);
        }
        steps++;
        count(deed).merge(came, 1, Integer::sum);
        if (check) {
            try {
                assertLawsHold();
            } catch (AssertionError e) {
                throw new Broken(at(deed, came), checked, e);
            }
            checked = steps;
        }
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
        int at = random.nextInt(deeds.stream().mapToInt(Deed::often).sum());
        for (Deed deed : deeds) {
            at -= deed.often();
            if (at < 0) {
                return deed;
            }
        }
        throw new IllegalStateException("no deed was chosen");
    }

    private void assertLawsHold() {
        assertThat(world.bean(Books.class).check().laws().stream()
                        .filter(law -> law.drifts() > 0)
                        .toList())
                .as("broken laws")
                .isEmpty();
        ground.dock.assertLawsHold();
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
}
