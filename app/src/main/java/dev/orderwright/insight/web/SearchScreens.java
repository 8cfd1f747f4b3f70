package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Search;
import dev.orderwright.insight.Search.Found;
import dev.orderwright.insight.Search.Meant;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box at the top of every page: one hit opens it, several are listed. */
@Controller
class SearchScreens {

    private static final int PAGE = 50;
    private static final int WORDS_SHOWN = 5;

    private final Search search;
    private final QuickSearch quick;
    private final Show show;

    SearchScreens(Search search, QuickSearch quick, Show show) {
        this.search = search;
        this.quick = quick;
        this.show = show;
    }

    @GetMapping("/search")
    @Requires("orders:read")
    Screen search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Who who) {
        Found found = search.find(q, cursor(after), PAGE);
        List<QuickSearch.Hit> others = after == null && !q.isBlank() ? quick.others(q, who) : List.of();
        if (found.orders().size() == 1 && others.isEmpty() && found.next() == null && after == null) {
            return Redirect.to("/orders/" + found.orders().getFirst().number());
        }
        if (found.orders().isEmpty() && found.next() == null && others.size() == 1) {
            return Redirect.to(others.getFirst().url());
        }
        SearchPage view = new SearchPage(
                q.strip(),
                others,
                found.orders().stream().map(head -> hit(head, who)).toList(),
                notes(found, who.seesPersonalData()),
                pager(found, Link.to("/search").with("q", q.strip()), after != null, show.zone()));
        return WebPage.of("insight/search.jte", view, t("shared.word.search")).in("orders");
    }

    /** The place after which a page begins; null for the first. */
    static @Nullable Long cursor(@Nullable String after) {
        if (after == null || after.isBlank()) {
            return null;
        }
        return Ids.parse(after)
                .orElseThrow(() -> ApiRefusal.badRequest(
                        Refusal.of("bad-filter", "cursor", t("insight.refusal.isNotACursorOf", after))));
    }

    /** @param names whether the words that were found may be shown, which may be names */
    static List<String> notes(Found found, boolean names) {
        List<String> notes = new ArrayList<>();
        for (Meant meant : found.meant()) {
            notes.add(t(
                    "insight.searchScreens.noOrderHasTheseHave",
                    meant.typed(),
                    (names
                            ? "“" + meant.words().stream().limit(WORDS_SHOWN).collect(Collectors.joining("” or “"))
                                    + "”."
                            : t("insight.searchScreens.somethingLikeIt"))));
        }
        for (String word : found.common()) {
            notes.add(t("insight.searchScreens.veryManyWordsBeginWith", word));
        }
        return notes;
    }

    static Pager pager(Found found, Link here, boolean later, ZoneId zone) {
        String first = later ? here.toString() : "";
        String next = found.next() == null
                ? ""
                : here.with("after", Long.toString(found.next())).toString();
        if (found.lookedBackTo() == null) {
            String count =
                    t("insight.searchScreens.count", Show.number(found.orders().size()));
            return new Pager(next.isEmpty() ? count : t("insight.searchScreens.shownThereAreMore", count), first, next);
        }
        return new Pager(
                t("insight.searchScreens.lookedBackToOrdersOf", Show.moment(found.lookedBackTo(), zone)),
                first,
                next,
                t("insight.searchScreens.lookFurtherBack"));
    }

    private SearchPage.Hit hit(OrderHead head, Who who) {
        return new SearchPage.Hit(
                head.number(),
                "/orders/" + head.number(),
                who.personal(head.shipTo().name(), Masks::name),
                head.channel() + " " + head.externalId(),
                Chip.of(Show.words(head.lifecycle())),
                show.moment(head.placedAt()),
                Show.money(new Money(head.money().total(), head.currency())));
    }
}
