package dev.orderwright.allocation.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.allocation.Sharing;
import dev.orderwright.allocation.SharingPlan.Share;
import dev.orderwright.allocation.SharingRun;
import dev.orderwright.allocation.SharingWish;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.promising.SharingPolicy;
import dev.orderwright.promising.SharingRule;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scarce items are shared out anew, for programs. */
@RestController
@RequestMapping("/api/v1/allocation/runs")
class SharingApi {

    private static final int ROWS = 50;

    private final Sharing sharing;
    private final Catalog catalog;
    private final Foretelling foretelling;

    SharingApi(Sharing sharing, Catalog catalog, Foretelling foretelling) {
        this.sharing = sharing;
        this.catalog = catalog;
        this.foretelling = foretelling;
    }

    /**
     * @param rule left out for PROPORTIONAL
     * @param tiers left out for true
     * @param policies by the id of the order
     * @param mark of the preview that somebody has agreed to
     */
    record SharingInput(
            @Nullable String sku,
            @Nullable String rule,
            @Nullable Boolean tiers,
            @Nullable Map<String, String> policies,
            @Nullable String mark,
            @Nullable String reason) {}

    /** Quantities are in whole units of the item. */
    record ShareAnswer(
            String orderId,
            String order,
            String channel,
            int priority,
            String policy,
            BigDecimal wants,
            BigDecimal before,
            BigDecimal meant,
            BigDecimal got) {

        static ShareAnswer of(Share share, int decimals) {
            return new ShareAnswer(
                    share.orderId(),
                    share.number(),
                    share.channel(),
                    share.priority(),
                    share.policy().name(),
                    BigDecimal.valueOf(share.wants(), decimals),
                    BigDecimal.valueOf(share.before(), decimals),
                    BigDecimal.valueOf(share.meant(), decimals),
                    BigDecimal.valueOf(share.got(), decimals));
        }
    }

    /** @param id null in a preview */
    record SharingAnswer(
            @Nullable String id,
            String sku,
            String rule,
            boolean tiers,
            BigDecimal free,
            BigDecimal left,
            List<ShareAnswer> shares,
            String mark,
            String reason,
            String madeBy,
            Instant madeAt) {}

    /** @param runs the newest first */
    record SharingListAnswer(
            List<SharingAnswer> runs, @Nullable String next) {}

    @PostMapping("/preview")
    @Requires("allocation:write")
    @Operation(
            summary = "Who would gain and who would lose",
            description = "Does what the run would do and takes it back; the mark of the answer lets the run do exactly"
                    + " this, or nothing.")
    SharingAnswer preview(@RequestBody SharingInput input, Who who) {
        Item item = item(input.sku());
        SharingWish wish = wish(input, item, "preview");
        SharingRun run = ApiRefusal.orThrow(
                foretelling.preview(who, trying -> sharing.share(trying, wish)).outcome());
        return answer(run, item, true);
    }

    @PostMapping
    @Requires("allocation:write")
    @Operation(
            summary = "Share an item out anew among the orders that have it and those that wait for it",
            description = "Only units on which nobody works yet change hands.")
    SharingAnswer share(@RequestBody SharingInput input, Cause cause) {
        Item item = item(input.sku());
        return answer(ApiRefusal.orThrow(sharing.share(cause, wish(input, item, ""))), item, false);
    }

    @GetMapping
    @Requires("orders:read")
    @Operation(summary = "The runs of an item, or of all, the newest first")
    SharingListAnswer list(
            @RequestParam(required = false) @Nullable String sku,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<SharingRun> page = sharing.list(sku == null ? null : item(sku).id(), cursor, ROWS);
        Map<Long, Item> items =
                catalog.byId(page.items().stream().map(SharingRun::itemId).toList());
        return new SharingListAnswer(
                page.items().stream()
                        .map(run -> answer(run, Objects.requireNonNull(items.get(run.itemId())), false))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    @Requires("orders:read")
    @Operation(summary = "One run: what it was decided from, and what came of it")
    SharingAnswer one(@PathVariable String id) {
        SharingRun run = Ids.parse(id)
                .flatMap(sharing::find)
                .orElseThrow(() -> ApiRefusal.notFound(t("allocation.refusal.run", id)));
        return answer(
                run, Objects.requireNonNull(catalog.byId(List.of(run.itemId())).get(run.itemId())), false);
    }

    private Item item(@Nullable String sku) {
        return Optional.ofNullable(sku)
                .flatMap(catalog::byKey)
                .orElseThrow(() ->
                        ApiRefusal.of(List.of(Refusal.of("unknown-item", "sku", t("allocation.refusal.noSuchItem")))));
    }

    private static SharingWish wish(SharingInput input, Item item, String usualReason) {
        List<Refusal> refusals = new ArrayList<>();
        SharingRule rule = named(
                SharingRule.values(),
                Objects.requireNonNullElse(input.rule(), SharingRule.PROPORTIONAL.name()),
                "rule",
                SharingRule.PROPORTIONAL,
                refusals);
        Map<Long, SharingPolicy> policies = new HashMap<>();
        Objects.requireNonNullElse(input.policies(), Map.<String, String>of()).forEach((order, policy) -> {
            String field = "policies." + order;
            Optional<Long> id = Ids.parse(order);
            if (id.isEmpty()) {
                refusals.add(Refusal.of("bad-id", field, t("allocation.refusal.noOrderId", order)));
            } else {
                policies.put(
                        id.get(), named(SharingPolicy.values(), policy, field, SharingPolicy.REDISTRIBUTE, refusals));
            }
        });
        if (!refusals.isEmpty()) {
            throw ApiRefusal.of(refusals);
        }
        return new SharingWish(
                item.id(),
                rule,
                !Boolean.FALSE.equals(input.tiers()),
                policies,
                input.mark(),
                Objects.requireNonNullElse(input.reason(), usualReason));
    }

    private static <E extends Enum<E>> E named(
            E[] all, @Nullable String name, String field, E otherwise, List<Refusal> refusals) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> {
                    refusals.add(Refusal.of(
                            "unknown-name",
                            field,
                            t("allocation.refusal.oneOf", Objects.requireNonNullElse(name, ""), Arrays.toString(all))));
                    return otherwise;
                });
    }

    private static SharingAnswer answer(SharingRun run, Item item, boolean preview) {
        int decimals = item.quantityDecimals();
        return new SharingAnswer(
                preview ? null : Long.toString(run.id()),
                item.sku().code(),
                run.rule().name(),
                run.tiers(),
                BigDecimal.valueOf(run.plan().free(), decimals),
                BigDecimal.valueOf(run.plan().left(), decimals),
                run.plan().shares().stream()
                        .map(share -> ShareAnswer.of(share, decimals))
                        .toList(),
                run.plan().mark(),
                run.reason(),
                run.actor(),
                run.at());
    }
}
