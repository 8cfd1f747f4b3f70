package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.BulkCancels;
import dev.orderwright.orders.BulkHolds;
import dev.orderwright.orders.BulkReleases;
import dev.orderwright.orders.BulkSources;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.workbench.Jobs;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The same for many orders of the list: for those that were ticked, or for all that fit its filters. */
@Controller
class BulkScreens {

    private static final String LIST = "/orders";

    private final OrderQueries queries;
    private final OrderFilters filters;
    private final BulkHolds holds;
    private final BulkReleases releases;
    private final BulkCancels cancels;
    private final BulkSources sources;

    BulkScreens(
            OrderQueries queries,
            OrderFilters filters,
            BulkHolds holds,
            BulkReleases releases,
            BulkCancels cancels,
            BulkSources sources) {
        this.queries = queries;
        this.filters = filters;
        this.holds = holds;
        this.releases = releases;
        this.cancels = cancels;
        this.sources = sources;
    }

    @PostMapping("/orders/bulk/hold")
    @Requires("orders:hold")
    Redirect hold(
            @RequestParam(defaultValue = LIST) String here,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam Optional<String> everything,
            @RequestParam HoldType type,
            @RequestParam(defaultValue = "") String holdReason,
            Cause cause) {
        Collection<Long> ids = ids(here, order, everything.isPresent());
        return switch (holds.start(cause, new BulkHolds.Wish(type, holdReason), ids)) {
            case Outcome.Done<Jobs.Started>(Jobs.Started started, boolean replayed) ->
                Redirect.to(
                        back(here),
                        Flash.done(
                                t("orders.bulkScreens.beingHeld", Show.number(ids.size())),
                                "/jobs/" + started.jobId() + "/undo"));
            case Outcome.Refused<Jobs.Started>(List<Refusal> refusals) -> refused(here, refusals);
        };
    }

    /** @param releaseType of the holds; empty for all */
    @PostMapping("/orders/bulk/release")
    @Requires("orders:release-hold")
    Redirect release(
            @RequestParam(defaultValue = LIST) String here,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam Optional<String> everything,
            @RequestParam Optional<HoldType> releaseType,
            @RequestParam(defaultValue = "") String releaseReason,
            Cause cause) {
        Collection<Long> ids = ids(here, order, everything.isPresent());
        BulkReleases.Wish wish = new BulkReleases.Wish(releaseType.orElse(null), releaseReason);
        return shown(here, releases.start(cause, wish, ids));
    }

    /** It cannot be undone, so whoever asks for it is shown how it goes. */
    @PostMapping("/orders/bulk/cancel")
    @Requires("orders:cancel")
    Redirect cancel(
            @RequestParam(defaultValue = LIST) String here,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam Optional<String> everything,
            @RequestParam(defaultValue = "") String cancelReason,
            Cause cause) {
        Collection<Long> ids = ids(here, order, everything.isPresent());
        return shown(here, cancels.start(cause, new BulkCancels.Wish(cancelReason), ids));
    }

    /** @param sourceNode code of the only node they may come from; empty when the sourcing decides */
    @PostMapping("/orders/bulk/source")
    @Requires("orders:write")
    Redirect source(
            @RequestParam(defaultValue = LIST) String here,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam Optional<String> everything,
            @RequestParam(defaultValue = "") String sourceNode,
            @RequestParam(defaultValue = "") String sourceReason,
            Cause cause) {
        Collection<Long> ids = ids(here, order, everything.isPresent());
        BulkSources.Wish wish = new BulkSources.Wish(sourceNode.isBlank() ? null : sourceNode, sourceReason);
        return shown(here, sources.start(cause, wish, ids));
    }

    private static Redirect shown(String here, Outcome<Jobs.Started> outcome) {
        return switch (outcome) {
            case Outcome.Done<Jobs.Started>(Jobs.Started started, boolean replayed) ->
                Redirect.to("/jobs/" + started.jobId());
            case Outcome.Refused<Jobs.Started>(List<Refusal> refusals) -> refused(here, refusals);
        };
    }

    private static Redirect refused(String here, List<Refusal> refusals) {
        return Redirect.to(
                back(here), Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" "))));
    }

    private Collection<Long> ids(String here, List<String> ticked, boolean everything) {
        return everything
                ? queries.ids(filters.of(asked(here)), Jobs.SUBJECTS_MAX + 1)
                : ticked.stream()
                        .map(Ids::parse)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
    }

    /** What cannot be read must not mean all orders. */
    private static Map<String, String> asked(String here) {
        try {
            return parameters(here);
        } catch (IllegalArgumentException e) {
            throw ApiRefusal.badRequest(Refusal.of("bad-filter", "here", t("orders.refusal.theseAreNoFilters")));
        }
    }

    private static Map<String, String> parameters(String here) {
        Map<String, String> asked = new LinkedHashMap<>();
        UriComponentsBuilder.fromUriString(back(here))
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) ->
                        asked.put(name, value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8)));
        asked.putIfAbsent("view", "open");
        return asked;
    }

    private static String back(String here) {
        return here.startsWith(LIST) && Redirect.isLocal(here) ? here : LIST;
    }
}
