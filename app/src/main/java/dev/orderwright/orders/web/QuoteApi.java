package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.Quotes;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells programs what an order would come to before they place it. */
@RestController
class QuoteApi {

    private final Quotes quotes;
    private final Company company;
    private final InstantSource clock;

    QuoteApi(Quotes quotes, Company company, InstantSource clock) {
        this.quotes = quotes;
        this.company = company;
        this.clock = clock;
    }

    /** Prices, taxes, dates, nodes, credit and problems of an order that is not placed. */
    @PostMapping(path = "/api/v1/orders/quote", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("orders:read")
    @Operation(
            summary = "What an order would come to",
            description =
                    "Takes an order as it would be placed, its number aside, and answers its prices, taxes, what is"
                            + " available, from which node and by when, the customer's credit, and what it would be refused for."
                            + " Nothing is held or written.")
    QuoteAnswer quote(@RequestBody OrderInput input, Who who) {
        List<Refusal> missing = input.missingForQuote();
        if (!missing.isEmpty()) {
            throw ApiRefusal.of(missing);
        }
        if (!who.worksFor(Objects.requireNonNull(input.channel()))) {
            throw ApiRefusal.forbidden(t("orders.refusal.youDoNotWorkFor", input.channel()));
        }
        return QuoteAnswer.of(
                quotes.quote(
                        input.draft(company.currency()), Objects.requireNonNullElse(input.placedAt(), clock.instant())),
                who.may("customers:read"));
    }
}
