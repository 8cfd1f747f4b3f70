package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Exceptions;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.exceptions.Exceptions.View;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    /** What is asked about one of them. */
    static WebPage ask(ExceptionCause cause, Dialog question) {
        boolean refused = !question.refusals().isEmpty()
                || question.fields().stream().anyMatch(field -> !field.error().isEmpty());
        return WebPage.asking(question)
                .in(SECTION)
                .crumb(t("exceptions.screens.exceptions"), ExceptionPages.LIST)
                .crumb(cause.title(), ExceptionPages.url(cause))
                .status(refused ? HttpStatus.UNPROCESSABLE_CONTENT.value() : HttpStatus.OK.value());
    }

    /** @param order only those of this one */
    @GetMapping("/exceptions/{cause}")
    @Requires("console:use")
    WebPage cause(
            @PathVariable String cause,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Long order,
            Who who) {
        ExceptionCause known = desk.cause(cause, who);
        View shown = ExceptionPages.view(view);
        Page<Listed> page = order == null
                ? exceptions.list(known, shown, who.actor(), desk.reach(who), cursor, ROWS)
                : new Page<>(exceptions.ofOrder(known, desk.reach(who), order), null);
        return WebPage.of("exceptions/cause.jte", pages.cause(known, shown, page, cursor, order, who), known.title())
                .in(SECTION)
                .crumb(t("exceptions.screens.exceptions"), ExceptionPages.LIST)
                .with("console/exceptions.css", "console/table.js", "console/exceptions.js");
    }
}
