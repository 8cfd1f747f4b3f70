package dev.orderwright.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** While no mail server is set up nothing is lost, and nobody is written to of itself. */
class NoMailServerModuleTests {

    @Test
    void whatPeopleAskForIsWrittenAndKept() {
        World world = World.shared();
        Shop shop = new Shop(world);
        Placed placed = shop.place(shop.draft(shop.item().times(1)));
        assertThat(world.bean(WriteNotices.class).round()).as("nothing is read").isZero();
        assertThat(world.bean(NoticeQueries.class).ofOrder(placed.orderId())).isEmpty();

        Notices notices = world.bean(Notices.class);
        Notices.Asked asked = notices.send(shop.cause(), placed.orderId(), NoticeKind.CONFIRMATION, null)
                .orThrow();

        assertThat(asked.isKeptOnly()).isTrue();
        assertThat(asked.recipient()).isEqualTo("ada@example.com");
        Notice kept = world.bean(NoticeQueries.class).byId(asked.noticeId()).orElseThrow();
        assertThat(kept.state()).isEqualTo(NoticeState.UNSENT);
        assertThat(kept.reason()).isEqualTo("No mail server is set up.");
        assertThat(notices.retry(shop.cause(), List.of(kept.id())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("no-mail-server"));
        assertThat(world.bean(SendNotices.class).round()).isZero();
    }

    @Test
    void whatHappensIsWrittenAndKeptWhereThatIsWanted() {
        try (World world = World.fresh(Map.of("orderwright.mail.automatic", "ON"))) {
            world.bean(WriteNotices.class).round();
            Shop shop = new Shop(world);
            Placed placed = shop.place(shop.draft(shop.item().times(1)));
            while (world.bean(WriteNotices.class).round() > 0) {
                // the next ones
            }
            assertThat(world.bean(NoticeQueries.class).ofOrder(placed.orderId()))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.state()).isEqualTo(NoticeState.UNSENT));
        }
    }
}
