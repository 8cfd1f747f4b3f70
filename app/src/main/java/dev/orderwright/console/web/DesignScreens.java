package dev.orderwright.console.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Column;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.QuantityBar.Part;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.WebPage;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which whoever builds a screen sees all components side by side, in the theme and size at hand. */
@Controller
class DesignScreens {

    @GetMapping("/design")
    @Requires("console:use")
    WebPage design() {
        DesignPage view = new DesignPage(
                List.of(
                        Chip.of("Draft"),
                        Chip.of("New", Tone.INFO),
                        Chip.of("Confirmed", Tone.GOOD),
                        new Chip("Late risk", Tone.WARN, "Must leave before 16:00"),
                        new Chip("On hold: credit", Tone.BAD, "Limit exceeded by 120.00 GBP")),
                List.of(
                        Tab.of("All", "/design", "2,310", true),
                        Tab.of("Open", "/design", "184", false),
                        new Tab("Late risk", "/design", "7", false, Tone.WARN),
                        new Tab("On hold", "/design", "3", false, Tone.BAD)),
                List.of(
                        Column.text("Order").sortBy("/design", "ascending"),
                        Column.text("Customer"),
                        Column.text("Units"),
                        Column.number("Total (GBP)").sortBy("/design", ""),
                        Column.text("State")),
                rows(),
                new Pager("1–3 of 2,310", "", "/design?page=2"),
                List.of(
                        KeyValue.link("Customer", "A. Berg Ltd", "/design"),
                        KeyValue.of("Promised", "Fri 6 Mar 2026").hint("first said Thu 5 Mar 2026"),
                        KeyValue.number("Authorised", "1,204.50"),
                        KeyValue.number("Due", "0.00")),
                timeline(),
                List.of(
                        Field.text("reference", "Reference", "PO 4711").mandatory(),
                        Field.date("requested", "Requested for", "2026-03-06").hint("The customer's own wish."),
                        Field.number("quantity", "Quantity", "0")
                                .errorsOf(List.of(Refusal.of("quantity", "quantity", "Order at least 1."))),
                        Field.textarea("note", "Note", "")),
                List.of(new Field.Option("S", "Standard", true), new Field.Option("X", "Express", false)),
                List.of(
                        Refusal.of("unknown-sku", "lines[2].sku", "There is no item '84029Z'."),
                        Refusal.of("stale-version", "Somebody else changed this order at 14:03.")),
                tiles(),
                DesignStates.samples());
        return WebPage.of("console/design.jte", view, "Components").crumb("Today", "/");
    }

    private static List<DesignPage.Row> rows() {
        return List.of(
                new DesignPage.Row(
                        "SO-100042",
                        "A. Berg Ltd",
                        new QuantityBar(List.of(
                                new Part("DELIVERED", 4),
                                new Part("SHIPPED", 2),
                                new Part("PACKED", 3),
                                new Part("PICKED", 1),
                                new Part("RELEASED", 2),
                                new Part("RESERVED", 5))),
                        "1,204.50",
                        Chip.of("Confirmed", Tone.GOOD)),
                new DesignPage.Row(
                        "SO-100043",
                        "Müller & Söhne",
                        new QuantityBar(
                                List.of(new Part("RESERVED", 6), new Part("BACKORDERED", 3), new Part("CANCELLED", 1))),
                        "89.99",
                        Chip.of("Late risk", Tone.WARN)),
                new DesignPage.Row(
                        "SO-100044",
                        "Nguyễn Thị Minh",
                        new QuantityBar(
                                List.of(new Part("OPEN", 8), new Part("LOST", 1), new Part("AWAITING_SUPPLY", 3))),
                        "12.00",
                        Chip.of("On hold", Tone.BAD)));
    }

    private static List<TimelineEntry> timeline() {
        return List.of(
                new TimelineEntry(
                        "Mon 2 Mar 2026 14:03 GMT",
                        "2026-03-02T14:03:00Z",
                        "Ships from Leeds",
                        "promising",
                        Tone.INFO,
                        List.of("Leeds: one parcel, 4.20 GBP, arrives Thu 5 Mar", "London: 2 of 6 in stock, refused")),
                new TimelineEntry(
                        "Mon 2 Mar 2026 14:02 GMT",
                        "2026-03-02T14:02:00Z",
                        "Hold on credit placed",
                        "credit rule",
                        Tone.BAD,
                        List.of()),
                new TimelineEntry(
                        "Mon 2 Mar 2026 14:02 GMT",
                        "2026-03-02T14:02:00Z",
                        "Placed",
                        "client web-shop",
                        Tone.NEUTRAL,
                        List.of()));
    }

    private static TodayPage.Tiles tiles() {
        return new TodayPage.Tiles(
                Stream.of(
                                new TodayTile("On hold", 3, "/design", Tone.BAD, "oldest 2 days", 1),
                                new TodayTile("Late risk", 7, "/design", Tone.WARN, "next cut-off 16:00", 2),
                                new TodayTile("Ready to pick", 184, "/design", Tone.NEUTRAL, "oldest 3 h", 3),
                                new TodayTile("Packed, not shipped", 0, "/design", Tone.NEUTRAL, "all gone", 4))
                        .map(tile -> TodayPage.Tile.of(tile, Instant.EPOCH))
                        .toList(),
                List.of());
    }
}
