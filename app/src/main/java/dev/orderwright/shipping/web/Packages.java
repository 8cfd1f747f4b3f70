package dev.orderwright.shipping.web;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
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

    private static final int ID_DIGITS_MAX = 19;

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
        String wanted = upper(name);
        if (isId(wanted)) {
            Optional<Parcel> byId = queries.byId(Long.parseLong(wanted));
            if (byId.isPresent()) {
                return byId;
            }
        }
        return queries.byNumber(wanted)
                .or(() -> queries.byTracking(wanted).stream().findFirst())
                .or(() -> queries.byTracking(name.strip()).stream().findFirst());
    }

    /** By number or id. */
    Optional<FulfilmentOrder> work(String name) {
        String wanted = upper(name);
        return isId(wanted) ? works.byId(Long.parseLong(wanted)) : works.byNumber(wanted);
    }

    /** All packages of the order with this number, oldest first. */
    List<Parcel> ofOrder(String number) {
        return orders.byNumber(upper(number)).stream()
                .flatMap(order ->
                        queries
                                .ofOrders(List.of(order.head().id()))
                                .getOrDefault(order.head().id(), List.of())
                                .stream())
                .toList();
    }

    private static String upper(String name) {
        return name.strip().toUpperCase(Locale.ROOT);
    }

    private static boolean isId(String name) {
        return !name.isEmpty() && name.length() < ID_DIGITS_MAX && name.chars().allMatch(c -> c >= '0' && c <= '9');
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
        Parcel parcel = find(name).orElseThrow(() -> ApiRefusal.notFound("package " + name));
        if (!at.has(parcel.nodeId())) {
            throw ApiRefusal.forbidden(parcel.number() + " is at a node that you do not work at.");
        }
        return parcel;
    }

    /** As a part of the body of a request: what is not there is a wrong input, not a wrong address. */
    FulfilmentOrder workNamed(String field, String name, WorkPlaces at) {
        FulfilmentOrder work = work(name)
                .orElseThrow(() -> ApiRefusal.of(List.of(
                        Refusal.of("unknown-fulfilment", field, "There is no fulfilment order " + name + "."))));
        if (!at.has(work.nodeId())) {
            throw ApiRefusal.forbidden(work.number() + " is work of a node that you do not work at.");
        }
        return work;
    }

    Parcel named(String field, String name, WorkPlaces at) {
        Parcel parcel = find(name)
                .orElseThrow(() -> ApiRefusal.of(
                        List.of(Refusal.of("unknown-package", field, "There is no package " + name + "."))));
        if (!at.has(parcel.nodeId())) {
            throw ApiRefusal.forbidden(parcel.number() + " is at a node that you do not work at.");
        }
        return parcel;
    }

    /** Refusals as one text for a person. */
    static String words(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" "));
    }

    static Chip chip(PackageState state) {
        return switch (state) {
            case OPEN -> Chip.of("being packed", Tone.INFO);
            case SEALED -> Chip.of("closed");
            case LABELLED -> Chip.of("labelled");
            case MANIFESTED -> Chip.of("handed over", Tone.INFO);
            case IN_TRANSIT -> Chip.of("in transit", Tone.INFO);
            case OUT_FOR_DELIVERY -> Chip.of("out for delivery", Tone.INFO);
            case DELIVERED -> Chip.of("delivered", Tone.GOOD);
            case AVAILABLE_FOR_PICKUP -> Chip.of("waits to be fetched", Tone.INFO);
            case ATTEMPT_FAILED -> Chip.of("nobody was there", Tone.WARN);
            case EXCEPTION -> Chip.of("problem on the way", Tone.BAD);
            case RETURNING -> Chip.of("coming back", Tone.WARN);
            case RETURNED -> Chip.of("came back", Tone.WARN);
            case LOST -> Chip.of("lost", Tone.BAD);
            case DAMAGED -> Chip.of("damaged", Tone.BAD);
            case VOIDED -> Chip.of("thrown away");
        };
    }
}
