package dev.orderwright.fulfilment;

import dev.orderwright.orders.OrderStakes;
import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes wrong with the nodes' work: they do not answer, they do not do it. */
@Component
class WorkExceptions implements ExceptionSource {

    private final List<ExceptionCause> causes;

    WorkExceptions(CancelUnanswered unanswered, WorkNotDone notDone) {
        causes = List.of(unanswered, notDone);
    }

    @Override
    public List<ExceptionCause> causes() {
        return causes;
    }

    /** How an exception tells of a piece of work. */
    interface Told {
        String about(FulfilmentOrder work);

        Instant since(FulfilmentOrder work);

        List<String> fixes(FulfilmentOrder work);
    }

    static List<OpenException> open(List<FulfilmentOrder> works, OrderStakes stakes, Told told) {
        Map<Long, AtStake> orderOf =
                stakes.of(works.stream().map(FulfilmentOrder::orderId).toList());
        return works.stream()
                .map(work -> new OpenException(
                        work.id(),
                        work.number(),
                        "/pick/" + work.number(),
                        told.about(work),
                        told.since(work),
                        orderOf.containsKey(work.orderId())
                                ? orderOf.get(work.orderId()).stake()
                                : Stake.NONE,
                        told.fixes(work)))
                .toList();
    }

    /** The answers of a command about a set, in the order of the exceptions. */
    static List<Outcome<String>> outcomes(
            List<OpenException> open, Function<List<Long>, Outcome<WorkResults>> command) {
        Outcome<WorkResults> outcome =
                command.apply(open.stream().map(OpenException::id).toList());
        return switch (outcome) {
            case Outcome.Refused<WorkResults>(var refusals) ->
                open.stream().map(each -> Outcome.<String>refused(refusals)).toList();
            case Outcome.Done<WorkResults>(WorkResults results, boolean replayed) -> {
                Map<Long, WorkResult> byWork = new HashMap<>();
                results.results().forEach(result -> byWork.put(result.fulfilmentId(), result));
                yield open.stream().map(each -> outcome(byWork.get(each.id()))).toList();
            }
        };
    }

    private static Outcome<String> outcome(@Nullable WorkResult result) {
        if (result == null) {
            throw new IllegalStateException("work without a result");
        }
        return result.wasDone() ? Outcome.done("") : Outcome.refused(result.refusals());
    }
}
