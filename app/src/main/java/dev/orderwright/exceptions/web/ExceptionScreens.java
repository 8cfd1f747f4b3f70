package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Exceptions;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.exceptions.Exceptions.View;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The causes as cards, and the exceptions of each as a list. */
@Controller
class ExceptionScreens {

    static final String SECTION = "exceptions";
    private static final int ROWS = 50;

    private final Exceptions exceptions;
    private final MendingDesk desk;
    private final ExceptionPages pages;

    ExceptionScreens(Exceptions exceptions, MendingDesk desk, ExceptionPages pages) {
        this.exceptions = exceptions;
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/exceptions")
    @Requires("console:use")
    WebPage cards(Who who) {
        return WebPage.of("exceptions/cards.jte", pages.cards(who), t("exceptions.screens.exceptions"))
                .in(SECTION)
                .with("console/exceptions.css");
    }

    @GetMapping("/exceptions/{cause}")
    @Requires("console:use")
    WebPage cause(
            @PathVariable String cause,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String cursor,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        View shown = ExceptionPages.view(view);
        Page<Listed> page = exceptions.list(known, shown, who.actor(), desk.reach(who), cursor, ROWS);
        return WebPage.of("exceptions/cause.jte", pages.cause(known, shown, page, cursor, who), known.title())
                .in(SECTION)
                .crumb(t("exceptions.screens.exceptions"), ExceptionPages.LIST)
                .with("console/exceptions.css", "console/table.js", "console/exceptions.js");
    }
}
