package dev.orderwright.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class JobsModuleTests {

    private static final String DATABASE = World.newDatabase();
    private static final World WORLD = World.on(DATABASE, java.util.Map.of());
    private static final World OTHER = World.on(DATABASE, java.util.Map.of());
    private static final Actor ANN = Actor.user("ann");

    private final Jobs jobs = WORLD.bean(Jobs.class);
    private final JobWork work = WORLD.bean(JobWork.class);
    private final Facts facts = WORLD.bean(Facts.class);

    @AfterAll
    static void stop() {
        OTHER.close();
        WORLD.close();
    }

    @AfterEach
    void nothingSpecial() {
        Spelling.before = set -> {};
    }

    private static Cause cause() {
        return Cause.of(ANN, "k" + WORLD.bean(Ids.class).next(), WORLD.clock().instant());
    }

    private static List<Long> subjects(int count) {
        return LongStream.of(WORLD.bean(Ids.class).next(count)).boxed().toList();
    }

    private long started(List<Long> subjects) {
        return jobs.start(cause(), WORLD.bean(Spelling.class), new Spelling.Wish("yes"), subjects)
                .orThrow()
                .jobId();
    }

    private Job job(long id) {
        return jobs.find(id).orElseThrow();
    }

    private void workOff() {
        while (work.round() > 0) {
            // until nothing is left
        }
    }

    private List<String> said(long subject) {
        return facts.of("word", subject, 10).stream()
                .map(fact -> fact.fact().type())
                .toList();
    }

    @Test
    void itIsDoneSetBySetInOrderAndSaysWhatWasRefusedAndWhy() {
        List<Long> subjects = subjects(250);
        Spelling.DUMB.addAll(subjects.subList(40, 43));
        List<List<Long>> sets = new ArrayList<>();
        Spelling.before = sets::add;
        List<Long> mixed = new ArrayList<>(subjects);
        Collections.shuffle(mixed);
        mixed.add(mixed.getFirst());
        long id = started(mixed);
        assertThat(job(id)).extracting(Job::state, Job::total, Job::done).containsExactly(JobState.RUNNING, 250, 0);

        assertThat(work.round()).isEqualTo(100);
        assertThat(job(id)).extracting(Job::done, Job::refused).containsExactly(97, 3);
        workOff();

        assertThat(sets)
                .containsExactly(subjects.subList(0, 100), subjects.subList(100, 200), subjects.subList(200, 250));
        assertThat(job(id))
                .extracting(Job::title, Job::state, Job::done, Job::refused, Job::actor, Job::endedAt)
                .containsExactly(
                        "Spell yes 250 times",
                        JobState.DONE,
                        247,
                        3,
                        ANN,
                        WORLD.clock().instant());
        assertThat(subjects.stream().map(this::said).distinct())
                .containsExactlyInAnyOrder(List.of("WordSaid"), List.of());
        assertThat(jobs.refused(job(id), null, 2).items())
                .extracting(JobRefusal::label, JobRefusal::url, JobRefusal::code, JobRefusal::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Word " + subjects.get(40),
                                "/search?q=" + subjects.get(40),
                                "dumb",
                                "It cannot be spelt."),
                        org.assertj.core.groups.Tuple.tuple(
                                "Word " + subjects.get(41),
                                "/search?q=" + subjects.get(41),
                                "dumb",
                                "It cannot be spelt."));
        String next = jobs.refused(job(id), null, 2).next();
        assertThat(jobs.refused(job(id), next, 2).items())
                .extracting(JobRefusal::subject)
                .containsExactly(subjects.get(42));
        RecordedFact first = facts.of("word", subjects.getFirst(), 1).getFirst();
        assertThat(first.actor()).isEqualTo("user:ann");
    }

    @Test
    void whatFailsUnexpectedlyIsLeftOutAndTakesNobodyWithIt() {
        List<Long> subjects = subjects(30);
        Spelling.POISON.add(subjects.get(17));
        long id = started(subjects);
        workOff();

        assertThat(job(id)).extracting(Job::state, Job::done, Job::refused).containsExactly(JobState.DONE, 29, 1);
        assertThat(jobs.refused(job(id), null, 10).items())
                .extracting(JobRefusal::subject, JobRefusal::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(subjects.get(17), "internal-error"));
        assertThat(subjects.stream().filter(subject -> said(subject).size() == 1))
                .hasSize(29);
    }

    @Test
    void aProgramThatDiesInTheMiddleHasDoneASetOrNothingOfItAndAnotherGoesOn() {
        List<Long> subjects = subjects(230);
        long id = started(subjects);
        assertThat(work.round()).isEqualTo(100);
        Spelling.before = set -> {
            throw new QueryTimeoutException("the database is away");
        };
        assertThatThrownBy(work::round).hasMessageContaining("away");
        assertThat(job(id)).extracting(Job::state, Job::done).containsExactly(JobState.RUNNING, 100);

        AtomicInteger spelt = new AtomicInteger();
        Spelling.before = set -> spelt.addAndGet(set.size());
        JobWork another = OTHER.bean(JobWork.class);
        assertThat(another.round()).isEqualTo(100);
        assertThat(another.round()).isEqualTo(30);
        assertThat(another.round()).isZero();

        assertThat(spelt).hasValue(130);
        assertThat(job(id)).extracting(Job::state, Job::done).containsExactly(JobState.DONE, 230);
        assertThat(subjects).allSatisfy(subject -> assertThat(said(subject)).hasSize(1));
    }

    @Test
    void twoProgramsWorkOnThemTogetherAndDoNothingTwice() throws Exception {
        List<Long> subjects = subjects(1_500);
        List<Long> begun = List.of(
                started(subjects.subList(0, 500)),
                started(subjects.subList(500, 1_000)),
                started(subjects.subList(1_000, 1_500)));
        AtomicInteger spelt = new AtomicInteger();
        Spelling.before = set -> spelt.addAndGet(set.size());
        Callable<Integer> here = () -> rounds(WORLD);
        Callable<Integer> there = () -> rounds(OTHER);
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            for (var each : four.invokeAll(List.of(here, there, here, there))) {
                each.get();
            }
        }

        assertThat(begun)
                .allSatisfy(id -> assertThat(job(id))
                        .extracting(Job::state, Job::done, Job::refused)
                        .containsExactly(JobState.DONE, 500, 0));
        assertThat(spelt).as("nobody has even begun what another did").hasValue(1_500);
        assertThat(subjects).allSatisfy(subject -> assertThat(said(subject)).hasSize(1));
    }

    /** Until all is done; while somebody else is at work there may be nothing to do. */
    private static int rounds(World world) throws InterruptedException {
        int quiet = 0;
        while (quiet < 20) {
            if (world.bean(JobWork.class).round() == 0) {
                quiet++;
                Thread.sleep(20);
            } else {
                quiet = 0;
            }
        }
        return quiet;
    }

    @Test
    void whatWasDoneIsTakenBackOnceAndNothingElse() {
        List<Long> subjects = subjects(120);
        Spelling.DUMB.add(subjects.get(5));
        long id = started(subjects);
        workOff();
        assertThat(job(id).undoPermission()).isEqualTo("orders:hold");

        Cause cause = cause();
        long undo = jobs.undo(cause, id).orThrow().jobId();
        assertThat(jobs.undo(cause, id)).isEqualTo(new Outcome.Done<>(new Jobs.Started(undo), true));
        assertThat(code(jobs.undo(cause(), id))).isEqualTo("undone-already");
        workOff();

        assertThat(job(undo))
                .extracting(Job::title, Job::state, Job::total, Job::done, Job::undoes)
                .containsExactly("Undo: Spell yes 119 times", JobState.DONE, 119, 119, id);
        assertThat(job(id)).extracting(Job::undoneBy, Job::undoPermission).containsExactly(undo, null);
        assertThat(said(subjects.get(5))).isEmpty();
        assertThat(said(subjects.get(6))).containsExactly("WordSaid", "WordTakenBack");
        assertThat(facts.of("word", subjects.get(6), 5).getLast().fact().data())
                .containsEntry("said", "yes " + subjects.get(6));
        assertThat(code(jobs.undo(cause(), undo))).isEqualTo("nothing-to-undo");
        assertThat(code(jobs.undo(cause(), 42))).isEqualTo("unknown-job");
    }

    @Test
    void oneThatIsStoppedLeavesTheRestAlone() {
        List<Long> subjects = subjects(150);
        long id = started(subjects);
        work.round();
        jobs.stop(cause(), id).orThrow();
        workOff();

        assertThat(job(id)).extracting(Job::state, Job::done, Job::total).containsExactly(JobState.STOPPED, 100, 150);
        assertThat(said(subjects.get(99))).hasSize(1);
        assertThat(said(subjects.get(100))).isEmpty();
        assertThat(code(jobs.stop(cause(), id))).isEqualTo("job-ended");
        assertThat(code(jobs.stop(cause(), 42))).isEqualTo("unknown-job");
    }

    @Test
    void oneThatRunsIsStoppedBeforeItIsTakenBack() {
        List<Long> subjects = subjects(150);
        long id = started(subjects);
        work.round();
        long undo = jobs.undo(cause(), id).orThrow().jobId();
        workOff();

        assertThat(job(id).state()).isEqualTo(JobState.STOPPED);
        assertThat(job(undo)).extracting(Job::total, Job::done).containsExactly(100, 100);
        assertThat(said(subjects.get(120))).isEmpty();
    }

    @Test
    void theSameWishTwiceIsOneJobAndNothingOrTooMuchIsNone() {
        List<Long> subjects = subjects(3);
        Cause cause = cause();
        Spelling spelling = WORLD.bean(Spelling.class);
        Spelling.Wish wish = new Spelling.Wish("once");
        long first = jobs.start(cause, spelling, wish, subjects).orThrow().jobId();
        assertThat(jobs.start(cause, spelling, wish, subjects).orThrow().jobId())
                .isEqualTo(first);
        workOff();
        assertThat(code(jobs.start(cause(), spelling, wish, List.of()))).isEqualTo("nothing-chosen");
        assertThat(code(jobs.start(
                        cause(),
                        spelling,
                        wish,
                        LongStream.rangeClosed(0, Jobs.SUBJECTS_MAX).boxed().toList())))
                .isEqualTo("too-many");
        assertThat(jobs.list(ANN, null, 1).items()).extracting(Job::id).containsExactly(first);
        assertThat(jobs.list(Actor.user("bob"), null, 1).items()).isEmpty();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.first().code() : "done";
    }
}
