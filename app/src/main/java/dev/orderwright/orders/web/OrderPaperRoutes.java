package dev.orderwright.orders.web;

import dev.orderwright.documents.Document;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The confirmation of an order, for people and for programs. */
@Controller
class OrderPaperRoutes {

    private final OrderQueries queries;
    private final OrderPaper paper;

    OrderPaperRoutes(OrderQueries queries, OrderPaper paper) {
        this.queries = queries;
        this.paper = paper;
    }

    @GetMapping(
            path = {"/orders/{order}/confirmation.pdf", "/api/v1/orders/{order}/confirmation.pdf"},
            produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("documents:read")
    @Operation(summary = "The order confirmation as PDF, as the order stands now")
    ResponseEntity<byte[]> confirmation(
            @Parameter(description = "number or id of the order") @PathVariable String order, Who who) {
        OrderDetail detail = queries.byNumber(order)
                .or(() -> Ids.parse(order).flatMap(queries::byId))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
        Document document = paper.confirmation(detail, who);
        return Download.of(document.fileName(), document.mediaType(), document.content());
    }
}
