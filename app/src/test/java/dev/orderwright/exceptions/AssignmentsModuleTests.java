package dev.orderwright.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.exceptions.Assignments.Assigned;
import dev.orderwright.exceptions.Assignments.Wish;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.exceptions.Exceptions.View;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.exceptions.Reach;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who looks after what, and what is put off. */
class AssignmentsModuleTests {

    private static final Actor ANN = Actor.user("ann");
    private static final Actor BEN = Actor.user("ben");
    private static final String REVIEW = "held-review";

    private static World world;
    private static Trouble trouble;

    @BeforeAll
    static void start() {
        world = World.fresh();
        trouble = new Trouble(world);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static Cause by(Actor actor) {
        return Cause.of(actor, "a" + trouble.shop.word(""), world.clock().instant());
    }

    private static Outcome<Assigned> take(Actor who, @Nullable Actor from, Long... ids) {
        return trouble.assignments.assign(by(who), new Wish(REVIEW, List.of(ids), who, from, ""));
    }

    private static @Nullable Actor owner(long id) {
        Assignment assignment = trouble.assignments.of(REVIEW, List.of(id)).get(id);
        return assignment == null ? null : assignment.owner();
    }

    private static List<Long> listed(View view, Actor viewer) {
        return trouble
                .exceptions
                .list(trouble.cause(REVIEW), view, viewer, Reach.EVERYWHERE, null, 200)
                .items()
                .stream()
                .map(each -> each.open().id())
                .toList();
    }

    @Test
    void whoComesSecondIsToldAndCanTakeItOverWithOpenEyes() {
        long hold = trouble.held();

        take(ANN, null, hold).orThrow();
        assertThat(owner(hold)).isEqualTo(ANN);
        assertThat(take(BEN, null, hold)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.first().code()).isEqualTo("taken");
            assertThat(refused.first().reason()).contains("ann");
        });
        assertThat(owner(hold)).isEqualTo(ANN);
        take(ANN, null, hold).orThrow();

        take(BEN, ANN, hold).orThrow();
        assertThat(owner(hold)).isEqualTo(BEN);
        assertThat(listed(View.MINE, BEN)).contains(hold);
        assertThat(listed(View.MINE, ANN)).doesNotContain(hold);

        trouble.assignments
                .assign(by(BEN), new Wish(REVIEW, List.of(hold), null, BEN, ""))
                .orThrow();
        assertThat(owner(hold)).isNull();
        assertThat(world.bean(Facts.class).of("exception", hold, 10))
                .extracting(
                        fact -> fact.fact().type() + " " + fact.fact().data().get("owner"))
                .containsExactly(
                        "ExceptionAssigned ann",
                        "ExceptionAssigned ann",
                        "ExceptionAssigned ben",
                        "ExceptionAssigned ");
    }

    @Test
    void ofManyThoseThatOthersHaveAreLeftToThem() {
        long free = trouble.held();
        long taken = trouble.held();
        take(ANN, null, taken).orThrow();

        Assigned assigned = take(BEN, null, free, taken, 4711L).orThrow();

        assertThat(assigned.subjects()).containsExactly(free);
        assertThat(assigned.refusals())
                .extracting(refusal -> refusal.code() + " " + refusal.field())
                .containsExactlyInAnyOrder("taken exceptions[" + taken + "]", "gone exceptions[4711]");
    }

    @Test
    void ofManyWhoWantTheSameAtOnceOneGetsIt() throws Exception {
        long hold = trouble.held();
        List<Callable<Outcome<Assigned>>> all = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Actor person = Actor.user("p" + i);
            all.add(() -> take(person, null, hold));
        }
        List<Outcome<Assigned>> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            for (Future<Outcome<Assigned>> done : pool.invokeAll(all)) {
                outcomes.add(done.get());
            }
        }

        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.isDone()))
                .allSatisfy(outcome -> assertThat(Trouble.code(outcome)).isEqualTo("taken"));
        assertThat(owner(hold)).isNotNull();
    }

    @Test
    void whatIsPutOffIsOutOfSightAndComesBackByItself() {
        long hold = trouble.held();
        assertThat(Trouble.code(trouble.assignments.putOff(
                        by(ANN), REVIEW, List.of(hold), world.clock().instant())))
                .isEqualTo("date-in-past");
        int before = board().count();

        trouble.assignments
                .putOff(by(ANN), REVIEW, List.of(hold), world.clock().instant().plus(Duration.ofDays(1)))
                .orThrow();

        assertThat(listed(View.OPEN, ANN)).doesNotContain(hold);
        assertThat(listed(View.PUT_OFF, ANN)).contains(hold);
        assertThat(board().count()).isEqualTo(before - 1);
        assertThat(trouble.exceptions.ids(trouble.cause(REVIEW), Reach.EVERYWHERE, 1_000))
                .doesNotContain(hold);
        world.clock().advance(Duration.ofDays(1));
        assertThat(listed(View.OPEN, ANN)).contains(hold);
        assertThat(listed(View.PUT_OFF, ANN)).doesNotContain(hold);
    }

    private static Card board() {
        return world.bean(Board.class).card(trouble.cause(REVIEW), Reach.EVERYWHERE, LocalDate.of(2026, 3, 2));
    }

    @Test
    void aCardSaysHowManyHowOldAndWhatHangsOnThem() {
        Card before = board();
        trouble.held();
        long owned = trouble.held();
        take(ANN, null, owned).orThrow();

        Card card = board();

        assertThat(card.count()).isEqualTo(before.count() + 2);
        assertThat(card.owned()).isEqualTo(before.owned() + 1);
        assertThat(card.value().getFirst().minor()
                        - (before.value().isEmpty()
                                ? 0
                                : before.value().getFirst().minor()))
                .isEqualTo(600);
        assertThat(card.oldest()).isNotNull();
        assertThat(card.more()).isFalse();
        assertThat(world.bean(Board.class).mine(ANN, trouble.exceptions.causes()))
                .isPositive();
    }

    @Test
    void whoLookedAfterSomethingIsForgottenWhenItIsGoneAndNotBefore() {
        long mended = trouble.held();
        long open = trouble.held();
        take(ANN, null, mended, open).orThrow();
        trouble.fix(REVIEW, "release", "fine", mended);

        trouble.round("forget-assignments");

        assertThat(owner(mended)).isNull();
        assertThat(owner(open)).isEqualTo(ANN);
        assertThat(trouble.exceptions.find(trouble.cause(REVIEW), List.of(open)))
                .extracting(Listed::assignment)
                .doesNotContainNull();
    }
}
