package dev.orderwright.promising.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.promising.AvailabilityQuestion;
import dev.orderwright.promising.AvailabilityQuestion.ItemQuantity;
import dev.orderwright.promising.ItemAvailability;
import dev.orderwright.promising.Promising;
import dev.orderwright.promising.web.AvailabilityAnswer.OfItem;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringArrayPropertyEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs what can be promised now. */
@RestController
class AvailabilityApi {

    private final Promising promising;
    private final Catalog catalog;
    private final InstantSource clock;

    AvailabilityApi(Promising promising, Catalog catalog, InstantSource clock) {
        this.promising = promising;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** A SKU may hold a comma, but no line break: so only repeated parameters make a list. */
    @InitBinder
    void keepCommas(WebDataBinder binder) {
        binder.registerCustomEditor(String[].class, new StringArrayPropertyEditor("\n"));
    }

    /**
     * What is available of up to 100 items: how much, from which node, and when it would leave and arrive if it were
     * ordered now. Nothing is held.
     */
    @GetMapping("/api/v1/availability")
    @Requires("inventory:read")
    @Operation(
            summary = "What is available, from which node and by when",
            description = "Of up to 100 items, if they were ordered now. Nothing is held.")
    AvailabilityAnswer availability(
            @RequestParam String[] sku,
            @RequestParam(required = false) String @Nullable [] quantity,
            @RequestParam String country,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "STANDARD") String method,
            Who who) {
        AvailabilityInput input = new AvailabilityInput();
        List<@Nullable Sku> skus = input.skus(sku);
        Map<Sku, Item> known =
                catalog.bySku(skus.stream().filter(Objects::nonNull).toList());
        List<ItemQuantity> items = input.items(sku, skus, known, quantity);
        Instant now = clock.instant();
        AvailabilityQuestion question = new AvailabilityQuestion(
                channel(channel, who), input.country(country), postcode, input.method(method), now, items);
        if (!input.refusals().isEmpty()) {
            throw ApiRefusal.of(input.refusals());
        }
        return answer(now, items, known, promising.availability(question));
    }

    /** Whoever works for one channel only need not name it; who works for all may ask without one. */
    private static String channel(String given, Who who) {
        String channel = given.isEmpty() && who.channels().size() == 1
                ? who.channels().iterator().next()
                : given;
        if (!who.worksFor(channel)) {
            throw ApiRefusal.forbidden(
                    channel.isEmpty()
                            ? t(
                                    "promising.refusal.nameOneOfYourChannels",
                                    String.join(", ", new TreeSet<>(who.channels())))
                            : t("promising.refusal.youDoNotWorkFor", channel));
        }
        return channel;
    }

    private static AvailabilityAnswer answer(
            Instant now, List<ItemQuantity> items, Map<Sku, Item> known, Map<Long, ItemAvailability> availability) {
        Map<Long, Item> byId = known.values().stream().collect(Collectors.toMap(Item::id, Function.identity()));
        List<OfItem> answers = new ArrayList<>(items.size());
        for (ItemQuantity asked : items) {
            answers.add(OfItem.of(
                    Objects.requireNonNull(byId.get(asked.itemId())),
                    Objects.requireNonNull(availability.get(asked.itemId()))));
        }
        return new AvailabilityAnswer(now, answers);
    }
}
