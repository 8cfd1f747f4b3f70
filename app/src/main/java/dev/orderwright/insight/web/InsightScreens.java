package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Flow.Span;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How well orders flow, for people. */
@Controller
class InsightScreens {

    private final InsightPages pages;
    private final Spans spans;

    InsightScreens(InsightPages pages, Spans spans) {
        this.pages = pages;
        this.spans = spans;
    }

    @GetMapping("/insight")
    @Requires("orders:read")
    WebPage insight(
            @RequestParam(defaultValue = "28") int days,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String node) {
        int length = InsightPages.SPANS.contains(days) ? days : InsightPages.SPANS.get(1);
        Span span = spans.of(length, channel.strip(), node.strip());
        Link link = Link.to("/insight")
                .with("days", Integer.toString(length))
                .with("channel", channel)
                .with("node", node);
        return WebPage.of("insight/insight.jte", pages.page(span, length, link), t("insight.insightScreens.insight"))
                .in("insight");
    }
}
