package dev.orderwright.exceptions.web;

import dev.orderwright.exceptions.Assignment;
import dev.orderwright.exceptions.Card;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.web.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs are told of exceptions. */
final class ExceptionAnswers {

    private ExceptionAnswers() {}

    record MoneyAnswer(long amountMinor, String currency) {

        static MoneyAnswer of(Money money) {
            return new MoneyAnswer(money.minor(), money.currency());
        }
    }

    /** @param needsReason whether a reason has to be given */
    record FixAnswer(String name, String label, String effect, boolean needsReason) {

        static FixAnswer of(Fix fix) {
            return new FixAnswer(fix.name(), fix.label(), fix.effect(), fix.asksWhy());
        }
    }

    /**
     * @param count up to 99
     * @param value of those that were counted, by currency
     * @param promisesAtRisk how many of those that were counted were promised for today or before
     * @param owned how many of those that were counted somebody looks after
     * @param fixes those that the caller may use, the best first
     */
    record CauseAnswer(
            String cause,
            String title,
            String meaning,
            int count,
            boolean moreThanCounted,
            @Nullable Instant oldestSince,
            List<MoneyAnswer> value,
            int promisesAtRisk,
            int owned,
            List<FixAnswer> fixes) {

        static CauseAnswer of(Card card, Who who) {
            return new CauseAnswer(
                    card.cause().name(),
                    card.cause().title(),
                    card.cause().meaning(),
                    card.count(),
                    card.more(),
                    card.oldest(),
                    card.value().stream().map(MoneyAnswer::of).toList(),
                    card.late(),
                    card.owned(),
                    card.cause().fixes().stream()
                            .filter(fix -> who.may(fix.permission()))
                            .map(FixAnswer::of)
                            .toList());
        }
    }

    /**
     * @param about what is the matter, in words
     * @param owner who looks after it; null when nobody does
     * @param fixes names of those that are possible now
     */
    record ExceptionAnswer(
            String id,
            String label,
            String about,
            Instant since,
            @Nullable MoneyAnswer value,
            @Nullable LocalDate promisedOn,
            @Nullable String owner,
            String note,
            List<String> fixes) {

        static ExceptionAnswer of(Listed listed) {
            OpenException open = listed.open();
            Money value = open.stake().value();
            Assignment assignment = listed.assignment();
            Actor owner = assignment == null ? null : assignment.owner();
            return new ExceptionAnswer(
                    Long.toString(open.id()),
                    open.label(),
                    open.about(),
                    open.since(),
                    value == null ? null : MoneyAnswer.of(value),
                    open.stake().promisedOn(),
                    owner == null ? null : owner.name(),
                    assignment == null ? "" : assignment.note(),
                    open.fixes());
        }
    }

    record ListAnswer(
            List<ExceptionAnswer> exceptions, @Nullable String next) {}

    /** @param field says which: {@code exceptions[382986121220456448]} */
    record RefusedAnswer(String code, String field, String reason) {}

    /**
     * @param done ids of those it was done to
     * @param refused those that were left alone, and why
     */
    record ChangedAnswer(List<String> done, List<RefusedAnswer> refused) {

        static ChangedAnswer of(List<Long> done, List<Refusal> refusals) {
            return new ChangedAnswer(
                    done.stream().map(id -> Long.toString(id)).toList(),
                    refusals.stream()
                            .map(one -> new RefusedAnswer(one.code(), one.field(), one.reason()))
                            .toList());
        }
    }
}
