package dev.orderwright.insight.web;

import dev.orderwright.insight.Search;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search box, for programs. */
@RestController
class SearchApi {

    private final Search search;

    SearchApi(Search search) {
        this.search = search;
    }

    record FoundAnswer(List<FoundOrder> orders) {}

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
     */
    @GetMapping("/api/v1/search")
    @Requires("orders:read")
    @Operation(
            summary = "Orders by a number or a word",
            description = "By the number of an order, a channel, a pick list, a package, a label, an invoice or a"
                    + " credit note; by SKU, name, e-mail, phone number or postcode. Beginnings are enough; every word"
                    + " must be found. The newest first, at most 200. What has just happened is found within a second.")
    FoundAnswer search(@RequestParam(defaultValue = "") String q, Who who) {
        return new FoundAnswer(
                search.find(q).stream().map(head -> FoundOrder.of(head, who)).toList());
    }
}
