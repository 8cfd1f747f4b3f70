package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.orders.Priorities;
import dev.orderwright.orders.PriorityFormula;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The formula is tried out and changed on its page, by who may. */
class PriorityScreensModuleTests {

    private static final World WORLD = World.fresh();
    private static final String URL = "/admin/priority";

    private final Shop shop = new Shop(WORLD);
    private final Priorities priorities = WORLD.bean(Priorities.class);
    private final Visitor administrator = Visitor.signedIn(
            WORLD,
            FirstAdministrator.LOGIN,
            WORLD.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private PriorityFormula latest() {
        return priorities.latest(1).getFirst().formula();
    }

    private HttpResponse<String> send(String... changes) {
        Map<String, String> form = new java.util.TreeMap<>(
                PriorityForm.of(latest().version(), latest()).in());
        form.put("version", Integer.toString(latest().version()));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        List<String> fields = new ArrayList<>();
        form.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return administrator.submit(URL, URL, fields.toArray(String[]::new));
    }

    @Test
    void whoWouldComeFirstIsSeenBeforeAnythingChanges() {
        Goods goods = shop.item();
        String older = shop.place(shop.draft(goods.times(1))).number();
        String newer = shop.place(shop.draft(goods.times(1))).number();
        PriorityFormula before = latest();

        String tried = send("try", "true", "newChannel", "web", "newChannelPoints", "77")
                .body();

        assertThat(tried).contains("First in line by this formula", "77 on channel web", older, newer);
        assertThat(latest()).isEqualTo(before);
        assertThat(administrator.get(URL).body()).contains("First in line now").doesNotContain("77 on channel web");
        assertThat(administrator.get("/orders/" + older).body()).contains("points: Priority 50,000");
    }

    @Test
    void aChannelGetsPointsAndLosesThem() {
        assertThat(send("newChannel", "edi", "newChannelPoints", "40", "day", "5", "why", "contracts")
                        .statusCode())
                .isEqualTo(303);
        assertThat(latest().channels()).containsEntry("edi", 40);
        assertThat(latest().day()).isEqualTo(5);
        assertThat(administrator.get(URL).body()).contains("40 on channel edi", "contracts");

        send("channels.edi", "", "day", "0", "why", "enough");
        assertThat(latest().channels()).doesNotContainKey("edi");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        int before = latest().version();
        HttpResponse<String> answer = send("age", "many", "why", "a test");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("many");
        assertThat(send("value", "99999", "why", "a test").statusCode()).isEqualTo(422);
        assertThat(send("value", "99999", "try", "true").statusCode()).isEqualTo(422);
        assertThat(latest().version()).isEqualTo(before);
    }

    @Test
    void programsReadAndMakeVersionsAndSeeWhatAnOrderCounts() {
        ApiCaller api = new ApiCaller(WORLD, "orders:read", "priority:write");
        String order = shop.place(shop.draft(shop.item().times(1))).number();
        String formula = "{\"version\": " + latest().version()
                + ", \"priority\": 10000, \"age\": 1, \"channels\": {\"web\": %s}, \"why\": \"a test\"}";

        assertThat(api.post("/api/v1/priorities", formula.formatted("-1")).body())
                .contains("channels.web");
        assertThat(api.post("/api/v1/priorities", formula.formatted("3")).body())
                .contains("\"web\":3");
        assertThat(api.get("/api/v1/priorities").body()).contains("\"web\":3");
        assertThat(api.get("/api/v1/priorities/current").body()).contains("\"web\":3");
        assertThat(api.get("/api/v1/priorities/orders/" + order).body()).contains("\"points\":50003", "\"CHANNEL\"");
        assertThat(api.get("/api/v1/priorities/orders/SO-0").statusCode()).isEqualTo(404);
    }
}
