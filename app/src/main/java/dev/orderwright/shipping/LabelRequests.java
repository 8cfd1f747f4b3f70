package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.Cancelling;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what is to be asked of a carrier before it is asked. */
@Component
class LabelRequests {

    private final OrderSlices slices;
    private final FulfilmentQueries works;
    private final Cancelling cancelling;
    private final Inventory inventory;
    private final ParcelStore parcels;
    private final LabelStore labels;

    LabelRequests(
            OrderSlices slices,
            FulfilmentQueries works,
            Cancelling cancelling,
            Inventory inventory,
            ParcelStore parcels,
            LabelStore labels) {
        this.slices = slices;
        this.works = works;
        this.cancelling = cancelling;
        this.inventory = inventory;
        this.parcels = parcels;
        this.labels = labels;
    }

    /** Packages under the locks of their orders, with what decides about them. */
    private record Desk(
            Map<Long, Parcel> parcels,
            Map<Long, OrderHead> orders,
            Map<Long, FulfilmentOrder> works,
            Map<Long, List<Parcel>> siblings,
            Set<Long> asked,
            Map<Long, Node> nodes) {}

    /**
     * Requests a label for each package that may have one. A package for which one is being bought already counts as
     * done.
     *
     * @param carrier who is to carry them
     * @param lease until when the caller may come back with the carrier's answer
     */
    List<PackResult> request(Run run, Carrier carrier, Collection<Long> ids, boolean partial, Instant lease) {
        Desk desk = desk(run, ids);
        Map<Long, List<Label>> known =
                labels.of(desk.parcels().values()).stream().collect(Collectors.groupingBy(Label::packageId));
        List<Label> wanted = new ArrayList<>();
        List<Parcel> changed = new ArrayList<>();
        List<PackResult> results = new ArrayList<>();
        for (long id : new LinkedHashSet<>(ids)) {
            Parcel parcel = desk.parcels().get(id);
            if (parcel == null) {
                results.add(PackingTable.unknown());
                continue;
            }
            boolean waiting = known.getOrDefault(id, List.of()).stream()
                    .anyMatch(label ->
                            label.attempt() == parcel.tag().attempt() && label.state() == LabelState.REQUESTED);
            Optional<Refusal> refusal = waiting ? Optional.empty() : check(desk, parcel, partial);
            if (refusal.isEmpty() && !waiting) {
                Parcel attempting = parcel.attempting(parcel.tag().attempt() + 1);
                changed.add(attempting);
                wanted.add(label(run, carrier, desk, attempting));
            }
            results.add(
                    refusal.isPresent() ? PackResult.refused(parcel, List.of(refusal.get())) : PackResult.of(parcel));
        }
        parcels.update(changed, run.at());
        labels.insert(wanted, run.at(), lease);
        return results;
    }

    private Desk desk(Run run, Collection<Long> ids) {
        Set<Long> orderIds =
                parcels.find(ids).stream().map(Parcel::orderId).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, OrderHead> orders = slices.lockHeads(run, orderIds);
        Map<Long, Parcel> locked = new LinkedHashMap<>();
        parcels.find(ids).forEach(parcel -> locked.put(parcel.id(), parcel));
        Set<Long> workIds = locked.values().stream().map(Parcel::fulfilmentId).collect(Collectors.toSet());
        return new Desk(
                locked,
                orders,
                works.byId(workIds),
                parcels.ofFulfilments(workIds).stream().collect(Collectors.groupingBy(Parcel::fulfilmentId)),
                cancelling.askedOfFulfilments(workIds).stream()
                        .map(CancelRequest::fulfilmentId)
                        .collect(Collectors.toSet()),
                inventory.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity())));
    }

    /** Refuses when the package is not as the caller saw it; empty also when there is none. */
    Optional<Refusal> stale(Run run, long packageId, int seen) {
        return Optional.ofNullable(desk(run, List.of(packageId)).parcels().get(packageId))
                .flatMap(parcel -> Versions.stale(seen, parcel.version(), parcel.number()));
    }

    private static Optional<Refusal> check(Desk desk, Parcel parcel, boolean partial) {
        return LabelRules.mayBuy(
                parcel,
                there(desk.orders().get(parcel.orderId()), parcel),
                there(desk.works().get(parcel.fulfilmentId()), parcel),
                desk.siblings().getOrDefault(parcel.fulfilmentId(), List.of()),
                desk.asked().contains(parcel.fulfilmentId()),
                partial);
    }

    private static <T> T there(@Nullable T thing, Parcel parcel) {
        if (thing == null) {
            throw new IllegalStateException("a package without its order, work or node: " + parcel);
        }
        return thing;
    }

    private static Label label(Run run, Carrier carrier, Desk desk, Parcel parcel) {
        OrderHead order = there(desk.orders().get(parcel.orderId()), parcel);
        Node node = there(desk.nodes().get(parcel.nodeId()), parcel);
        List<Parcel> sent = desk.siblings().getOrDefault(parcel.fulfilmentId(), List.of()).stream()
                .filter(sibling -> sibling.state() != PackageState.VOIDED)
                .toList();
        int number = (int)
                sent.stream().filter(sibling -> sibling.id() <= parcel.id()).count();
        LabelWish wish = new LabelWish(
                Label.key(parcel.id(), parcel.tag().attempt()),
                parcel.number(),
                order.number(),
                new Address(
                        node.name(), "", node.street(), "", node.city(), "", node.postcode(), node.country(), "", ""),
                order.shipTo(),
                order.method(),
                parcel.measures().weightGrams(),
                number,
                sent.size());
        return new Label(
                parcel.orderId(),
                parcel.id(),
                parcel.tag().attempt(),
                carrier.code(),
                LabelState.REQUESTED,
                wish,
                "",
                "",
                "",
                0,
                "",
                "",
                0,
                run.at());
    }

    /** Takes labels off packages; the carrier is told afterwards. */
    List<PackResult> requestVoid(Run run, Collection<Long> ids, Instant lease) {
        Map<Long, Parcel> locked = desk(run, ids).parcels();
        List<Parcel> labelled = locked.values().stream()
                .filter(parcel -> parcel.state() == PackageState.LABELLED)
                .toList();
        voidLabels(run, labelled, lease);
        parcels.update(
                labelled.stream()
                        .map(parcel -> parcel.withoutLabel(PackageState.SEALED))
                        .toList(),
                run.at());
        List<PackResult> results = new ArrayList<>();
        for (long id : new LinkedHashSet<>(ids)) {
            Parcel parcel = locked.get(id);
            if (parcel == null) {
                results.add(PackingTable.unknown());
            } else if (labelled.contains(parcel)) {
                results.add(PackResult.of(parcel.withoutLabel(PackageState.SEALED)));
            } else {
                results.add(PackResult.refused(
                        parcel,
                        List.of(Refusal.of(
                                "no-label", t("shipping.refusal.isItHasNoLabel", parcel.number(), parcel.state())))));
            }
        }
        return results;
    }

    /** Marks the labels of packages as not needed any more. */
    void voidLabels(Run run, Collection<Parcel> labelled, Instant lease) {
        List<Label> voided = labels.of(labelled).stream()
                .filter(label -> label.state() == LabelState.BOUGHT)
                .map(label -> label.in(LabelState.VOID_REQUESTED, ""))
                .toList();
        labels.update(voided, run.at(), lease);
    }
}
