package dev.orderwright.workbench.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.shared.Actor;
import dev.orderwright.workbench.Drafts;
import dev.orderwright.workbench.Preferences;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OwnThingsRoutesModuleTests {

    private static final World WORLD = World.fresh();
    private static final Visitor ANN = People.add(WORLD, "ann", Role.ORDER_DESK);
    private static final Visitor BOB = People.add(WORLD, "bob", Role.ORDER_DESK);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static HttpResponse<String> post(Visitor visitor, String path, String... fields) {
        return visitor.submit("/account", path, fields);
    }

    @Test
    void aPreferenceIsKeptAndForgotten() {
        Preferences preferences = WORLD.bean(Preferences.class);
        assertThat(post(ANN, "/own/preferences/orders.columns", "value", "number")
                        .statusCode())
                .isEqualTo(204);
        assertThat(preferences.find(Actor.user("ann"), "orders.columns")).hasValue("number");
        assertThat(post(ANN, "/own/preferences/orders.columns", "value", "").statusCode())
                .isEqualTo(204);
        assertThat(preferences.find(Actor.user("ann"), "orders.columns")).isEmpty();
        HttpResponse<String> bad = post(ANN, "/own/preferences/Not%20a%20key", "value", "x");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("\"code\":\"bad-key\"");
        assertThat(ANN.post("/own/preferences/theme", "value", "dark").statusCode())
                .as("from another site")
                .isEqualTo(403);
    }

    @Test
    void aDraftIsSavedReadByItsOwnerAndDiscarded() {
        String path = "/own/drafts/order/new";
        HttpResponse<String> saved = post(ANN, path, "content", "{\"q\":1}", "version", "0");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).isEqualTo("{\"content\":\"{\\\"q\\\":1}\",\"version\":1}");
        assertThat(ANN.get(path).body()).isEqualTo(saved.body());
        assertThat(BOB.get(path).statusCode()).isEqualTo(404);
        HttpResponse<String> stale = post(ANN, path, "content", "{}", "version", "0");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("\"code\":\"stale-version\"");

        assertThat(post(ANN, path + "/discard").statusCode()).isEqualTo(204);
        assertThat(WORLD.bean(Drafts.class).find(Actor.user("ann"), "order", "new"))
                .isEmpty();
    }
}
