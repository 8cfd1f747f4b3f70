package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Outcome.Done;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Everything that can go wrong on the way, as chance decides, and what people and programs do about it. */
final class Perils implements Doing {

    private final Programs programs;
    private final Random random;
    private final Watch watch;
    private final Journal journal;
    private final Supplier<Came> meanwhile;

    private final Supplier<Came> following;
    private final List<Told<?>> told = new ArrayList<>();
    private final List<Doubt<?>> doubts = new ArrayList<>();
    private boolean crowded;

    /**
     * @param meanwhile what somebody else does while somebody pauses
     * @param following what programs do all the time
     */
    Perils(
            Programs programs,
            Random random,
            Watch watch,
            Journal journal,
            Supplier<Came> meanwhile,
            Supplier<Came> following) {
        this.programs = programs;
        this.random = random;
        this.watch = watch;
        this.journal = journal;
        this.meanwhile = meanwhile;
        this.following = following;
    }

    /** A command whose answer is known. */
    private record Told<T>(String deed, Command<T> command, T answer) {}

    /** A command of which nobody knows what became of it. */
    private record Doubt<T>(String deed, Command<T> command) {}

    @Override
    public <T> Came command(Command<T> command) {
        if (crowded) {
            return command.tell(send(command));
        }
        int chance = random.nextInt(100);
        if (chance < 45) {
            return calmly(command);
        }
        if (chance < 52) {
            return twice(command);
        }
        if (chance < 72) {
            return struck(command);
        }
        return chance < 82 ? raced(command) : paused(command);
    }

    @Override
    public Came round(Supplier<Came> work) {
        if (crowded) {
            return work.get();
        }
        int chance = random.nextInt(100);
        if (chance < 25) {
            return Way.gone(anyProgram(), Blow.NONE, work).end();
        }
        return chance < 45 ? struckRound(work) : pausedRound(work);
    }

    private <T> Outcome<T> send(Command<T> command) {
        return command.sendAt(programs.now());
    }

