package dev.orderwright.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two programs on one database write and send at the same time: each message is written once and sent once. */
class NoticesConcurrencyTests {

    private static final int ORDERS = 40;

    @Test
    void twoProgramsNeverSendTheSameMessage() throws Exception {
        try (MailServer server = new MailServer()) {
            Map<String, Object> settings = Map.of(
                    "orderwright.mail.host",
                    "127.0.0.1",
                    "orderwright.mail.port",
                    server.port(),
                    "orderwright.mail.tls",
                    "NONE");
            String database = World.newDatabase();
            try (World one = World.on(database, settings);
                    World other = World.on(database, settings);
                    ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                one.bean(WriteNotices.class).round();
                Shop shop = new Shop(one);
                Goods item = shop.item();
                List<Placed> placed = new ArrayList<>();
                for (int i = 0; i < ORDERS; i++) {
                    placed.add(shop.place(shop.draft(item.times(1))));
                }
                List<Future<?>> running = new ArrayList<>();
                for (World program : List.of(one, other, one, other)) {
                    running.add(both.submit(() -> work(program, server)));
                }
                for (Future<?> work : running) {
                    work.get();
                }

                assertThat(server.received()).hasSize(ORDERS);
                assertThat(server.received().stream()
                                .map(mail -> mail.header("Message-ID"))
                                .distinct())
                        .hasSize(ORDERS);
                assertThat(placed)
                        .allSatisfy(order -> assertThat(
                                        one.bean(NoticeQueries.class).ofOrder(order.orderId()))
                                .singleElement()
                                .satisfies(notice -> assertThat(notice.state()).isEqualTo(NoticeState.SENT)));
            }
        }
    }

    /** Until everything has come, or for much longer than that takes. */
    private static void work(World program, MailServer server) {
        for (int i = 0; i < 2_000 && server.received().size() < ORDERS; i++) {
            program.bean(WriteNotices.class).round();
            program.bean(SendNotices.class).round();
        }
        for (int i = 0; i < 5; i++) {
            program.bean(SendNotices.class).round();
        }
    }
}
