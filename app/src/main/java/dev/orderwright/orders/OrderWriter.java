package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderParticipant.PlacedOrder;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.shared.CommandSets.Fresh;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes a set of new orders: one statement per table, whatever the number of orders. */
@Component
class OrderWriter {

    private final PlacingInput input;
    private final Placing placing;
    private final NewOrderStore orders;
    private final SliceStore slices;
    private final HoldStore holds;
    private final ObjectProvider<OrderParticipant> participants;

    OrderWriter(
            PlacingInput input,
            Placing placing,
            NewOrderStore orders,
            SliceStore slices,
            HoldStore holds,
            ObjectProvider<OrderParticipant> participants) {
        this.input = input;
        this.placing = placing;
        this.orders = orders;
        this.slices = slices;
        this.holds = holds;
        this.participants = participants;
    }

    private record Reference(String channel, String externalId) {

        static Reference of(OrderDraft draft) {
            return new Reference(draft.channel(), draft.externalId());
        }
    }

    /** What takes connections of its own, before one is held and others wait for its locks. */
    void prepare(int orders) {
        placing.prepare(orders);
    }

    /** Places what can be placed; the outcomes are in the order of the requests. Runs inside a transaction. */
    List<Outcome<Placed>> place(List<Fresh<PlaceRequest>> fresh) {
        List<PlaceRequest> requests = fresh.stream().map(Fresh::content).toList();
        List<Checked> checked = input.check(requests);
        Map<Reference, byte[]> taken = new HashMap<>();
        Map<Reference, NewOrderStore.Known> known = new HashMap<>();
        orders.known(requests.stream().map(PlaceRequest::draft).toList())
                .forEach(k -> known.put(new Reference(k.channel(), k.externalId()), k));
        List<@Nullable Outcome<Placed>> outcomes = new ArrayList<>();
        List<Checked> good = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            OrderDraft draft = requests.get(i).draft();
            byte[] hash = requests.get(i).fingerprint();
            Outcome<Placed> refusal = refusal(checked.get(i), known.get(Reference.of(draft)), taken, hash);
            outcomes.add(refusal);
            if (refusal == null) {
                taken.put(Reference.of(draft), hash);
                good.add(checked.get(i));
                runs.add(fresh.get(i).run());
            }
        }
        if (!good.isEmpty()) {
            List<Outcome<NewOrder>> placed = placing.place(runs.getFirst(), good, runs);
            List<NewOrder> made = placed.stream()
                    .flatMap(outcome -> outcome instanceof Outcome.Done<NewOrder>(NewOrder order, boolean _)
                            ? Stream.of(order)
                            : Stream.empty())
                    .toList();
            if (!made.isEmpty()) {
                write(made);
                tell(made);
            }
            fill(outcomes, placed);
        }
        return outcomes.stream().map(Objects::requireNonNull).toList();
    }

    /** Why the draft is not to be placed, or the earlier order that it is; null when it is new and right. */
    private static @Nullable Outcome<Placed> refusal(
            Checked checked, NewOrderStore.@Nullable Known known, Map<Reference, byte[]> taken, byte[] hash) {
        OrderDraft draft = checked.request().draft();
        byte[] earlier = known != null ? known.contentHash() : taken.get(Reference.of(draft));
        if (earlier != null && !Arrays.equals(earlier, hash)) {
            return Outcome.refused(List.of(PlacingRules.reused(draft)));
        }
        if (known != null) {
            return new Outcome.Done<>(known.answer(), true);
        }
        if (earlier != null) {
            return Outcome.refused(List.of(Refusal.of(
                    "external-id-twice", "externalId", t("orders.refusal.orderIsTwiceInThis", draft.externalId()))));
        }
        return checked.refusals().isEmpty() ? null : Outcome.refused(checked.refusals());
    }

    private void write(List<NewOrder> made) {
        orders.insert(made);
        slices.insert(made.stream().flatMap(order -> order.slices().stream()).toList());
        holds.insert(made.stream().flatMap(order -> order.holds().stream()).toList());
    }

    private void tell(List<NewOrder> placed) {
        List<PlacedOrder> told = placed.stream().map(NewOrder::placed).toList();
        Run joint = placed.getFirst().run();
        participants.orderedStream().forEach(p -> p.placed(joint, told));
    }

    private static void fill(List<@Nullable Outcome<Placed>> outcomes, List<Outcome<NewOrder>> placed) {
        int next = 0;
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) == null) {
                outcomes.set(
                        i,
                        switch (placed.get(next++)) {
                            case Outcome.Done<NewOrder>(NewOrder order, boolean _) -> Outcome.done(order.answer());
                            case Outcome.Refused<NewOrder>(List<Refusal> refusals) -> Outcome.refused(refusals);
                        });
            }
        }
    }
}
