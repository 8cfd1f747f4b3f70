package dev.orderwright.notifications.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.notifications.NoticeKind;
import dev.orderwright.notifications.NoticeQueries;
import dev.orderwright.notifications.NoticeState;
import dev.orderwright.notifications.Notices;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Messages as the people in the office see them, while no mail server is set up. */
class MessageScreensModuleTests {

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final Visitor admin = Visitor.signedIn(
            world,
            "admin",
            world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());

    private long kept(Placed placed) {
        return world.bean(Notices.class)
                .send(shop.cause(), placed.orderId(), NoticeKind.CONFIRMATION, null)
                .orThrow()
                .noticeId();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static Who clerk(boolean personal, String... permissions) {
        return new Who(Actor.user("clerk"), "Clerk", Set.of(permissions), Set.of(), Set.of(), null, personal);
    }

    @Test
    void aMessageIsAskedForOnThePageOfTheOrderAndStandsThere() {
        Placed placed = shop.place(shop.draft(shop.item().times(1)));
        String page = "/orders/" + placed.number();
        assertThat(text(admin.get(page).body())).contains("Messages to the customer", "None was sent yet.");

        HttpResponse<String> sent =
                admin.submit(page, page + "/messages", "message-kind", "CONFIRMATION", "message-to", "bo@example.com");

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(text(admin.get(page).body()))
                .contains("Order confirmation", "not sent", "No mail server is set up.");
        assertThat(world.bean(NoticeQueries.class).ofOrder(placed.orderId()))
                .singleElement()
                .satisfies(notice -> assertThat(notice.recipient()).isEqualTo("bo@example.com"));
        HttpResponse<String> wrong =
                admin.submit(page, page + "/messages", "message-kind", "CONFIRMATION", "message-to", "bo at home");
        assertThat(wrong.statusCode()).isEqualTo(303);
        assertThat(text(admin.get(page).body())).contains("is not an e-mail address");
    }

    @Test
    void theListShowsWhyAMessageWasNotSentAndLetsItRest() {
        Placed placed = shop.place(shop.draft(shop.item().times(1)));
        long id = kept(placed);
        String list = admin.get("/admin/messages?view=unsent").body();
        assertThat(list)
                .contains("href=\"/admin/messages/" + id + "\"", "href=\"/orders/" + placed.number() + "#messages\"")
                .contains("/admin/messages/" + id + "/dismiss")
                .doesNotContain("/admin/messages/" + id + "/retry");
        assertThat(text(list)).contains("No mail server is set up.", "What is mailed by itself");

        String page = "/admin/messages?view=unsent";
        assertThat(admin.submit(page, "/admin/messages/" + id + "/dismiss").statusCode())
                .isEqualTo(303);

        assertThat(world.bean(NoticeQueries.class).byId(id).orElseThrow().state())
                .isEqualTo(NoticeState.DISMISSED);
        assertThat(admin.get("/admin/messages?view=dismissed").body()).contains("/admin/messages/" + id);
        assertThat(admin.get("/admin/messages/-1").statusCode()).isEqualTo(404);
    }

    @Test
    void aMessageIsShownInABoxThatCanDoNothing() {
        Placed placed = shop.place(shop.draft(shop.item().times(1)));
        long id = kept(placed);
        HttpResponse<String> page = admin.get("/admin/messages/" + id);
        HttpResponse<String> body = admin.get("/admin/messages/" + id + "/body");

        if (body.statusCode() == 200) {
            assertThat(body.headers().allValues("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
            assertThat(body.body()).contains("<h1>Your order " + placed.number() + " is confirmed</h1>");
            assertThat(page.body()).contains("ada@example.com");
        } else {
            assertThat(body.statusCode()).isEqualTo(403);
            assertThat(page.body()).doesNotContain("ada@example.com", "12 High Street");
        }
    }

    @Test
    void whoMayNotSeePeopleSeesNoAddressAndWhoMayNotWriteCannotSend() {
        Placed placed = shop.place(shop.draft(shop.item().times(1)));
        kept(placed);
        OrderMessagesPanel panels = world.bean(OrderMessagesPanel.class);

        List<Panel> reader = panels.panelsFor(placed.orderId(), clerk(false, "orders:read"));
        OrderMessages seen = (OrderMessages) reader.getFirst().view();

        assertThat(seen.sendUrl()).isEmpty();
        assertThat(seen.rows().getFirst().to()).doesNotContain("ada@");
        assertThat(panels.panelsFor(placed.orderId(), clerk(false, "catalog:read")))
                .isEmpty();
        assertThat(panels.panelsFor(-1, clerk(true, "orders:read", "orders:write")))
                .isEmpty();
    }

    @Test
    void aKindIsTurnedOffAndOnByAnAdministrator() {
        String page = "/admin/messages";
        admin.submit(page, "/admin/messages/kinds/SHIPPED", "mailed", "false");
        Map<NoticeKind, Boolean> off = world.bean(NoticeQueries.class).mailed();
        admin.submit(page, "/admin/messages/kinds/SHIPPED", "mailed", "true");

        assertThat(off).containsEntry(NoticeKind.SHIPPED, false).containsEntry(NoticeKind.INVOICE, true);
        assertThat(world.bean(NoticeQueries.class).mailed()).containsEntry(NoticeKind.SHIPPED, true);
    }
}
