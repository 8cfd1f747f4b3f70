package dev.orderwright.walk;

import dev.orderwright.billing.Payments;
import dev.orderwright.shipping.Shipping;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One seed's way: what is done, by whom, and what goes wrong, all of it decided by the seed. */
final class Journey {

    private static final int TRIES_MAX = 200;

    /** A day that has begun: something stands at every stage before the first thing goes wrong. */
    private static final List<String> OPENING = List.of(
            "receive",
            "receive",
            "receive",
            "place several orders",
            "place several orders",
            "place an order",
            "release",
            "accept several",
            "start to pick",
            "start to pick",
            "pick from several lists",
            "pack boxes",
            "buy labels",
            "hand over",
            "place an order",
            "release",
            "accept several",
            "start to pick",
            "pick all",
            "pack boxes",
            "buy labels");

    private static final int PAGE = 500;
    private static final int ROUNDS_TO_SETTLE = 5;

    private final Programs programs;
    private final long seed;
    private final Random random;
    private final Watch watch;
    private final Journal journal = new Journal();
    private final Perils perils;
    private final Ground ground;
    private final List<Deed> deeds;

    Journey(Programs programs, Watch watch, long seed, @Nullable Plant plant) {
        this.programs = programs;
        this.watch = watch;
        this.seed = seed;
        random = new Random(seed);
        programs.empty(plant);
        perils = new Perils(programs, random, watch, journal, this::meanwhile, this::followAll);
        ground = new Ground(programs.world, random, perils);
        watch.begin(new Reference(ground.ordered));
        deeds = Stream.concat(Deed.all(ground).stream(), own().stream()).toList();
        open();
    }

    private void open() {
        Map<String, Deed> byName = deeds.stream().collect(Collectors.toMap(Deed::name, Function.identity()));
        journal.begin("open");
        perils.spared(() -> OPENING.forEach(name -> journal.note(
                name + ": " + Objects.requireNonNull(byName.get(name)).doing().get())));
        journal.end(Came.DONE);
        watch.look();
    }

    private List<Deed> own() {
        return List.of(
                new Deed("ask for something done long ago", 6, perils::longAgo),
                new Deed("settle a doubt", 6, perils::settleOne),
                new Deed("ask the providers again", 12, this::askProviders),
                new Deed("follow the facts for the milestones", 9, () -> follow("order-milestones")),
                new Deed("follow the facts for the search", 5, () -> follow("order-search")),
                new Deed("set the clock back", 1, () -> jump(Duration.ofMinutes(-ground.some(15)))),
                new Deed("leave for some days", 1, () -> jump(Duration.ofDays(ground.some(4)))),
                new Deed("set the clocks apart", 1, () -> {
                    programs.skew(Duration.ofSeconds(random.nextInt(1_200) - 600));
                    return Came.DONE;
                }));
    }

    private Came askProviders() {
        Payments payments = programs.world.bean(Payments.class);
        return ground.round(() -> payments.work(programs.now(), PAGE) > 0 ? Came.DONE : Came.NOTHING);
    }

    private Came follow(String follower) {
        return ground.round(() -> programs.follower(follower).round() > 0 ? Came.DONE : Came.NOTHING);
    }

    /** What the programs do of themselves all the time. */
    private Came followAll() {
        Programs.FOLLOWERS.forEach(follower -> programs.follower(follower).round());
        journal.note("the facts are followed");
        return Came.DONE;
    }

    private Came jump(Duration by) {
        programs.world.clock().advance(by);
        return Came.DONE;
    }

    void go(int steps) {
        try {
            while (journal.size() <= steps) {
                step();
            }
            reckon();
        } catch (RuntimeException | AssertionError e) {
            journal.end("BROKEN: " + e.getMessage());
            throw new AssertionError(told(), e);
        }
    }

    private void step() {
        Came came = Came.NOTHING;
        Seen before = watch.last();
        for (int tries = 0; came == Came.NOTHING && tries < TRIES_MAX; tries++) {
            before = watch.last();
            Deed deed = Deed.anyOf(deeds, random);
            journal.begin(deed.name());
            came = deed.doing().get();
            programs.setClocks();
        }
        if (watch.last() == before) {
            watch.look();
        }
        journal.end(came);
    }

    /** What others do while somebody pauses. */
    private Came meanwhile() {
        Came came = Came.NOTHING;
        for (int tries = 0; came == Came.NOTHING && tries < TRIES_MAX; tries++) {
            Deed deed = Deed.anyOf(deeds, random);
            if (!deed.name().contains("doubt") && !deed.name().contains("long ago")) {
                came = deed.doing().get();
                if (came != Came.NOTHING) {
                    journal.note("meanwhile: " + deed.name() + ", " + came);
                }
            }
        }
        return came;
    }

    /** When everything has been settled and followed, all books balance and nothing is left behind. */
    private void reckon() {
        journal.begin("reckon");
        perils.settleAll();
        programs.skew(Duration.ZERO);
        for (int i = 0; i < ROUNDS_TO_SETTLE; i++) {
            programs.world.clock().advance(Duration.ofHours(3));
            programs.setClocks();
            programs.world.bean(Payments.class).work(programs.world.clock().instant(), PAGE);
            programs.world.bean(Shipping.class).work(ground.cause());
        }
        do {
            followAll();
        } while (watch.hasMoreToFollow());
        watch.look();
        watch.reckon();
        journal.end(Came.DONE);
    }

    private String told() {
        return "seed " + seed + " breaks at step " + journal.size() + "\nalone: ./orderwright test"
                + " -Dtest=DomainSimulatorScenarioTests -Dsimulator.seed=" + seed
                + " -Dsurefire.failIfNoSpecifiedTests=false\n" + journal;
    }
}
