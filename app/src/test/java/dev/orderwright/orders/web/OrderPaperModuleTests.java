package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Pdf;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.web.Who;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The confirmation of a real order as a paper. */
class OrderPaperModuleTests {

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final OrderPaper papers = world.bean(OrderPaper.class);

    private static Who who(boolean sees) {
        return new Who(Actor.user("ann"), "Ann", Set.of("orders:read"), Set.of(), Set.of(), null, sees);
    }

    private Placed placed() {
        long node = shop.node();
        Goods item = shop.item();
        Goods scarce = shop.item();
        shop.stock(node, item, 50);
        shop.stock(node, scarce, 2);
        Placed placed = shop.place(shop.onAccount(shop.customer(1_000_000), item.times(4), scarce.times(5)));
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(1, 1)), "one too many"))
                .orThrow();
        return placed;
    }

    @Test
    void theConfirmationSaysWhatComesWhenAndWhatItCosts() throws IOException {
        Placed placed = placed();
        Document paper = papers.confirmation(shop.detail(placed.orderId()), who(true));
        Path file = Path.of("target/papers", paper.fileName());
        Files.createDirectories(file.getParent());
        Files.write(file, paper.content());
        String text = String.join("\n", Pdf.pages(paper)).replaceAll("[ \\t]+", " ");
        assertThat(text)
                .contains("Order confirmation", placed.number(), "Estimated delivery")
                .contains("Ada Buyer", "12 High Street", "30 days net")
                .contains("1 cancelled", "3 backordered, no date yet")
                .contains("Goods and services 22.50", "VAT 20% 4.50", "Total GBP 27.00")
                .contains("Cancelled -3.00", "To be invoiced 24.00");
        assertThat(Pdf.inkOutside(paper, 10)).isEmpty();
    }

    @Test
    void itsBarcodeScansBackAsTheOrdersNumber() {
        Placed placed = placed();
        Document paper = papers.confirmation(shop.detail(placed.orderId()), who(true));
        assertThat(Pdf.scan(paper, 200)).contains(placed.number());
    }

    @Test
    void whoMayNotSeePersonsGetsItWithTheNamesCovered() {
        Document paper = papers.confirmation(shop.detail(placed().orderId()), who(false));
        assertThat(String.join("\n", Pdf.pages(paper)))
                .doesNotContain("Ada Buyer", "12 High Street")
                .contains("Leeds");
    }

    @Test
    void itComesOverHttpUnderItsName() {
        Placed placed = placed();
        ApiCaller api = new ApiCaller(world, "documents:read", "personal:read");
        HttpResponse<String> answer = api.get("/api/v1/orders/" + placed.number() + "/confirmation.pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("order-" + placed.number() + ".pdf");
        assertThat(api.get("/api/v1/orders/SO-1/confirmation.pdf").statusCode()).isEqualTo(404);
    }
}
