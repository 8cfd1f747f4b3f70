package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import dev.orderwright.shipping.PackResult.Packed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Buys and voids labels: first the wish is written, then the carrier is asked, then its answer is booked. */
@Component
class LabelDesk {

    private final Commands commands;
    private final Carriers carriers;
    private final LabelRequests requests;
    private final LabelCalls calls;
    private final ParcelStore parcels;
    private final LabelStore labels;

    LabelDesk(
            Commands commands,
            Carriers carriers,
            LabelRequests requests,
            LabelCalls calls,
            ParcelStore parcels,
            LabelStore labels) {
        this.commands = commands;
        this.carriers = carriers;
        this.requests = requests;
        this.calls = calls;
        this.parcels = parcels;
        this.labels = labels;
    }

    Outcome<PackResults> buy(Cause cause, List<Long> ids, boolean partial) {
        Outcome<PackResults> requested = commands.once(
                cause,
                "request-labels",
                List.of(ids, partial),
                PackResults.class,
                run -> Outcome.done(
                        new PackResults(requests.request(run, carriers.usual(), ids, partial, calls.lease()))));
        return requested.map(results -> {
            ask(cause, results.results());
            return new PackResults(asTheyAreNow(results.results()));
        });
    }

    Outcome<PackResult> buyOne(Cause cause, long id, boolean partial, @Nullable Integer version) {
        List<Long> ids = List.of(id);
        Outcome<PackResult> requested = one(
                cause,
                "request-label",
                List.of(ids, partial),
                new Seen(id, version),
                run -> requests.request(run, carriers.usual(), ids, partial, calls.lease())
                        .getFirst());
        if (!requested.isDone()) {
            return requested;
        }
        List<PackResult> results = List.of(requested.orThrow());
        ask(cause, results);
        PackResult now = asTheyAreNow(results).getFirst();
        return now.wasDone() ? Outcome.done(now) : Outcome.refused(now.refusals());
    }

    /** @param version null when any will do */
    private record Seen(long packageId, @Nullable Integer version) {}

    private Outcome<PackResult> one(
            Cause cause, String kind, Object content, Seen seen, Function<Run, PackResult> work) {
        return commands.once(cause, kind, Versions.asked(content, seen.version()), PackResult.class, run -> {
            if (seen.version() != null) {
                Optional<Refusal> stale = requests.stale(run, seen.packageId(), seen.version());
                if (stale.isPresent()) {
                    return Outcome.refused(stale.get());
                }
            }
            PackResult result = work.apply(run);
            return result.wasDone() ? Outcome.done(result) : Outcome.refused(result.refusals());
        });
    }

    Outcome<PackResult> voidOne(Cause cause, long id, @Nullable Integer version) {
        Outcome<PackResult> requested = one(
                cause,
                "void-label",
                id,
                new Seen(id, version),
                run -> requests.requestVoid(run, List.of(id), calls.lease()).getFirst());
        return requested.map(result -> {
            ask(cause, List.of(result));
            return result;
        });
    }

    Outcome<PackResults> voidLabels(Cause cause, List<Long> ids) {
        Outcome<PackResults> requested = commands.once(
                cause,
                "void-labels",
                ids,
                PackResults.class,
                run -> Outcome.done(new PackResults(requests.requestVoid(run, ids, calls.lease()))));
        requested.map(results -> {
            ask(cause, results.results());
            return results;
        });
        return requested;
    }

    /** Also after a replay: whoever died between the wish and the answer is made up for. */
    private void ask(Cause cause, List<PackResult> results) {
        calls.ask(cause, labels.of(parcels.find(ids(results))));
    }

    private static Collection<Long> ids(List<PackResult> results) {
        return results.stream()
                .filter(PackResult::wasDone)
                .flatMap(result -> result.packages().stream())
                .map(Packed::packageId)
                .toList();
    }

    private List<PackResult> asTheyAreNow(List<PackResult> results) {
        List<Parcel> now = parcels.find(ids(results));
        Map<Long, Parcel> byId = now.stream().collect(Collectors.toMap(Parcel::id, Function.identity()));
        Map<Long, List<Label>> attempts = labels.of(now).stream().collect(Collectors.groupingBy(Label::packageId));
        List<PackResult> fresh = new ArrayList<>();
        for (PackResult result : results) {
            Parcel parcel =
                    result.wasDone() ? byId.get(result.packages().getFirst().packageId()) : null;
            fresh.add(parcel == null ? result : asItIsNow(parcel, attempts.getOrDefault(parcel.id(), List.of())));
        }
        return fresh;
    }

    private static PackResult asItIsNow(Parcel parcel, List<Label> attempts) {
        return attempts.stream()
                .filter(label -> label.attempt() == parcel.tag().attempt() && label.state() == LabelState.FAILED)
                .findFirst()
                .map(label -> PackResult.refused(
                        parcel,
                        List.of(Refusal.of(
                                "label-failed", t("shipping.refusal.noLabelFor", parcel.number(), label.problem())))))
                .orElseGet(() -> PackResult.of(parcel));
    }

    int retry(Cause cause, int limit) {
        return calls.retry(cause, limit);
    }
}
