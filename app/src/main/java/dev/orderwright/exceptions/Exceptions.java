package dev.orderwright.exceptions;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Preview;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.workbench.Jobs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What went wrong, by cause, and what mends it: listed by its owners, mended by their facades. */
@Component
public class Exceptions {

    /** So many are mended at once; more are a job. */
    public static final int SET_MAX = 100;

    private static final int PAGE_MAX = 200;
    private static final int PAGES_READ_MAX = 10;

    private final ExceptionCauses causes;
    private final Fixing fixing;
    private final FixMany fixMany;
    private final AssignmentStore store;
    private final Jobs jobs;
    private final Surroundings surroundings;

    /** What every command needs. */
    @Component
    record Surroundings(Commands commands, InstantSource clock) {}

    Exceptions(
            ExceptionCauses causes,
            Fixing fixing,
            FixMany fixMany,
            AssignmentStore store,
            Jobs jobs,
            Surroundings surroundings) {
        this.causes = causes;
        this.fixing = fixing;
        this.fixMany = fixMany;
        this.store = store;
        this.jobs = jobs;
        this.surroundings = surroundings;
    }

    /** Which exceptions of a cause are looked at. */
    public enum View {
        /** All that are not put off. */
        OPEN,
        /** Those that the one who looks has to mend, put off or not. */
        MINE,
        /** Those that are put off. */
        PUT_OFF
    }

    /**
     * An exception and who looks after it.
     *
     * @param assignment null when nobody has said anything about it
     */
    public record Listed(OpenException open, @Nullable Assignment assignment) {}

    /** All causes, in their order. */
    public List<ExceptionCause> causes() {
        return causes.all();
    }

    public Optional<ExceptionCause> cause(String name) {
        return causes.find(name);
    }

    /** A page of a cause, the oldest first. A page may be short and have a next one. */
    public Page<Listed> list(
            ExceptionCause cause, View view, Actor viewer, Reach reach, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        return switch (view) {
            case OPEN -> open(cause, reach, cursor, size);
            case MINE -> noted(cause, cursor, size, after -> store.ofOwner(cause.name(), viewer, after, size + 1));
            case PUT_OFF ->
                noted(
                        cause,
                        cursor,
                        size,
                        after -> store.putOff(cause.name(), surroundings.clock().instant(), after, size + 1));
        };
    }

    private Page<Listed> open(ExceptionCause cause, Reach reach, @Nullable String cursor, int limit) {
        Page<OpenException> page = cause.list(reach, cursor, limit);
        List<Listed> shown = new ArrayList<>(visible(cause, page.items()));
        // Those that are put off leave a gap, which is filled without going on for ever.
        for (int read = 1; read < PAGES_READ_MAX && page.next() != null && shown.isEmpty(); read++) {
            page = cause.list(reach, page.next(), limit);
            shown.addAll(visible(cause, page.items()));
        }
        return new Page<>(shown, page.next());
    }

    private List<Listed> visible(ExceptionCause cause, List<OpenException> open) {
        return with(cause, open).stream()
                .filter(each -> each.assignment() == null
                        || !each.assignment().isPutOff(surroundings.clock().instant()))
                .toList();
    }

    private List<Listed> with(ExceptionCause cause, List<OpenException> open) {
        Map<Long, Assignment> noted = store
                .find(cause.name(), open.stream().map(OpenException::id).toList())
                .stream()
                .collect(Collectors.toMap(Assignment::subject, Function.identity()));
        return open.stream().map(each -> new Listed(each, noted.get(each.id()))).toList();
    }

    /** Of those that somebody has said something about, the ones that are still there. */
    private static Page<Listed> noted(
            ExceptionCause cause, @Nullable String cursor, int limit, Function<Long, List<Assignment>> read) {
        long after = Cursor.parse(cursor, Cursor.of(Long.MIN_VALUE)).number(0);
        Page<Assignment> page = Page.of(read.apply(after), limit, each -> Cursor.of(each.subject()));
        Map<Long, OpenException> there = cause
                .find(page.items().stream().map(Assignment::subject).toList())
                .stream()
                .collect(Collectors.toMap(OpenException::id, Function.identity()));
        List<Listed> listed = new ArrayList<>();
        for (Assignment each : page.items()) {
            OpenException open = there.get(each.subject());
            if (open != null) {
                listed.add(new Listed(open, each));
            }
        }
        return new Page<>(listed, page.next());
    }