    private int anyProgram() {
        return random.nextInt(2);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Blow blow(Blow.Kind kind) {
        boolean edges = chance(60);
        return new Blow(kind, edges, 1 + random.nextInt(edges ? 2 : 12), chance(50));
    }

    private <T> Came calmly(Command<T> command) {
        Seen before = watch.last();
        Outcome<T> outcome =
                Way.gone(anyProgram(), Blow.NONE, () -> send(command)).end();
        watch.look();
        if (outcome instanceof Done<T>(T answer, boolean replayed)) {
            watch.tells(answer, before);
        } else {
            watch.nothingHasHappened(before, "it was refused: " + outcome);
        }
        return tell(command, outcome);
    }

    private <T> Came tell(Command<T> command, Outcome<T> outcome) {
        if (outcome instanceof Done<T>(T answer, boolean replayed)) {
            told.add(new Told<>(journal.deed(), command, answer));
        }
        return command.tell(outcome);
    }

    /** Somebody is in doubt and asks again at once, maybe the other program. */
    private <T> Came twice(Command<T> command) {
        journal.note("twice");
        Came came = calmly(command);
        if (came == Came.DONE
                || came == Came.REFUSED && !told.isEmpty() && told.getLast().command() == command) {
            again(told.getLast());
        }
        return came;
    }

    /** The same command again, however late: the same answer, and nothing happens. */
    private <T> void again(Told<T> one) {
        Seen before = watch.last();
        Outcome<T> outcome =
                Way.gone(anyProgram(), Blow.NONE, () -> send(one.command())).end();
        watch.look();
        if (asksOthers(one.deed())) {
            return;
        }
        watch.nothingHasHappened(before, one.deed() + " was asked for again");
        assertThat(outcome).as("the answer to %s again", one.deed()).isInstanceOf(Done.class);
        assertThat(outcome.orThrow()).as("the answer to %s again", one.deed()).isEqualTo(one.answer());
    }

    /** A label that was asked for again is looked after again, and is told as it is now. */
    private static boolean asksOthers(String deed) {
        return deed.contains("label");
    }

    /** Asks for something again that was answered long ago. */
    Came longAgo() {
        if (told.isEmpty()) {
            return Came.NOTHING;
        }
        Told<?> one = told.get(random.nextInt(told.size()));
        journal.note("again: " + one.deed());
        again(one);
        return Came.DONE;
    }

    /** The program or its connection breaks somewhere; whoever asked asks again, now or later. */
    private <T> Came struck(Command<T> command) {
        Seen before = watch.last();
        Blow blow = blow(chance(50) ? Blow.Kind.CRASH : Blow.Kind.LOSS);
        Way<Outcome<T>> way = Way.gone(anyProgram(), blow, () -> send(command));
        Outcome<T> outcome = way.end();
        journal.note(way.course());
        watch.look();
        if (outcome != null) {
            return tell(command, outcome);
        }
        if (!watch.knows(command.cause())) {
            watch.nothingHasHappened(before, "it was broken off");
        }
        Doubt<T> doubt = new Doubt<>(journal.deed(), command);
        if (chance(30)) {
            doubts.add(doubt);
            return Came.DONE;
        }
        return settle(doubt);
    }

    /** Asks again for what nobody knows about. */
    private <T> Came settle(Doubt<T> doubt) {
        boolean happened = watch.knows(doubt.command().cause());
        Outcome<T> outcome =
                Way.gone(anyProgram(), Blow.NONE, () -> send(doubt.command())).end();
        watch.look();
        journal.note("asked again: " + (happened ? "had happened" : "had not happened"));
        if (happened && !asksOthers(doubt.deed())) {
            assertThat(outcome).as("%s, which has happened", doubt.deed()).isInstanceOf(Done.class);
        }
        if (outcome instanceof Done<T>(T answer, boolean replayed)) {
            told.add(new Told<>(doubt.deed(), doubt.command(), answer));
        }
        return doubt.command().tell(outcome);
    }

    /** Settles what somebody was in doubt about for some time. */
    Came settleOne() {
        if (doubts.isEmpty()) {
            return Came.NOTHING;
        }
        Doubt<?> doubt = doubts.remove(random.nextInt(doubts.size()));
        journal.note("in doubt: " + doubt.deed());
        settle(doubt);
        return Came.DONE;
    }

    void settleAll() {
        while (!doubts.isEmpty()) {
            settleOne();
        }
    }

    /** Both programs get it at the same time: one pauses somewhere while the other one is at it. */
    private <T> Came raced(Command<T> command) {
        int first = anyProgram();
        Way<Outcome<T>> one = Way.begun(first, blow(Blow.Kind.PAUSE), () -> send(command));
        one.awaitPause();
        Way<Outcome<T>> other = Way.begun(1 - first, Blow.NONE, () -> send(command));
        boolean waited = !other.endsBeforeItWaits(programs);
        Outcome<T> outcome = one.end();
        Outcome<T> otherOutcome = other.end();
        journal.note(one.course());
        journal.note("the other program got it too" + (waited ? " and waited" : ""));
        watch.look();
        if (!asksOthers(journal.deed())) {
            assertThat(answer(otherOutcome)).as("the other program's answer").isEqualTo(answer(outcome));
        }
        return tell(command, outcome);
    }

    private static Object answer(Outcome<?> outcome) {
        return outcome instanceof Done<?> done ? done.answer() : outcome;
    }

    /** It pauses somewhere, and others go on meanwhile. */
    private <T> Came paused(Command<T> command) {
        return tell(command, pausing(anyProgram(), () -> send(command), 0));
    }

    private <T> T pausing(int program, Supplier<T> what, int percentTheSame) {
        Way<T> one = Way.begun(program, blow(Blow.Kind.PAUSE), what);
        one.awaitPause();
        if (one.course().isStruck()) {
            journal.note(one.course());
            if (percentTheSame > 0 && chance(80)) {
                programs.world.clock().advance(Duration.ofSeconds(60 + random.nextInt(900)));
                programs.setClocks();
            }
            beside(1 - program, chance(percentTheSame) ? () -> again(what) : meanwhile, one);
            if (chance(50)) {
                beside(1 - program, following, one);
            }
        }
        T result = one.end();
        watch.look();
        return result;
    }

    private Came again(Supplier<?> what) {
        journal.note("the other program does the same: " + what.get());
        return Came.DONE;
    }

    /** Somebody else does something; whoever he waits for goes on. */
    private void beside(int program, Supplier<Came> what, Way<?> paused) {
        spared(() -> {
            Way<Came> other = Way.begun(program, Blow.NONE, what);
            if (!other.endsBeforeItWaits(programs)) {
                journal.note("and waits");
                paused.end();
            }
            other.end();
            programs.setClocks();
        });
    }

    /** Nothing goes wrong with these. */
    void spared(Runnable what) {
        crowded = true;
        try {
            what.run();
        } finally {
            crowded = false;
        }
    }

    private Came struckRound(Supplier<Came> work) {
        Way<Came> way = Way.gone(anyProgram(), blow(chance(50) ? Blow.Kind.CRASH : Blow.Kind.LOSS), work);
        Came came = way.end();
        journal.note(way.course());
        return came == null ? Came.DONE : came;
    }

    /** A worker stands still, maybe past its lease, and another one takes over. */
    private Came pausedRound(Supplier<Came> work) {
        return pausing(anyProgram(), work, 85);
    }
}
