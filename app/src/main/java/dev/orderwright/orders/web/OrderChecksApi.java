package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.verification.Verification;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the checks said of an order, for programs. */
@RestController
class OrderChecksApi {

    private final Verification verification;
    private final OrderQueries queries;

    OrderChecksApi(Verification verification, OrderQueries queries) {
        this.verification = verification;
        this.queries = queries;
    }

    @GetMapping("/api/v1/orders/{order}/checks")
    @Requires("orders:read")
    @Operation(
            summary = "What was looked at when an order came, and what was found",
            description = "Every check that its channel asked for, in order, by the policy of that moment.")
    ChecksAnswer checks(@PathVariable String order) {
        OrderHead head = queries.head(order)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
        return ChecksAnswer.of(verification.report(head.id(), head.channel(), head.placedAt()));
    }
}