    /** Those of some that are still there. */
    public List<Listed> find(ExceptionCause cause, Collection<Long> ids) {
        return with(cause, cause.find(ids));
    }

    /** Those of an order, put off or not. */
    public List<Listed> ofOrder(ExceptionCause cause, Reach reach, long orderId) {
        List<Long> ids = cause.ofOrder(reach, orderId);
        return ids.isEmpty() ? List.of() : find(cause, ids);
    }

    /** The ids of all that are not put off, but no more than so many. */
    public List<Long> ids(ExceptionCause cause, Reach reach, int max) {
        List<Long> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<OpenException> page = cause.list(reach, cursor, PAGE_MAX);
            visible(cause, page.items()).forEach(each -> ids.add(each.open().id()));
            cursor = page.next();
        } while (cursor != null && ids.size() < max);
        return ids.subList(0, Math.min(ids.size(), max));
    }

    public Optional<Fix> fix(FixWish wish) {
        return fixing.fix(wish);
    }

    /**
     * What became of each exception.
     *
     * @param refusals about those that were left alone; empty when there are none
     */
    public record Fixed(List<One> done, List<Refusal> refusals) {

        /** @param undo what {@link Exceptions#undo} needs; empty when it cannot be taken back */
        public record One(long id, String undo) {}

        public Fixed {
            done = List.copyOf(done);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Mends some exceptions of a cause in one way. Refusals for all: {@code unknown-cause}, {@code unknown-fix}, {@code
     * no-reason}, {@code too-long}, {@code nothing-chosen}, {@code too-many}; for each: {@code gone} (it was mended), {@code
     * not-now}, and those of the owner's facade. When all are refused nothing is done.
     */
    public Outcome<Fixed> fix(Cause cause, FixWish wish, Collection<Long> ids) {
        List<Long> each = ids.stream().distinct().sorted().toList();
        List<Refusal> impossible = Checks.set(each, SET_MAX, fixing.check(wish));
        if (!impossible.isEmpty()) {
            return Outcome.refused(impossible);
        }
        return surroundings.commands().once(cause, "fix-exceptions", List.of(wish, each), Fixed.class, run -> {
            List<Outcome<String>> outcomes = fixing.fix(run, wish, each);
            List<Fixed.One> done = new ArrayList<>();
            List<Refusal> refusals = new ArrayList<>();
            for (int i = 0; i < each.size(); i++) {
                long id = each.get(i);
                switch (outcomes.get(i)) {
                    case Outcome.Done<String>(String undo, boolean replayed) -> done.add(new Fixed.One(id, undo));
                    case Outcome.Refused<String>(List<Refusal> why) ->
                        why.forEach(
                                one -> refusals.add(Refusal.of(one.code(), "exceptions[" + id + "]", one.reason())));
                }
            }
            return done.isEmpty() ? Outcome.refused(refusals) : Outcome.done(new Fixed(done, refusals));
        });
    }

    /** What {@link #fix} would do if it were done now. */
    public Preview<Fixed> preview(Cause cause, FixWish wish, Collection<Long> ids) {
        return surroundings.commands().preview(() -> fix(cause, wish, ids));
    }

    /** Takes back what {@link #fix} has done with one of them. Refusals: {@code not-now}, and those of the owner's facade. */
    public Outcome<Fixed> undo(Cause cause, FixWish wish, Fixed.One done) {
        return surroundings
                .commands()
                .once(
                        cause,
                        "undo-exception-fix",
                        List.of(wish, done),
                        Fixed.class,
                        run -> fixing.undo(run, wish, List.of(done.undo()))
                                .getFirst()
                                .map(answer -> new Fixed(List.of(done), List.of())));
    }

    /** The same fix for many, as a job. Refusals: those of {@link #fix} for all, and those of {@link Jobs#start}. */
    public Outcome<Jobs.Started> fixMany(Cause cause, FixWish wish, Collection<Long> ids) {
        List<Refusal> impossible = fixing.check(wish);
        return impossible.isEmpty() ? jobs.start(cause, fixMany, wish, ids) : Outcome.refused(impossible);
    }
}
