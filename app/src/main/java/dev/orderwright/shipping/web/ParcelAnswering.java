package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.shipping.web.ParcelAnswers.ContentAnswer;
import dev.orderwright.shipping.web.ParcelAnswers.ParcelAnswer;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A package as it is now, for programs. */
@Component
class ParcelAnswering {

    private final ShippingQueries queries;
    private final OrderQueries orders;

    ParcelAnswering(ShippingQueries queries, OrderQueries orders) {
        this.queries = queries;
        this.orders = orders;
    }

    ResponseEntity<ParcelAnswer> answer(long packageId, WorkPlaces at, HttpStatus status) {
        Parcel parcel = queries.byId(packageId)
                .orElseThrow(() -> ApiRefusal.notFound(t("shipping.refusal.package", packageId)));
        List<ContentAnswer> contents = orders.byId(parcel.orderId())
                .map(order -> ContentAnswer.of(packageId, order.slices(), order.lines()))
                .orElse(List.of());
        return ResponseEntity.status(status)
                .eTag(IfMatch.tag(parcel.version()))
                .body(ParcelAnswer.of(
                        parcel,
                        contents,
                        queries.labels(packageId),
                        queries.events(List.of(packageId)).getOrDefault(packageId, List.of()),
                        at));
    }
}
