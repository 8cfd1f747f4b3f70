package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.PromiseLedger;
import dev.orderwright.orders.PromiseLedger.Direction;
import dev.orderwright.orders.PromiseLedger.PromiseChange;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger of promises: which orders are expected on another day than they were, and why. */
@Controller
class PromiseScreens {

    private static final String URL = "/promises";
    private static final int ROWS = 50;

    private final PromiseLedger ledger;
    private final Show show;

    PromiseScreens(PromiseLedger ledger, Show show) {
        this.ledger = ledger;
        this.show = show;
    }

    @GetMapping(URL)
    @Requires("orders:read")
    WebPage list(
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String cursor) {
        @Nullable Direction direction = direction(view);
        Page<PromiseChange> page = ledger.latest(direction, cursor, ROWS);
        PromisesPage shown = new PromisesPage(
                tabs(direction),
                direction == null,
                page.items().stream().map(this::row).toList(),
                Pager.of(page, link(direction), "cursor", cursor, t("orders.promises.one"), t("orders.promises.many")));
        return WebPage.of("orders/promises.jte", shown, t("orders.promises.title"))
                .in("promises");
    }

    private static @Nullable Direction direction(@Nullable String view) {
        return Arrays.stream(Direction.values())
                .filter(direction -> word(direction).equals(view))
                .findFirst()
                .orElse(null);
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static Link link(@Nullable Direction direction) {
        return direction == null ? Link.to(URL) : Link.to(URL).with("view", word(direction));
    }

    private static List<Tab> tabs(@Nullable Direction active) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(t("orders.promises.all"), URL, "", active == null, Tone.NEUTRAL));
        for (Direction direction : Direction.values()) {
            tabs.add(new Tab(Texts.of(direction), link(direction).toString(), "", direction == active, Tone.NEUTRAL));
        }
        return tabs;
    }

    private PromisesPage.Row row(PromiseChange change) {
        return new PromisesPage.Row(
                change.number(),
                "/orders/" + change.number(),
                show.moment(change.at()),
                Chip.of(Texts.of(change.direction()), tone(change.direction())),
                day(change.was()),
                day(change.now()),
                day(change.first()),
                Texts.of(change.cause()));
    }

    private static Tone tone(Direction direction) {
        return switch (direction) {
            case LOST -> Tone.BAD;
            case LATER -> Tone.WARN;
            case EARLIER, FOUND -> Tone.GOOD;
        };
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? t("orders.orderSides.noDay") : Show.day(day);
    }
}
