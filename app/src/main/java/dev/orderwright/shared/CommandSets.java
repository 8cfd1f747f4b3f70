package dev.orderwright.shared;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.CommandStore.CommandRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The write path for many commands, each with a key and an answer of its own, in one transaction: the shape of group
 * commit and of bulk intake. A command that is refused is left out and the others go on; when one fails unexpectedly,
 * the set is halved until it stands alone, so that it never takes its neighbours with it. A database that is away is the
 * fault of none of them: then all are told to come back.
 */
@Component
public class CommandSets {

    private static final Logger log = LoggerFactory.getLogger(CommandSets.class);
    private static final int ATTEMPTS_MAX = 5;

    private final Db db;
    private final CommandStore store;
    private final Facts facts;
    private final Ids ids;

    CommandSets(Db db, CommandStore store, Facts facts, Ids ids) {
        this.db = db;
        this.store = store;
        this.facts = facts;
        this.ids = ids;
    }

    /** A command with its cause. The content is what tells a retry from a key that is used again for something else. */
    public record Keyed<C>(Cause cause, C content) {}

    /** A command that is carried out now, with the run that gives it its cause. */
    public record Fresh<C>(Run run, C content) {}

    /** Decides and applies the fresh commands of a set: one outcome for each, in order. */
    @FunctionalInterface
    public interface Work<C, A> {

        List<Outcome<A>> apply(List<Fresh<C>> fresh);
    }

