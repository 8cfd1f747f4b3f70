package dev.orderwright.exceptions;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Has exceptions mended by their owners, one by one or many at once, as part of somebody's command. */
@Component
class Fixing {

    private static final int REASON_LENGTH_MAX = 500;

    private static final Comparator<OpenException> BY_ORDER = Comparator.<OpenException>comparingLong(
                    open -> open.stake().orderId())
            .thenComparing(OpenException::id);

    private final ExceptionCauses causes;

    Fixing(ExceptionCauses causes) {
        this.causes = causes;
    }

    Optional<Fix> fix(FixWish wish) {
        return causes.find(wish.cause()).stream()
                .flatMap(cause -> cause.fixes().stream())
                .filter(fix -> fix.name().equals(wish.fix()))
                .findFirst();
    }

    /** Why nothing of it can be done, whatever it is done to; empty when it can be tried. */
    List<Refusal> check(FixWish wish) {
        Optional<Fix> fix = fix(wish);
        if (causes.find(wish.cause()).isEmpty()) {
            return List.of(Refusal.of("unknown-cause", "cause", t("exceptions.refusal.unknownCause")));
        }
        if (fix.isEmpty()) {
            return List.of(Refusal.of("unknown-fix", "fix", t("exceptions.refusal.unknownFix")));
        }
        if (fix.get().asksWhy() && wish.reason().isEmpty()) {
            return List.of(Refusal.of("no-reason", "reason", t("exceptions.refusal.noReason")));
        }
        return wish.reason().length() > REASON_LENGTH_MAX
                ? List.of(Refusal.of("too-long", "reason", t("exceptions.refusal.reasonIsTooLong", REASON_LENGTH_MAX)))
                : List.of();
    }

    /** One outcome for each, in order; orders are locked in their order as far as it is known. */
    List<Outcome<String>> fix(Run run, FixWish wish, List<Long> ids) {
        List<Refusal> impossible = check(wish);
        if (!impossible.isEmpty()) {
            return ids.stream().map(id -> Outcome.<String>refused(impossible)).toList();
        }
        ExceptionCause cause = causes.find(wish.cause()).orElseThrow();
        Map<Long, OpenException> there =
                cause.find(ids).stream().collect(Collectors.toMap(OpenException::id, Function.identity()));
        List<OpenException> open = there.values().stream()
                .filter(each -> each.fixes().contains(wish.fix()))
                .sorted(BY_ORDER)
                .toList();
        Map<Long, Outcome<String>> outcomes = new HashMap<>();
        if (!open.isEmpty()) {
            List<Outcome<String>> done = cause.fix(new Mending(run, wish.fix(), wish.reason()), open);
            for (int i = 0; i < open.size(); i++) {
                outcomes.put(open.get(i).id(), done.get(i));
            }
        }
        List<Outcome<String>> result = new ArrayList<>();
        for (long id : ids) {
            Outcome<String> outcome = outcomes.get(id);
            result.add(outcome != null ? outcome : there.containsKey(id) ? notNow() : gone());
        }
        return result;
    }

    private static Outcome<String> gone() {
        return Outcome.refused("gone", t("exceptions.refusal.gone"));
    }

    private static Outcome<String> notNow() {
        return Outcome.refused("not-now", t("exceptions.refusal.notNow"));
    }

    /** Takes back what a fix has answered; one outcome for each, in order. */
    List<Outcome<String>> undo(Run run, FixWish wish, List<String> answers) {
        Optional<Fix> fix = fix(wish).filter(each -> each.undoPermission() != null);
        return fix.isEmpty()
                ? answers.stream()
                        .map(answer -> Outcome.<String>refused("not-now", t("exceptions.refusal.noWayBack")))
                        .toList()
                : causes.find(wish.cause()).orElseThrow().undo(new Mending(run, wish.fix(), wish.reason()), answers);
    }
}
