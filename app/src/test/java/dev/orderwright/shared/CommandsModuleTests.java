package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommandsModuleTests {

    private final World world = World.shared();
    private final Commands commands = world.bean(Commands.class);
    private final CommandSets sets = world.bean(CommandSets.class);
    private final Facts facts = world.bean(Facts.class);
    private final Ids ids = world.bean(Ids.class);

    record Answer(String word, long number) {}

    private Cause cause(String key) {
        return Cause.of(Actor.user("tester"), key, world.clock().instant());
    }

    @Test
    void theSameKeyTwiceGivesTheFirstAnswerAndOneFact() {
        long subject = ids.next();
        Cause cause = cause("twice-" + subject);
        Outcome<Answer> first = say(cause, "hello", subject, "hello");
        Outcome<Answer> second = say(cause, "hello", subject, "never said");

        assertThat(first).isEqualTo(new Outcome.Done<>(new Answer("hello", subject), false));
        assertThat(second).isEqualTo(new Outcome.Done<>(new Answer("hello", subject), true));
        assertThat(facts.of("word", subject, 10))
                .hasSize(1)
                .first()
                .satisfies(fact -> assertThat(fact.fact().data()).isEqualTo(Map.of("word", "hello")));
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() {
        long subject = ids.next();
        Cause cause = cause("reused-" + subject);
        say(cause, "hello", subject, "hello");
        Outcome<Answer> other = say(cause, "goodbye", subject, "goodbye");
        assertThat(other)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(
                                        ((Outcome.Refused<?>) refused).first().code())
                                .isEqualTo("key-reused"));
    }

    @Test
    void aRefusalLeavesNothingBehindAndTheKeyFree() {
        long subject = ids.next();
        Cause cause = cause("refused-" + subject);
        Outcome<Answer> refused = commands.once(cause, "say", "x", Answer.class, run -> {
            run.fact(new Fact("word", subject, "WordSaid", Map.of("word", "x")));
            return Outcome.refused("no-such-word", "There is no such word.");
        });
        assertThat(refused.isDone()).isFalse();
        assertThat(facts.of("word", subject, 10)).isEmpty();
        assertThat(say(cause, "hello", subject, "hello").isDone()).isTrue();
    }

    @Test
    void theSameKeyAtOnceIsDoneOnceAndAnsweredAlike() throws Exception {
        long subject = ids.next();
        AtomicInteger works = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome<Answer>> call =
                    () -> commands.once(cause("at-once-" + subject), "say", "hello", Answer.class, run -> {
                        run.fact(new Fact("word", subject, "WordSaid", Map.of()));
                        return Outcome.done(new Answer("call " + works.incrementAndGet(), subject));
                    });
            var answers = threads.invokeAll(java.util.Collections.nCopies(16, call)).stream()
                    .map(f -> {
                        try {
                            return f.get().orThrow();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(answers).hasSize(1);
        }
        assertThat(facts.of("word", subject, 100)).hasSize(1);
    }

    @Test
    void whoFindsTheWorkDoneBySomebodyWithTheSameKeyGetsHisAnswer() {
        long subject = ids.next();
        Cause cause = cause("meanwhile-" + subject);
        Outcome<Answer> second = commands.once(cause, "say", "hello", Answer.class, run -> {
            elsewhere(() -> say(cause, "hello", subject, "hello"));
            return Outcome.refused("said", "It has been said.");
        });
        assertThat(second)
                .isInstanceOfSatisfying(
                        Outcome.Done.class, done -> assertThat(done.replayed()).isTrue());
        assertThat(second.orThrow().word()).isEqualTo("hello");
        assertThat(facts.of("word", subject, 10)).hasSize(1);
    }

    @Test
    void inASetWhoFindsTheWorkDoneBySomebodyWithTheSameKeyGetsHisAnswer() {
        long subject = ids.next();
        Cause known = cause("set-" + subject);
        Cause other = cause("other-" + subject);
        List<Outcome<Answer>> outcomes = sets.run(
                "say",
                List.of(new CommandSets.Keyed<>(known, "hello"), new CommandSets.Keyed<>(other, "hello")),
                Answer.class,
                fresh -> {
                    elsewhere(() -> say(known, "hello", subject, "hello"));
                    return List.of(Outcome.refused("said", "It has."), Outcome.refused("dumb", "It cannot."));
                });
        assertThat(outcomes.getFirst().orThrow().word()).isEqualTo("hello");
        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("dumb"));
    }

    /** In a transaction of its own, finished before this goes on. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    @Test
    void theLatestFactsOfASubjectAreToldInTheOrderInWhichTheyHappened() {
        long subject = ids.next();
        for (int i = 0; i < 5; i++) {
            say(cause("latest-" + subject + "-" + i), "w" + i, subject, "w" + i);
        }

        assertThat(facts.of("word", subject, 3))
                .extracting(fact -> fact.fact().data().get("word"))
                .containsExactly("w2", "w3", "w4");
    }

    @Test
    void readersByCursorSeeEveryFactOnce() {
        Facts.FactCursor cursor = Facts.FactCursor.START;
        long subject = ids.next();
        for (int i = 0; i < 25; i++) {
            say(cause("cursor-" + subject + "-" + i), "w" + i, subject, "w" + i);
        }
        List<Object> words = new java.util.ArrayList<>();
        while (true) {
            var page = facts.after(cursor);
            if (page.isEmpty()) {
                break;
            }
            page.stream()
                    .filter(f -> f.fact().subjectId() == subject)
                    .forEach(f -> words.add(f.fact().data().get("word")));
            cursor = page.getLast().cursor();
        }
        assertThat(words).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void readersByCursorWalkTheIndexHoweverMuchIsStillToBeRead() {
        Sql explain = Sql.of("explain " + FactStore.AFTER.text());
        Db db = world.bean(Db.class);
        List<String> plan = db.inTransaction(() -> {
            // A handful of facts would be read and sorted, which says nothing of many.
            db.sql(Sql.of("set local enable_seqscan = off")).update();
            return db.sql(explain)
                    .param("tx", "0")
                    .param("id", 0L)
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).doesNotContain("Sort");
    }

    @Test
    void aPreviewGivesTheAnswerAndTheFactsAndLeavesTheKeyFree() {
        long subject = ids.next();
        Cause cause = cause("preview-" + subject);
        Preview<Answer> preview = commands.preview(() -> say(cause, "hello", subject, "hello"));

        assertThat(preview.outcome().orThrow()).isEqualTo(new Answer("hello", subject));
        assertThat(preview.facts()).containsExactly(new Fact("word", subject, "WordSaid", Map.of("word", "hello")));
        assertThat(facts.of("word", subject, 10)).isEmpty();
        assertThat(say(cause, "goodbye", subject, "goodbye"))
                .isEqualTo(new Outcome.Done<>(new Answer("goodbye", subject), false));
        Preview<Answer> again = commands.preview(() -> say(cause, "goodbye", subject, "never said"));
        assertThat(again.outcome()).isEqualTo(new Outcome.Done<>(new Answer("goodbye", subject), true));
        assertThat(again.facts()).isEmpty();
    }

    @Test
    void aPreviewWaitsForNobodyForLong() {
        Cause cause = cause("busy-" + ids.next());
        CompletableFuture<Void> held = new CompletableFuture<>();
        CompletableFuture<Void> looked = new CompletableFuture<>();
        CompletableFuture<Outcome<Answer>> other =
                CompletableFuture.supplyAsync(() -> commands.once(cause, "say", "a", Answer.class, run -> {
                    commands.alone(run);
                    held.complete(null);
                    looked.orTimeout(10, TimeUnit.SECONDS).join();
                    return Outcome.done(new Answer("a", 1));
                }));
        held.join();
        Preview<Answer> preview = commands.preview(() -> commands.once(cause, "say", "a", Answer.class, run -> {
            commands.alone(run);
            return Outcome.done(new Answer("a", 1));
        }));
        looked.complete(null);

        assertThat(preview.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("busy"));
        assertThat(other.join().isDone()).isTrue();
    }

    @Test
    void aPreviewOfASetAnswersForEachAndIsNotHalvedWhenTheDatabaseSaysNo() {
        Cause cause = cause("preview-set-" + ids.next());
        Preview<Integer> preview = commands.preview(() -> Outcome.done((int) sets
                .run(
                        "say",
                        List.of(new CommandSets.Keyed<>(cause, "a"), new CommandSets.Keyed<>(cause.step("b"), "b")),
                        Answer.class,
                        fresh -> List.of(
                                Outcome.done(new Answer("a", 1)), Outcome.<Answer>refused("dumb", "It cannot.")))
                .stream()
                .filter(Outcome::isDone)
                .count()));
        assertThat(preview.outcome().orThrow()).isEqualTo(1);
        assertThatThrownBy(() -> commands.preview(() -> Outcome.done(commands.preview(() -> Outcome.done(1)))))
                .hasMessageContaining("would be undone as well");
    }

    private Outcome<Answer> say(Cause cause, String content, long subject, String word) {
        return commands.once(cause, "say", content, Answer.class, run -> {
            run.fact(new Fact("word", subject, "WordSaid", Map.of("word", word)));
            return Outcome.done(new Answer(word, subject));
        });
    }
}