    /**
     * Carries out a set.
     *
     * @param kind stable name of the command
     * @return one outcome per command, in order
     */
    public <C, A> List<Outcome<A>> run(String kind, List<Keyed<C>> commands, Class<A> answerType, Work<C, A> work) {
        if (commands.isEmpty()) {
            return List.of();
        }
        if (db.isInTransaction()) {
            // A part of something larger, which is that one's to try again.
            return unlessDoneMeanwhile(kind, commands, answerType, attempt(kind, commands, answerType, work, false));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                boolean repeated = attempt > 1;
                return unlessDoneMeanwhile(
                        kind,
                        commands,
                        answerType,
                        db.inTransaction(() -> attempt(kind, commands, answerType, work, repeated)));
            } catch (DataIntegrityViolationException | PessimisticLockingFailureException e) {
                if (attempt < ATTEMPTS_MAX) {
                    log.debug("attempt {} of {} {} again: {}", attempt, commands.size(), kind, e.getMessage());
                } else if (commands.size() == 1) {
                    throw e;
                } else {
                    return halved(kind, commands, answerType, work);
                }
            } catch (RuntimeException e) {
                if (commands.size() == 1 || Db.isAway(e)) {
                    throw e;
                }
                log.warn("a set of {} {} failed and is halved: {}", commands.size(), kind, e.toString());
                return halved(kind, commands, answerType, work);
            }
        }
    }

    /** The same command at the same time: one that waited for the locks of the other may have found the work done. */
    private <C, A> List<Outcome<A>> unlessDoneMeanwhile(
            String kind, List<Keyed<C>> commands, Class<A> answerType, List<Outcome<A>> outcomes) {
        List<Keyed<C>> refused = IntStream.range(0, commands.size())
                .filter(i -> !outcomes.get(i).isDone())
                .mapToObj(commands::get)
                .toList();
        if (refused.isEmpty()) {
            return outcomes;
        }
        Map<Key, CommandRow> known = known(refused);
        List<Outcome<A>> result = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            Keyed<C> command = commands.get(i);
            CommandRow row = outcomes.get(i).isDone() ? null : known.get(Key.of(command.cause()));
            result.add(
                    row == null
                            ? outcomes.get(i)
                            : replay(row, ContentHash.of(kind, Objects.requireNonNull(command.content())), answerType));
        }
        return result;
    }

    private <C, A> List<Outcome<A>> halved(String kind, List<Keyed<C>> commands, Class<A> answerType, Work<C, A> work) {
        int middle = commands.size() / 2;
        List<Outcome<A>> outcomes = new ArrayList<>(half(kind, commands.subList(0, middle), answerType, work));
        outcomes.addAll(half(kind, commands.subList(middle, commands.size()), answerType, work));
        return outcomes;
    }

    /**
     * A single command that still fails is answered with a refusal: the others have been carried out already. When the
     * database is away nobody knows what was done, and nobody is told that nothing was.
     */
    private <C, A> List<Outcome<A>> half(String kind, List<Keyed<C>> commands, Class<A> answerType, Work<C, A> work) {
        try {
            return run(kind, commands, answerType, work);
        } catch (RuntimeException e) {
            if (commands.size() > 1 || Db.isAway(e)) {
                throw e;
            }
            log.error("{} with key {} failed", kind, commands.getFirst().cause().key(), e);
            return List.of(Outcome.refused("internal-error", t("shared.refusal.thisCouldNotBeCarried")));
        }
    }

    private record Key(String scope, String key) {

        static Key of(Cause cause) {
            return new Key(cause.scope(), cause.key());
        }
    }

    private <C, A> List<Outcome<A>> attempt(
            String kind, List<Keyed<C>> commands, Class<A> answerType, Work<C, A> work, boolean repeated) {
        Map<Key, CommandRow> known = known(commands);
        List<@Nullable Outcome<A>> outcomes = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>(commands.size());
        List<Integer> places = new ArrayList<>();
        Map<Key, Integer> first = new HashMap<>();
        List<Fresh<C>> fresh = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            Keyed<C> command = commands.get(i);
            byte[] hash = ContentHash.of(kind, Objects.requireNonNull(command.content()));
            hashes.add(hash);
            CommandRow row = known.get(Key.of(command.cause()));
            if (row != null) {
                outcomes.add(replay(row, hash, answerType));
            } else {
                outcomes.add(null);
                if (first.putIfAbsent(Key.of(command.cause()), i) == null) {
                    places.add(i);
                    fresh.add(new Fresh<>(new Run(command.cause(), ids.next(), repeated), command.content()));
                }
            }
        }
        if (!fresh.isEmpty()) {
            carryOut(kind, fresh, places, hashes, outcomes, work);
        }
        return filled(commands, hashes, first, outcomes);
    }

    private <C, A> void carryOut(
            String kind,
            List<Fresh<C>> fresh,
            List<Integer> places,
            List<byte[]> hashes,
            List<@Nullable Outcome<A>> outcomes,
            Work<C, A> work) {
        List<Outcome<A>> results = work.apply(fresh);
        List<CommandRow> rows = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Run run = fresh.get(i).run();
            outcomes.set(places.get(i), results.get(i));
            if (results.get(i) instanceof Outcome.Done<A>(A answer, boolean replayed)) {
                rows.add(new CommandRow(
                        run.commandId(), run.cause(), kind, hashes.get(places.get(i)), Json.write(answer)));
                runs.add(run);
            }
        }
        if (!rows.isEmpty()) {
            store.append(rows);
            facts.append(runs);
        }
    }

    /** Gives the later ones of commands with the same key in the same set the first one's answer. */
    private static <C, A> List<Outcome<A>> filled(
            List<Keyed<C>> commands,
            List<byte[]> hashes,
            Map<Key, Integer> first,
            List<@Nullable Outcome<A>> outcomes) {
        List<Outcome<A>> result = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome<A> outcome = outcomes.get(i);
            if (outcome == null) {
                int leader =
                        Objects.requireNonNull(first.get(Key.of(commands.get(i).cause())));
                Outcome<A> leading = Objects.requireNonNull(outcomes.get(leader));
                outcome = !Arrays.equals(hashes.get(i), hashes.get(leader))
                        ? keyReused(commands.get(i).cause().key())
                        : leading instanceof Outcome.Done<A>(A answer, boolean replayed)
                                ? new Outcome.Done<>(answer, true)
                                : leading;
            }
            result.add(outcome);
        }
        return result;
    }

    private <C> Map<Key, CommandRow> known(List<Keyed<C>> commands) {
        Map<String, List<String>> byScope = commands.stream()
                .collect(Collectors.groupingBy(
                        c -> c.cause().scope(),
                        Collectors.mapping(c -> c.cause().key(), Collectors.toList())));
        Map<Key, CommandRow> known = new HashMap<>();
        byScope.forEach((scope, keys) -> store.find(scope, keys).forEach(row -> known.put(Key.of(row.cause()), row)));
        return known;
    }

    static <A> Outcome<A> replay(CommandRow known, byte[] hash, Class<A> answerType) {
        return Arrays.equals(known.contentHash(), hash)
                ? new Outcome.Done<>(Json.read(known.answer(), answerType), true)
                : keyReused(known.cause().key());
    }

    private static <A> Outcome<A> keyReused(String key) {
        return Outcome.refused(Refusal.of("key-reused", "Idempotency-Key", t("shared.refusal.theKeyWasUsedFor", key)));
    }
}
