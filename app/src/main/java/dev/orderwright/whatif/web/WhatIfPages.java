package dev.orderwright.whatif.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.Tariffs;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.whatif.WhatIfResult;
import dev.orderwright.whatif.WhatIfResult.Example;
import dev.orderwright.whatif.WhatIfResult.NodeLoad;
import dev.orderwright.whatif.WhatIfResult.Part;
import dev.orderwright.whatif.WhatIfResult.Side;
import dev.orderwright.whatif.WhatIfRun;
import dev.orderwright.whatif.WhatIfState;
import dev.orderwright.whatif.WhatIfWish;
import dev.orderwright.whatif.web.WhatIfPage.Answer;
import dev.orderwright.whatif.web.WhatIfPage.ExampleRow;
import dev.orderwright.whatif.web.WhatIfPage.NodeRow;
import dev.orderwright.whatif.web.WhatIfPage.TakeOver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs as people read them. */
@Component
class WhatIfPages {

    private final Show show;
    private final Company company;

    WhatIfPages(Show show, Company company) {
        this.show = show;
        this.company = company;
    }

    static Chip state(WhatIfState state) {
        Tone tone = switch (state) {
            case WAITING, RUNNING -> Tone.INFO;
            case DONE -> Tone.GOOD;
            case STOPPED -> Tone.NEUTRAL;
            case FAILED -> Tone.BAD;
        };
        return Chip.of(Texts.of(state), tone);
    }

    static String what(WhatIfWish wish) {
        return t("whatif.page.instead", version(wish.test()), base(wish));
    }

    private static String base(WhatIfWish wish) {
        Integer base = wish.base();
        return base == null ? t("whatif.page.asItWas") : version(base);
    }

    private static String version(int version) {
        return t("whatif.page.version", version);
    }

    /** The first and the last day. */
    String period(Instant from, Instant until) {
        LocalDate last = LocalDate.ofInstant(until.minusNanos(1), company.zone());
        return t("whatif.page.fromTo", show.day(from), Show.day(last));
    }

    static String channel(WhatIfWish wish) {
        String channel = wish.channel();
        return channel == null ? t("whatif.page.allChannels") : channel;
    }

    /** @param takeOver null for who may not let the version take over */
    WhatIfPage page(WhatIfRun run, boolean mayStop, @Nullable TakeOver takeOver) {
        WhatIfWish wish = run.wish();
        String url = WhatIfScreens.URL + "/" + run.id();
        boolean running = !run.state().isOver();
        WhatIfResult result = run.result();
        List<KeyValue> facts = new ArrayList<>();
        facts.add(KeyValue.of(t("whatif.page.ordersOf"), period(wish.from(), wish.until())));
        facts.add(KeyValue.of(t("whatif.form.channel"), channel(wish)));
        facts.add(KeyValue.of(
                t("whatif.page.asked"),
                t(
                        "whatif.page.askedBy",
                        show.moment(run.askedAt()),
                        Show.actor(run.actor().code()))));
        if (result != null) {
            facts.add(KeyValue.number(
                    t("whatif.page.played"), Show.number(result.base().orders())));
            facts.add(KeyValue.of(
                    t("whatif.page.measured"), t("whatif.page.measuredBy", Integer.toString(result.measuredBy()))));
        }
        return new WhatIfPage(
                t("whatif.page.heading", version(wish.test()), base(wish)),
                state(run.state()),
                url + "/body",
                running,
                run.done(),
                run.total(),
                run.total() == 0 ? "" : t("whatif.page.of", Show.number(run.done()), Show.number(run.total())),
                running && mayStop ? url + "/stop" : "",
                problem(run),
                facts,
                result == null ? null : answer(wish, result, takeOver));
    }

    private static String problem(WhatIfRun run) {
        WhatIfResult result = run.result();
        if (run.state() == WhatIfState.FAILED) {
            return t("whatif.page.failed");
        }
        if (run.state() == WhatIfState.STOPPED) {
            return t("whatif.page.stopped");
        }
        return result != null && result.base().orders() == 0 ? t("whatif.page.noOrders") : "";
    }

    private @Nullable Answer answer(WhatIfWish wish, WhatIfResult result, @Nullable TakeOver takeOver) {
        if (result.base().orders() == 0) {
            return null;
        }
        return new Answer(
                sentences(wish, result),
                base(wish),
                version(wish.test()),
                WhatIfRows.of(result.base(), result.test()),
                WhatIfPlots.cost(result),
                WhatIfPlots.nodes(result, base(wish), version(wish.test())),
                loads(result),
                t(
                        "whatif.page.different",
                        Show.number(result.different()),
                        Show.number(result.base().orders())),
                result.examples().stream().map(WhatIfPages::example).toList(),
                takeOver);
    }

    private List<String> sentences(WhatIfWish wish, WhatIfResult result) {
        List<String> sentences = new ArrayList<>();
        long saved = result.base().cost() - result.test().cost();
        String percent = percent(Math.abs(saved), result.base().cost());
        if (saved == 0) {
            sentences.add(t("whatif.page.sameCost", version(wish.test())));
        } else {
            sentences.add(t(
                    saved > 0 ? "whatif.page.cheaper" : "whatif.page.dearer",
                    version(wish.test()),
                    money(Math.abs(saved)),
                    percent));
        }
        if (result.test().unserved() > result.base().unserved()) {
            sentences.add(t("whatif.page.servesLess"));
        }
        if (result.cutShort()) {
            sentences.add(t(
                    "whatif.page.cutShort",
                    show.moment(result.until()),
                    Show.number(result.base().orders())));
        }
        return sentences;
    }

    static String signed(long difference, String size) {
        return difference == 0 ? "–" : (difference < 0 ? "−" : "+") + size;
    }

    private static String percent(long part, long whole) {
        return String.format(Texts.language().locale(), "%.1f", whole == 0 ? 0 : 100.0 * part / whole);
    }

    static String money(long minor) {
        return Show.money(new Money(minor, Tariffs.CURRENCY));
    }

    private static List<NodeRow> loads(WhatIfResult result) {
        Map<String, NodeLoad> base = byNode(result.base());
        Map<String, NodeLoad> test = byNode(result.test());
        TreeSet<String> nodes = new TreeSet<>(base.keySet());
        nodes.addAll(test.keySet());
        return nodes.stream()
                .map(node -> new NodeRow(
                        node,
                        shipments(base.get(node)),
                        shipments(test.get(node)),
                        busiest(base.get(node)),
                        busiest(test.get(node))))
                .toList();
    }

    static Map<String, NodeLoad> byNode(Side side) {
        return side.nodes().stream().collect(Collectors.toMap(NodeLoad::node, load -> load, (a, b) -> a, TreeMap::new));
    }

    private static String shipments(@Nullable NodeLoad load) {
        return Show.number(load == null ? 0 : load.shipments());
    }

    private static String busiest(@Nullable NodeLoad load) {
        return load == null ? "–" : t("whatif.page.on", Show.number(load.busiest()), Show.day(load.busiestOn()));
    }

    private static ExampleRow example(Example example) {
        long difference = example.testCostMinor() - example.baseCostMinor();
        return new ExampleRow(
                example.number(),
                "/orders/" + example.orderId(),
                parts(example.base()),
                parts(example.test()),
                signed(difference, money(Math.abs(difference))),
                WhatIfRows.tone(difference));
    }

    private static List<String> parts(List<Part> parts) {
        return parts.isEmpty()
                ? List.of(t("whatif.page.nothing"))
                : parts.stream()
                        .map(part -> t("whatif.page.parcel", part.node(), Show.day(part.deliverOn())))
                        .toList();
    }
}
