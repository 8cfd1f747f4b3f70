package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.PromiseCause;
import dev.orderwright.orders.PromiseLedger;
import dev.orderwright.orders.PromiseLedger.Direction;
import dev.orderwright.orders.PromiseLedger.PromiseChange;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The ledger of promises, for programs. */
@RestController
class PromiseApi {

    private static final int ROWS = 50;

    private final PromiseLedger ledger;
    private final OrderQueries queries;

    PromiseApi(PromiseLedger ledger, OrderQueries queries) {
        this.ledger = ledger;
        this.queries = queries;
    }

    /**
     * What was promised of an order.
     *
     * @param firstPromisedOn when it was placed; null when no day could be promised
     * @param expectedOn now; null while some part has no day
     * @param moves every day in between, the oldest first
     */
    record PromiseAnswer(
            String order,
            @Nullable LocalDate firstPromisedOn,
            @Nullable LocalDate expectedOn,
            List<PromiseMove> moves) {}

    /**
     * A day that moved.
     *
     * @param was null when there was no day
     * @param now null when there is none any more
     */
    record PromiseMove(
            String order,
            int version,
            Instant at,
            @Nullable LocalDate was,
            @Nullable LocalDate now,
            Direction direction,
            PromiseCause cause) {

        static PromiseMove of(PromiseChange change) {
            return new PromiseMove(
                    change.number(),
                    change.version(),
                    change.at(),
                    change.was(),
                    change.now(),
                    change.direction(),
                    change.cause());
        }
    }

    /** @param next where to go on, absent when this is all */
    record PromiseListAnswer(
            List<PromiseMove> moves, @Nullable String next) {}

    @GetMapping("/api/v1/orders/{order}/promise")
    @Requires("orders:read")
    @Operation(summary = "What was promised when an order was placed, and every day to which it moved, with the reason")
    PromiseAnswer ofOrder(@PathVariable String order) {
        OrderHead head = queries.head(order)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
        return new PromiseAnswer(
                head.number(),
                head.promisedOn(),
                head.expectedOn(),
                ledger.ofOrder(head.id()).stream().map(PromiseMove::of).toList());
    }

    @GetMapping("/api/v1/promises/moves")
    @Requires("orders:read")
    @Operation(summary = "Promises that moved, the latest first")
    PromiseListAnswer latest(
            @Parameter(description = "Only those that moved this way") @RequestParam(required = false) @Nullable
                    Direction direction,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<PromiseChange> page = ledger.latest(direction, cursor, ROWS);
        return new PromiseListAnswer(page.items().stream().map(PromiseMove::of).toList(), page.next());
    }
}
