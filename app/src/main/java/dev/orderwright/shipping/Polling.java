package dev.orderwright.shipping;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shipping.AskingStore.Due;
import dev.orderwright.shipping.AskingStore.Plan;
import dev.orderwright.shipping.Carrier.UnderWay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks carriers what they have seen, parcel by parcel when its turn comes; outside of any transaction. */
@Component
class Polling {

    /** When somebody else may ask about a parcel for which nobody has come back. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(Polling.class);

    private final Commands commands;
    private final Carriers carriers;
    private final ParcelStore parcels;
    private final AskingStore asking;
    private final Tracking tracking;
    private final LeaseClock clock;

    Polling(
            Commands commands,
            Carriers carriers,
            ParcelStore parcels,
            AskingStore asking,
            Tracking tracking,
            LeaseClock clock) {
        this.commands = commands;
        this.carriers = carriers;
        this.parcels = parcels;
        this.asking = asking;
        this.tracking = tracking;
        this.clock = clock;
    }

    /** One round at the cause's time; returns about how many parcels carriers were asked. */
    int round(Cause cause, int limit) {
        List<Due> due = asking.claim(cause.at(), cause.at().plus(LEASE), limit);
        if (due.isEmpty()) {
            return 0;
        }
        Map<Long, Instant> askedUntil = new HashMap<>();
        due.forEach(one -> {
            if (one.askedUntil() != null) {
                askedUntil.put(one.packageId(), one.askedUntil());
            }
        });
        List<Parcel> sent = parcels.find(due.stream().map(Due::packageId).toList());
        Map<Long, UnderWay> underWay = tracking.underWay(sent);
        underWay.replaceAll((id, parcel) ->
                new UnderWay(parcel.trackingNumber(), parcel.wish(), parcel.handedOverAt(), askedUntil.get(id)));
        Map<String, List<Parcel>> byCarrier = sent.stream()
                .filter(parcel -> underWay.containsKey(parcel.id()))
                .collect(Collectors.groupingBy(parcel -> parcel.tag().carrier()));
        byCarrier.forEach((code, own) -> carriers.find(code).ifPresent(carrier -> ask(cause, carrier, own, underWay)));
        return due.size();
    }

    private void ask(Cause cause, Carrier carrier, List<Parcel> sent, Map<Long, UnderWay> underWay) {
        List<TrackingEvent> events;
        try {
            events = carrier.events(
                    sent.stream().map(parcel -> underWay.get(parcel.id())).toList(), cause.at());
        } catch (RuntimeException e) {
            log.warn(
                    "{} did not answer about {} parcels and is asked again: {}",
                    carrier.name(),
                    sent.size(),
                    e.toString());
            return;
        }
        List<Plan> plans = new ArrayList<>();
        for (Parcel parcel : sent) {
            UnderWay one = underWay.get(parcel.id());
            if (one != null) {
                plans.add(new Plan(parcel, cause.at(), carrier.askAgain(one, cause.at())));
            }
        }
        commands.once(clock.answer(cause, "tracking"), "poll", events.size(), Tracked.class, run -> {
                    Tracked tracked = tracking.book(run, events);
                    asking.schedule(plans);
                    return Outcome.done(tracked);
                })
                .orThrow();
    }
}
