package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.Hold;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is asked before an order is changed: the question, what it would change, and doing it. */
@Controller
class OrderActionScreens {

    private static final int UNPROCESSABLE = HttpStatus.UNPROCESSABLE_CONTENT.value();

    private final OrderQueries queries;
    private final OrderActions actions;
    private final OrderEffects effects;

    OrderActionScreens(OrderQueries queries, OrderActions actions, OrderEffects effects) {
        this.queries = queries;
        this.actions = actions;
        this.effects = effects;
    }

    /** Some units of the line that is named, or everything when none is. */
    @GetMapping("/orders/{order}/cancel")
    @Requires("orders:cancel")
    WebPage askCancel(@PathVariable String order, @RequestParam Map<String, String> in, Who who) {
        return ask(find(order), actions.cancel(), in, who);
    }

    @PostMapping("/orders/{order}/cancel/preview")
    @Requires("orders:cancel")
    WebPage previewCancel(@PathVariable String order, @RequestParam Map<String, String> in, Who who) {
        return preview(find(order), actions.cancel(), in, who);
    }

    @PostMapping("/orders/{order}/cancel")
    @Requires("orders:cancel")
    Screen cancel(@PathVariable String order, @RequestParam Map<String, String> in, Cause cause, Who who) {
        return act(find(order), actions.cancel(), in, cause, who);
    }

    @GetMapping("/orders/{order}/hold")
    @Requires("orders:hold")
    WebPage askHold(@PathVariable String order, @RequestParam Map<String, String> in, Who who) {
        return ask(find(order), actions.hold(), in, who);
    }

    @PostMapping("/orders/{order}/hold/preview")
    @Requires("orders:hold")
    WebPage previewHold(@PathVariable String order, @RequestParam Map<String, String> in, Who who) {
        return preview(find(order), actions.hold(), in, who);
    }

    @PostMapping("/orders/{order}/hold")
    @Requires("orders:hold")
    Screen hold(@PathVariable String order, @RequestParam Map<String, String> in, Cause cause, Who who) {
        return act(find(order), actions.hold(), in, cause, who);
    }

    @GetMapping("/orders/{order}/holds/{hold}/release")
    @Requires("orders:release-hold")
    WebPage askRelease(
            @PathVariable String order, @PathVariable long hold, @RequestParam Map<String, String> in, Who who) {
        OrderDetail detail = find(order);
        return ask(detail, actions.release(hold(detail, hold)), in, who);
    }

    @PostMapping("/orders/{order}/holds/{hold}/release/preview")
    @Requires("orders:release-hold")
    WebPage previewRelease(
            @PathVariable String order, @PathVariable long hold, @RequestParam Map<String, String> in, Who who) {
        OrderDetail detail = find(order);
        return preview(detail, actions.release(hold(detail, hold)), in, who);
    }

    @PostMapping("/orders/{order}/holds/{hold}/release")
    @Requires("orders:release-hold")
    Screen release(
            @PathVariable String order,
            @PathVariable long hold,
            @RequestParam Map<String, String> in,
            Cause cause,
            Who who) {
        OrderDetail detail = find(order);
        return act(detail, actions.release(hold(detail, hold)), in, cause, who);
    }

    @GetMapping("/orders/{order}/source")
    @Requires("orders:write")
    WebPage askSource(@PathVariable String order, @RequestParam Map<String, String> in, Who who) {
        return ask(find(order), actions.source(), in, who);
    }

    @PostMapping("/orders/{order}/source/preview")
    @Requires("orders:write")
    WebPage previewSource(@PathVariable String order, @RequestParam Map<String, String> in, Who who) {
        return preview(find(order), actions.source(), in, who);
    }

    @PostMapping("/orders/{order}/source")
    @Requires("orders:write")
    Screen source(@PathVariable String order, @RequestParam Map<String, String> in, Cause cause, Who who) {
        return act(find(order), actions.source(), in, cause, who);
    }

    private WebPage ask(OrderDetail detail, OrderAction action, Map<String, String> in, Who who) {
        Dialog question = action.question(detail, in);
        return page(detail, question.changing(effects.of(detail, action, question.values(), who)));
    }

    private WebPage preview(OrderDetail detail, OrderAction action, Map<String, String> in, Who who) {
        Map<String, String> now = new HashMap<>(in);
        now.remove(OrderActions.VERSION);
        Dialog question = action.question(detail, now);
        return WebPage.fragment(
                "console/foretold.jte", question.changing(effects.of(detail, action, question.values(), who)));
    }

    private Screen act(OrderDetail detail, OrderAction action, Map<String, String> in, Cause cause, Who who) {
        return switch (action.act(detail, new FormInput(in), cause)) {
            case Outcome.Done<Flash>(Flash said, boolean replayed) -> Redirect.to(OrderActions.url(detail), said);
            case Outcome.Refused<Flash>(List<Refusal> refusals) -> {
                // Somebody may have changed it meanwhile: asked again, it shows how things stand now.
                OrderDetail now = find(detail.head().number());
                Dialog question = action.question(now, in);
                yield page(
                                now,
                                question.refused(FormInput.named(refusals))
                                        .changing(effects.of(now, action, question.values(), who)))
                        .status(UNPROCESSABLE);
            }
        };
    }

    private static WebPage page(OrderDetail detail, Dialog question) {
        return WebPage.asking(question)
                .in("orders")
                .crumb(t("shared.word.orders"), "/orders")
                .crumb(detail.head().number(), OrderActions.url(detail));
    }

    private static Hold hold(OrderDetail detail, long id) {
        return detail.holds().stream()
                .filter(hold -> hold.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private OrderDetail find(String order) {
        return queries.named(order)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
    }
}
