package dev.orderwright.exceptions;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.ui.Show;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who looks after which exception, and which are put off. One has one owner at most; who comes second is told. */
@Component
public class Assignments {

    /** So many at once. */
    public static final int SET_MAX = 500;

    private static final int NOTE_LENGTH_MAX = 500;

    private final Commands commands;
    private final AssignmentStore store;
    private final ExceptionCauses causes;

    Assignments(Commands commands, AssignmentStore store, ExceptionCauses causes) {
        this.commands = commands;
        this.store = store;
        this.causes = causes;
    }

    /**
     * What became of each exception.
     *
     * @param refusals about those that were left alone; empty when there are none
     */
    public record Assigned(List<Long> subjects, List<Refusal> refusals) {

        public Assigned {
            subjects = List.copyOf(subjects);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Who is to look after what.
     *
     * @param owner null for nobody
     * @param from who is known to have it now, null for nobody: what somebody else has got meanwhile is left to them
     */
    public record Wish(
            String cause,
            Collection<Long> subjects,
            @Nullable Actor owner,
            @Nullable Actor from,
            String note) {

        public Wish {
            subjects = List.copyOf(subjects);
            note = note.strip();
        }
    }

    /**
     * Gives exceptions to somebody, takes them over or gives them back. Refusals, for each: {@code gone} (it was mended),
     * {@code taken} (somebody else has it); for all: {@code unknown-cause}, {@code nothing-chosen}, {@code too-many}, {@code
     * too-long}. When all are refused nothing is done.
     */
    public Outcome<Assigned> assign(Cause cause, Wish wish) {
        if (wish.note().length() > NOTE_LENGTH_MAX) {
            return Outcome.refused(
                    Refusal.of("too-long", "note", t("exceptions.refusal.noteIsTooLong", NOTE_LENGTH_MAX)));
        }
        List<Object> content = List.of(
                wish.cause(),
                new TreeSet<>(wish.subjects()),
                Optional.ofNullable(wish.owner()),
                Optional.ofNullable(wish.from()),
                wish.note());
        return change(cause, "assign-exceptions", content, wish.cause(), wish.subjects(), (run, locked) -> {
            List<Refusal> refusals = new ArrayList<>();
            List<Long> free = new ArrayList<>();
            for (Assignment each : locked) {
                Actor has = each.owner();
                if (has == null || has.equals(wish.from()) || has.equals(wish.owner())) {
                    free.add(each.subject());
                } else {
                    refusals.add(Refusal.of(
                            "taken", field(each.subject()), t("exceptions.refusal.taken", Show.actor(has.code()))));
                }
            }
            store.assign(wish.cause(), free, wish.owner(), wish.note(), run.actor(), run.at());
            String owner = wish.owner() == null ? "" : wish.owner().name();
            free.forEach(subject -> run.fact(new Fact(
                    "exception",
                    subject,
                    "ExceptionAssigned",
                    Facts.data("cause", wish.cause(), "owner", owner, "note", wish.note()))));
            return new Assigned(free, refusals);
        });
    }

    /**
     * Puts exceptions off: they are out of sight until then, and come back by themselves if they are still there.
     *
     * @param until null brings them back now
     * @return refusals, for each: {@code gone}; for all: those of {@link #assign} and {@code date-in-past}
     */
    public Outcome<Assigned> putOff(Cause cause, String causeName, Collection<Long> subjects, @Nullable Instant until) {
        if (until != null && !until.isAfter(cause.at())) {
            return Outcome.refused(Refusal.of("date-in-past", "until", t("exceptions.refusal.untilIsInThePast")));
        }
        List<Object> content =
                List.of(causeName, new TreeSet<>(subjects), Objects.requireNonNullElse(until, Instant.EPOCH));
        return change(cause, "put-off-exceptions", content, causeName, subjects, (run, locked) -> {
            List<Long> ids = locked.stream().map(Assignment::subject).toList();
            store.putOff(causeName, ids, until, run.actor(), run.at());
            ids.forEach(subject -> run.fact(new Fact(
                    "exception",
                    subject,
                    "ExceptionPutOff",
                    Facts.data("cause", causeName, "until", until == null ? "" : until.toString()))));
            return new Assigned(ids, List.of());
        });
    }

    /** What is done with the rows of exceptions that are there, under their locks. */
    private interface Change {
        Assigned of(Run run, List<Assignment> locked);
    }

    private Outcome<Assigned> change(
            Cause cause, String kind, Object content, String causeName, Collection<Long> subjects, Change change) {
        Set<Long> wanted = new LinkedHashSet<>(subjects);
        ExceptionCause known = causes.find(causeName).orElse(null);
        List<Refusal> impossible = Checks.set(
                wanted,
                SET_MAX,
                known == null
                        ? List.of(Refusal.of("unknown-cause", "cause", t("exceptions.refusal.unknownCause")))
                        : List.of());
        if (known == null || !impossible.isEmpty()) {
            return Outcome.refused(impossible);
        }
        return commands.once(cause, kind, content, Assigned.class, run -> {
            Set<Long> there = known.find(wanted).stream().map(OpenException::id).collect(Collectors.toSet());
            List<Refusal> refusals = new ArrayList<>();
            wanted.stream()
                    .filter(id -> !there.contains(id))
                    .forEach(id -> refusals.add(Refusal.of("gone", field(id), t("exceptions.refusal.gone"))));
            Assigned assigned = there.isEmpty()
                    ? new Assigned(List.of(), List.of())
                    : change.of(run, store.lock(causeName, there, run.actor(), run.at()));
            refusals.addAll(assigned.refusals());
            return assigned.subjects().isEmpty()
                    ? Outcome.refused(refusals)
                    : Outcome.done(new Assigned(assigned.subjects(), refusals));
        });
    }

    private static String field(long subject) {
        return "exceptions[" + subject + "]";
    }

    /** Of some exceptions of a cause, by exception; those of which nobody has said anything are left out. */
    public Map<Long, Assignment> of(String causeName, Collection<Long> subjects) {
        return store.find(causeName, subjects).stream()
                .collect(Collectors.toMap(Assignment::subject, Function.identity()));
    }
}
