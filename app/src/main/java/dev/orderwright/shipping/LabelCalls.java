package dev.orderwright.shipping;

import dev.orderwright.orders.OrderSlices;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Previews;
import dev.orderwright.shared.Run;
import dev.orderwright.shipping.Carrier.Bought;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks carriers, outside of any transaction, and books their answers. Who asks first is given a lease; when it runs out
 * without an answer, the next round asks again with the same key.
 */
@Component
class LabelCalls {

    private static final int TRIES_MAX = 12;
    private static final Logger log = LoggerFactory.getLogger(LabelCalls.class);

    private final Commands commands;
    private final Carriers carriers;
    private final OrderSlices slices;
    private final ParcelStore parcels;
    private final LabelStore labels;
    private final LeaseClock clock;

    LabelCalls(
            Commands commands,
            Carriers carriers,
            OrderSlices slices,
            ParcelStore parcels,
            LabelStore labels,
            LeaseClock clock) {
        this.commands = commands;
        this.carriers = carriers;
        this.slices = slices;
        this.parcels = parcels;
        this.labels = labels;
        this.clock = clock;
    }

    /** What the carrier of some labels has answered, by key; a label without an answer is asked about again later. */
    private record Answers(Map<String, Bought> bought, Map<String, String> takenBack) {}

    /** Asks for labels that wait and books what comes back. */
    void ask(Cause cause, Collection<Label> waiting) {
        if (Previews.isRunning()) {
            return; // a carrier cannot be asked what it would answer
        }
        Map<String, List<Label>> byCarrier = waiting.stream()
                .filter(label -> label.state().isWaiting())
                .collect(Collectors.groupingBy(Label::carrier));
        byCarrier.forEach((code, own) -> {
            Answers answers = call(carriers.get(code), own);
            commands.once(clock.answer(cause, "labels"), "book-labels", own.size(), Integer.class, run -> {
                        book(run, own, answers);
                        return Outcome.done(own.size());
                    })
                    .orThrow();
        });
    }

    private static Answers call(Carrier carrier, List<Label> waiting) {
        Answers answers = new Answers(new HashMap<>(), new HashMap<>());
        List<LabelWish> wishes = waiting.stream()
                .filter(label -> label.state() == LabelState.REQUESTED)
                .map(Label::wish)
                .toList();
        List<Label> back = waiting.stream()
                .filter(label -> label.state() == LabelState.VOID_REQUESTED)
                .toList();
        try {
            if (!wishes.isEmpty()) {
                carrier.buy(wishes).forEach(bought -> answers.bought().put(bought.key(), bought));
            }
            if (!back.isEmpty()) {
                List<String> problems = carrier.takeBack(
                        back.stream().map(Label::trackingNumber).toList());
                for (int i = 0; i < back.size(); i++) {
                    answers.takenBack().put(back.get(i).wish().key(), problems.get(i));
                }
            }
        } catch (RuntimeException e) {
            log.warn(
                    "{} did not answer about {} labels and is asked again: {}",
                    carrier.name(),
                    waiting.size(),
                    e.toString());
        }
        return answers;
    }

    private void book(Run run, List<Label> asked, Answers answers) {
        slices.lockHeads(run, asked.stream().map(Label::orderId).collect(Collectors.toSet()));
        Map<Long, Parcel> byId = parcels
                .find(asked.stream().map(Label::packageId).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Parcel::id, parcel -> parcel));
        // Read again: somebody else may have come back with the same answer before.
        Map<String, Label> now = labels.of(byId.values()).stream()
                .collect(Collectors.toMap(label -> label.wish().key(), label -> label));
        List<Label> changed = new ArrayList<>();
        Map<Long, Parcel> labelled = new LinkedHashMap<>();
        for (Label before : asked) {
            Label label = now.get(before.wish().key());
            Parcel parcel = byId.get(before.packageId());
            if (label != null && parcel != null && label.state() == before.state()) {
                int unchanged = changed.size();
                bookOne(run, label, parcel, answers, changed, labelled);
                if (changed.size() > unchanged) {
                    // Whoever has the package open must notice.
                    labelled.putIfAbsent(parcel.id(), parcel);
                }
            }
        }
        labels.update(changed, run.at(), clock.lease());
        parcels.update(List.copyOf(labelled.values()), run.at());
    }

    private static void bookOne(
            Run run, Label label, Parcel parcel, Answers answers, List<Label> changed, Map<Long, Parcel> labelled) {
        if (label.state() == LabelState.VOID_REQUESTED) {
            String problem = answers.takenBack().get(label.wish().key());
            if (problem != null) {
                changed.add(label.in(problem.isEmpty() ? LabelState.VOIDED : LabelState.VOID_REFUSED, problem));
                tell(run, parcel, label, "LabelVoided", problem);
            }
            return;
        }
        Bought bought = answers.bought().get(label.wish().key());
        if (bought == null) {
            if (label.tries() >= TRIES_MAX) {
                changed.add(label.in(LabelState.FAILED, "the carrier does not answer"));
                tell(run, parcel, label, "LabelFailed", "the carrier does not answer");
            }
        } else if (bought.problem() != null) {
            changed.add(label.in(LabelState.FAILED, bought.problem()));
            tell(run, parcel, label, "LabelFailed", bought.problem());
        } else if (parcel.state() == PackageState.SEALED && parcel.tag().attempt() == label.attempt()) {
            changed.add(label.bought(bought, LabelState.BOUGHT));
            labelled.put(parcel.id(), parcel.labelled(label.carrier(), bought.trackingNumber()));
            run.orderFact(
                    parcel.orderId(),
                    "LabelBought",
                    Facts.data(
                            "package", parcel.number(),
                            "carrier", label.carrier(),
                            "tracking", bought.trackingNumber(),
                            "priceMinor", bought.priceMinor(),
                            "currency", bought.currency()));
        } else {
            // The package was opened while the carrier was asked: the label is good for nothing.
            changed.add(label.bought(bought, LabelState.VOID_REQUESTED));
        }
    }

    private static void tell(Run run, Parcel parcel, Label label, String type, String problem) {
        run.orderFact(
                parcel.orderId(),
                type,
                Facts.data(
                        "package", parcel.number(),
                        "carrier", label.carrier(),
                        "tracking", label.trackingNumber(),
                        "problem", problem));
    }

    /** Until when whoever asks now may come back with the answer. */
    Instant lease() {
        return clock.lease();
    }

    /** One round over labels that nobody waits for any more; returns how many there were. */
    int retry(Cause cause, int limit) {
        List<Label> waiting = labels.claim(clock.now(), clock.lease(), limit);
        ask(cause, waiting);
        return waiting.size();
    }
}
