package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.Visitor;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.billing.CreditNote;
import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Till;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.BackgroundWork;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What people have in hand when they look for an order, over the search box and the API. */
class SearchModuleTests {

    private static final Till till = Till.shared();
    private static final Visitor clerk = Visitor.signedIn(
            till.world(),
            "admin",
            till.world().bean(FirstAdministrator.class).oneTimePassword().orElseThrow());

    private final ApiCaller api = new ApiCaller(till.world(), "orders:read");

    private static Placed shipped(String customer) {
        Placed placed = till.onAccount(customer, till.item.times(4));
        till.ship(placed.orderId());
        return placed;
    }

    private static void follow() {
        BackgroundWork search = till.world().bean(SearchWords.class);
        while (search.round() > 0) {
            // takes in the next facts
        }
    }

    private List<?> found(String text) {
        HttpResponse<String> answer = api.get("/api/v1/search?q=" + text);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ((List<?>) Objects.requireNonNull(ApiCaller.json(answer).get("orders")))
                .stream().map(order -> ((Map<?, ?>) order).get("number")).toList();
    }

    @Test
    void anInvoiceAndItsCreditNoteLeadToTheOrderThatShowsThem() {
        Placed placed = shipped(till.shop.customer(1_000_000));
        till.takeBack(placed.orderId(), 1, 1);
        Invoice invoice = till.money(placed.orderId()).invoices().getFirst();
        CreditNote note = till.money(placed.orderId()).creditNotes().getFirst();
        follow();

        for (String number :
                List.of(invoice.number(), invoice.number().toLowerCase(Locale.ROOT), note.number(), placed.number())) {
            assertThat(found(number)).as(number).isEqualTo(List.of(placed.number()));
            assertThat(clerk.get("/search?q=" + number).headers().firstValue("Location"))
                    .as(number)
                    .hasValue("/orders/" + placed.number());
        }
        assertThat(clerk.get("/orders/" + placed.number()).body()).contains(invoice.number(), note.number());
    }

    @Test
    void whatSeveralOrdersHaveIsListedTheNewestFirstAndWhatNoneHasIsNot() {
        String customer = till.shop.customer(1_000_000);
        Placed first = shipped(customer);
        Placed second = shipped(customer);
        follow();

        assertThat(found(till.item.sku()).subList(0, 2)).isEqualTo(List.of(second.number(), first.number()));
        assertThat(clerk.get("/search?q=" + till.item.sku()).body()).contains(first.number(), second.number());
        assertThat(found(till.item.sku() + "+INV-1")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(found("INV-999999")).isEmpty();
        assertThat(found("")).isEmpty();
        assertThat(clerk.get("/search?q=INV-999999").body()).contains("Nothing found");
    }

    @Test
    void whoHasMisspeltANameIsShownWhatIsLikeItAndTold() {
        Placed placed = shipped(till.shop.customer(1_000_000));
        follow();

        HttpResponse<String> page = clerk.get("/search?q=Buyre");
        assertThat(page.body()).contains("No order has “buyre”; these have “buyer”.", placed.number());
        Map<String, Object> answer = ApiCaller.json(
                new ApiCaller(till.world(), "orders:read", "personal:read").get("/api/v1/search?q=Buyre&limit=1"));
        assertThat(answer.get("takenFor")).isEqualTo(List.of(Map.of("typed", "buyre", "words", List.of("buyer"))));
        assertThat(ApiCaller.json(api.get("/api/v1/search?q=Buyre")).get("takenFor"))
                .as("who may not see names is not told them")
                .isEqualTo(List.of(Map.of("typed", "buyre", "words", List.of())));
    }

    @Test
    void whatIsFoundIsPagedThrough() {
        String customer = till.shop.customer(1_000_000);
        Placed first = shipped(customer);
        Placed second = shipped(customer);
        follow();

        Map<String, Object> one = ApiCaller.json(api.get("/api/v1/search?limit=1&q=" + till.item.sku()));
        Map<String, Object> two =
                ApiCaller.json(api.get("/api/v1/search?limit=1&q=" + till.item.sku() + "&cursor=" + one.get("next")));
        assertThat(String.valueOf(one.get("orders"))).contains("number=" + second.number() + ",");
        assertThat(String.valueOf(two.get("orders"))).contains("number=" + first.number() + ",");
        assertThat(api.get("/api/v1/search?q=x&cursor=y").statusCode()).isEqualTo(400);
        assertThat(clerk.get("/search?q=" + till.item.sku() + "&after=" + one.get("next"))
                        .body())
                .contains(first.number())
                .doesNotContain(second.number());
    }

    @Test
    void whoMayNotSeePersonalDataFindsMaskedNames() {
        Placed placed = shipped(till.shop.customer(1_000_000));
        follow();

        assertThat(api.get("/api/v1/search?q=" + placed.number()).body())
                .contains(placed.number())
                .doesNotContain("Ada Buyer");
        assertThat(new ApiCaller(till.world(), "orders:read", "personal:read")
                        .get("/api/v1/search?q=" + placed.number())
                        .body())
                .contains("Ada Buyer");
        assertThat(new ApiCaller(till.world(), "catalog:read")
                        .get("/api/v1/search?q=x")
                        .statusCode())
                .isEqualTo(403);
    }
}
