package dev.orderwright.delivery.web;

import dev.orderwright.delivery.Confidence;
import dev.orderwright.delivery.estimate.EstimateAccuracy;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How sure days of delivery are, for programs. */
@RestController
class ConfidenceApi {

    private final Confidence confidence;
    private final OrderQueries orders;

    ConfidenceApi(Confidence confidence, OrderQueries orders) {
        this.confidence = confidence;
        this.orders = orders;
    }

    /**
     * When an order will arrive.
     *
     * @param expectedOn the promised day as it stands
     * @param likely nothing where too little is known, or something still waits for supply
     */
    record OrderConfidenceAnswer(
            String order,
            @Nullable LocalDate expectedOn,
            @Nullable LikelyDays likely) {}

    /**
     * Days by which a share of such orders comes.
     *
     * @param kept the share that comes by the promised day, 0 to 1
     */
    record LikelyDays(LocalDate p50, LocalDate p80, LocalDate p95, double kept) {}

    /**
     * How often the days held that would have been told of past orders.
     *
     * @param pinballLoss in days, mean over the three
     * @param laneMeanLoss the same of the mean of the lane
     */
    record AccuracyAnswer(
            Instant learnedAt, int orders, @Nullable HeldShares held, List<MonthHeld> months) {}

    /** Shares from 0 to 1. */
    record HeldShares(double p50, double p80, double p95, double pinballLoss, double laneMeanLoss) {

        static HeldShares of(EstimateAccuracy accuracy) {
            return new HeldShares(
                    accuracy.held50(),
                    accuracy.held80(),
                    accuracy.held95(),
                    accuracy.pinballLoss(),
                    accuracy.laneMeanLoss());
        }
    }

    /** @param month {@code 2026-03}, in which the orders were placed */
    record MonthHeld(String month, int orders, HeldShares held) {}

    @GetMapping("/api/v1/orders/{order}/confidence")
    @Requires("orders:read")
    @Operation(summary = "By which days such an order comes, and how often by the promised one")
    OrderConfidenceAnswer ofOrder(@PathVariable String order) {
        OrderDetail detail = orders.named(order)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
        return new OrderConfidenceAnswer(
                detail.head().number(),
                detail.head().expectedOn(),
                confidence
                        .of(detail)
                        .map(c -> new LikelyDays(c.p50(), c.p80(), c.p95(), c.kept()))
                        .orElse(null));
    }

    @GetMapping("/api/v1/promises/confidence")
    @Requires("orders:read")
    @Operation(
            summary = "How often the days held that would have been told of past orders",
            description = "Each past order is told its days from nothing but what had arrived before it was placed.")
    AccuracyAnswer accuracy() {
        Confidence.Known known = confidence.known();
        var replayed = known.learned().replayed();
        return new AccuracyAnswer(
                known.at(),
                replayed.size(),
                replayed.isEmpty() ? null : HeldShares.of(EstimateAccuracy.of(replayed)),
                replayed.isEmpty()
                        ? List.of()
                        : EstimateAccuracy.byMonth(replayed).entrySet().stream()
                                .map(month -> new MonthHeld(
                                        month.getKey().toString(),
                                        month.getValue().orders(),
                                        HeldShares.of(month.getValue())))
                                .toList());
    }
}
