package dev.orderwright.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.insight.Following;
import dev.orderwright.orders.Shop;
import dev.orderwright.shipping.Dock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the day looks like on the start page. */
class TodayModuleTests {

    private static World world;
    private static Dock dock;
    private static Shop shop;

    @BeforeAll
    static void start() {
        world = World.fresh();
        dock = new Dock(world);
        shop = dock.shop;
        People.add(world, "ann", Role.OPERATIONS);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void theDayIsHeldAgainstTheDayBeforeAndWhatLeavesIsCountedDown() {
        shop.place(shop.draft(shop.item().times(1)));
        shop.place(shop.draft(shop.item().times(1)));
        world.clock().advance(Duration.ofDays(1));
        Dock.Picked picked = dock.picked(1);
        dock.labelled(picked, 1);
        Following.all(world);
        Visitor ann = Visitor.signedIn(world, "ann", People.PASSWORD);

        String day = words(ann.get("/today/panels").body());

        assertThat(day).contains("Placed 1 today, 2 yesterday", "Shipped 0 today, 0 yesterday", "Perfect orders");
        assertThat(day).contains("Leaves today", "cut-off");
        String tiles = words(ann.get("/").body());
        assertThat(tiles).contains("Backordered 2 waiting for stock Oldest: 24 h");
    }
}
