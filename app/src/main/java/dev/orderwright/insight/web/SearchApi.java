package dev.orderwright.insight.web;

import dev.orderwright.insight.Search;
import dev.orderwright.insight.Search.Found;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search box, for programs. */
@RestController
class SearchApi {

    private static final int PAGE_MAX = 200;

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    /**
     * What was found.
     *
     * @param next the cursor of the next page, null on the last one
     * @param lookedBackTo set when the page is short because enough orders were looked through: when the last of them was
     *     placed
     * @param takenFor words that no order has, with the similar ones that were looked for instead
     * @param tooCommon words that so many begin with that only the last of them in the alphabet were looked for
     */
    record FoundAnswer(
            List<FoundOrder> orders,
            @Nullable String next,
            @Nullable Instant lookedBackTo,
            List<TakenFor> takenFor,
            List<String> tooCommon) {}

    /** @param words empty for those who may not see personal data, because they may be names */
    record TakenFor(String typed, List<String> words) {}

    record FoundOrder(
            String id,
            String number,
            String channel,
            String externalId,
            String shipToName,
            String lifecycle,
            Instant placedAt,
            String currency,
            long totalMinor) {

        private static FoundOrder of(OrderHead head, Who who) {
            return new FoundOrder(
                    Long.toString(head.id()),
                    head.number(),
                    head.channel(),
                    head.externalId(),
                    who.personal(head.shipTo().name(), Masks::name),
                    head.lifecycle().name(),
                    head.placedAt(),
                    head.currency(),
                    head.money().total());
        }
    }

    /**
     * Finds orders by anything that people have in hand.
     *
     * @param q what was typed or scanned; of each word the beginning is enough
     * @param cursor {@code next} of the page before
     * @param limit at most so many, 1 to 200
     */
    @GetMapping("/api/v1/search")
    @Requires("orders:read")
    @Operation(
            summary = "Orders by a number or a word",
            description = "By the number of an order, a channel, a pick list, a package, a label, an invoice or a"
                    + " credit note; by SKU, name, e-mail, phone number or postcode. Beginnings are enough, every word"
                    + " must be found, and a name or SKU that no order has is taken for those that differ by one"
                    + " letter. The newest first. A page may be short and still have a next one: where orders that"
                    + " fit are rare, `lookedBackTo` says how far back was looked. What has just happened is found"
                    + " within a second.")
    FoundAnswer search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Who who) {
        Found found = search.find(q, SearchScreens.cursor(cursor), Math.clamp(limit, 1, PAGE_MAX));
        return new FoundAnswer(
                found.orders().stream().map(head -> FoundOrder.of(head, who)).toList(),
                found.next() == null ? null : Long.toString(found.next()),
                found.lookedBackTo(),
                found.meant().stream()
                        .map(meant -> new TakenFor(meant.typed(), who.seesPersonalData() ? meant.words() : List.of()))
                        .toList(),
                found.common());
    }
}
