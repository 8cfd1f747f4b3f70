package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds packages and the work they belong to by what people, scanners and programs call them. */
@Component
class Packages {

    private final ShippingQueries queries;
    private final FulfilmentQueries works;

    private final OrderQueries orders;

    Packages(ShippingQueries queries, FulfilmentQueries works, OrderQueries orders) {
        this.queries = queries;
        this.works = works;
        this.orders = orders;
    }

    /** By number or id, or by the barcode on its label. */
    Optional<Parcel> find(String name) {
        return queries.named(name);
    }

    /** By number or id. */
    Optional<FulfilmentOrder> work(String name) {
        return works.named(name);
    }

    /** All packages of the order with this number, oldest first. */
    List<Parcel> ofOrder(String number) {
        return orders.byNumber(number.strip().toUpperCase(Locale.ROOT)).stream()
                .flatMap(order ->
                        queries
                                .ofOrders(List.of(order.head().id()))
                                .getOrDefault(order.head().id(), List.of())
                                .stream())
                .toList();
    }

    Parcel forPerson(String name, WorkPlaces at) {
        Parcel parcel = find(name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no package " + name));
        if (!at.has(parcel.nodeId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, parcel.number() + " is at another node.");
        }
        return parcel;
    }

    FulfilmentOrder workForPerson(String name, WorkPlaces at) {
        FulfilmentOrder work = work(name)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no fulfilment order " + name));
        if (!at.has(work.nodeId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, work.number() + " is work of another node.");
        }
        return work;
    }

    Parcel forProgram(String name, WorkPlaces at) {
        return hereOnly(find(name).orElseThrow(() -> ApiRefusal.notFound(t("shipping.refusal.package", name))), at);
    }

    /** Many at once, as parts of the body of a request. */
    List<Parcel> named(InputCheck check, String field, List<String> names, WorkPlaces at) {
        List<Parcel> parcels = check.found(field, names, queries.named(names), "unknown-package", "package");
        parcels.forEach(parcel -> hereOnly(parcel, at));
        return parcels;
    }

    /** The work for which packages are made. */
    List<FulfilmentOrder> worksNamed(InputCheck check, String field, List<String> names, WorkPlaces at) {
        List<FulfilmentOrder> found = check.found(
                field, names, works.named(names), "unknown-fulfilment", t("shipping.packages.fulfilmentOrder"));
        for (FulfilmentOrder work : found) {
            if (!at.has(work.nodeId())) {
                throw ApiRefusal.forbidden(t("shipping.refusal.isWorkOfANode", work.number()));
            }
        }
        return found;
    }

    private static Parcel hereOnly(Parcel parcel, WorkPlaces at) {
        if (!at.has(parcel.nodeId())) {
            throw ApiRefusal.forbidden(t("shipping.refusal.isAtANodeThat", parcel.number()));
        }
        return parcel;
    }

    /** Refusals as one text for a person. */
    static String words(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" "));
    }

    static Chip chip(PackageState state) {
        return Chip.of(
                Texts.of(state),
                switch (state) {
                    case SEALED, LABELLED, VOIDED -> Tone.NEUTRAL;
                    case OPEN, MANIFESTED, IN_TRANSIT, OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP -> Tone.INFO;
                    case DELIVERED -> Tone.GOOD;
                    case ATTEMPT_FAILED, RETURNING, RETURNED -> Tone.WARN;
                    case EXCEPTION, LOST, DAMAGED -> Tone.BAD;
                });
    }
}
