package dev.orderwright.exceptions;

import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Recent;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All causes at a glance: how many exceptions there are of each, how old they are, and what hangs on them. */
@Component
public class Board {

    /** So many of a cause are counted. */
    public static final int COUNT_MAX = 99;

    private static final Actor NOBODY = Actor.system("board");

    private final Exceptions exceptions;
    private final AssignmentStore store;
    private final Recent recent;

    Board(Exceptions exceptions, AssignmentStore store, Recent recent) {
        this.exceptions = exceptions;
        this.store = store;
        this.recent = recent;
    }

    private record Key(String cause, Reach reach, LocalDate today) {}

    /** As it is now. */
    public Card card(ExceptionCause cause, Reach reach, LocalDate today) {
        Page<Listed> page = exceptions.list(cause, Exceptions.View.OPEN, NOBODY, reach, null, COUNT_MAX);
        return card(cause, page, today);
    }

    /** As it was {@linkplain Recent#shown a moment ago}, where that is enough: on pages that many keep open. */
    public Card lately(ExceptionCause cause, Reach reach, LocalDate today) {
        return recent.shown(new Key(cause.name(), reach, today), key -> card(cause, key.reach(), key.today()));
    }

    private static Card card(ExceptionCause cause, Page<Listed> page, LocalDate today) {
        List<OpenException> open = page.items().stream().map(Listed::open).toList();
        Map<String, Money> value = new TreeMap<>();
        open.stream()
                .map(each -> each.stake().value())
                .filter(Objects::nonNull)
                .forEach(money -> value.merge(money.currency(), money, Money::plus));
        return new Card(
                cause,
                open.size(),
                page.next() != null,
                open.stream().map(OpenException::since).min(Instant::compareTo).orElse(null),
                List.copyOf(value.values()),
                (int) open.stream()
                        .filter(each -> each.stake().promisedOn() != null
                                && !each.stake().promisedOn().isAfter(today))
                        .count(),
                (int) page.items().stream()
                        .filter(each ->
                                each.assignment() != null && each.assignment().owner() != null)
                        .count());
    }

    /** How many exceptions of some causes somebody has to mend; counted up to {@link #COUNT_MAX}. */
    public int mine(Actor owner, Collection<ExceptionCause> causes) {
        List<String> names = causes.stream().map(ExceptionCause::name).toList();
        Map<String, List<Assignment>> own = new TreeMap<>();
        store.ofOwner(owner, COUNT_MAX + 1).stream()
                .filter(each -> names.contains(each.cause()))
                .forEach(each -> own.computeIfAbsent(each.cause(), name -> new ArrayList<>())
                        .add(each));
        int there = 0;
        for (ExceptionCause cause : causes) {
            List<Assignment> assigned = own.getOrDefault(cause.name(), List.of());
            if (!assigned.isEmpty()) {
                there += cause.find(assigned.stream().map(Assignment::subject).toList())
                        .size();
            }
        }
        return there;
    }
}
