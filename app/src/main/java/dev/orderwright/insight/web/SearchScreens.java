package dev.orderwright.insight.web;

import dev.orderwright.insight.Search;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search box at the top of every page: one hit opens it, several are listed. */
@Controller
class SearchScreens {

    private final Search search;
    private final Show show;

    SearchScreens(Search search, Show show) {
        this.search = search;
        this.show = show;
    }

    @GetMapping("/search")
    @Requires("orders:read")
    Screen search(@RequestParam(defaultValue = "") String q, Who who) {
        List<OrderHead> found = search.find(q);
        if (found.size() == 1) {
            return Redirect.to("/orders/" + found.getFirst().number());
        }
        SearchPage view = new SearchPage(
                q.strip(), found.stream().map(head -> hit(head, who)).toList());
        return WebPage.of("insight/search.jte", view, "Search").in("orders");
    }

    private SearchPage.Hit hit(OrderHead head, Who who) {
        return new SearchPage.Hit(
                head.number(),
                "/orders/" + head.number(),
                who.personal(head.shipTo().name(), Masks::name),
                head.channel() + " " + head.externalId(),
                Chip.of(head.lifecycle().name().toLowerCase(Locale.ROOT)),
                show.moment(head.placedAt()),
                Show.money(new Money(head.money().total(), head.currency())));
    }
}
