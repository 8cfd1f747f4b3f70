package dev.orderwright.desk.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.notifications.NoticeKind;
import dev.orderwright.notifications.NoticeQueries;
import dev.orderwright.notifications.Notices;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is to be said to the caller at the end: the number, when it arrives, and how the confirmation gets to him. */
@Controller
class PlacedScreens {

    static final String PLACED = DeskScreens.DESK + "/placed/";
    private static final int UNPROCESSABLE = 422;

    private final OrderQueries orders;
    private final NoticeQueries mail;
    private final Notices notices;
    private final Customers customers;

    PlacedScreens(OrderQueries orders, NoticeQueries mail, Notices notices, Customers customers) {
        this.orders = orders;
        this.mail = mail;
        this.notices = notices;
        this.customers = customers;
    }

    @GetMapping(PLACED + "{number}")
    @Requires("orders:write")
    WebPage placed(@PathVariable String number, Who who) {
        return page(find(number), "", List.of(), who);
    }

    @PostMapping(PLACED + "{number}/mail")
    @Requires("orders:write")
    Screen mail(@PathVariable String number, @RequestParam(defaultValue = "") String to, Cause cause, Who who) {
        OrderDetail order = find(number);
        return switch (notices.send(cause, order.head().id(), NoticeKind.CONFIRMATION, to)) {
            case Outcome.Refused<Notices.Asked>(List<Refusal> refusals) ->
                page(order, to, refusals, who).status(UNPROCESSABLE);
            case Outcome.Done<Notices.Asked>(Notices.Asked asked, boolean _) -> {
                String recipient = who.personal(asked.recipient(), Masks::email);
                yield Redirect.to(
                        PLACED + order.head().number(),
                        Flash.done(
                                asked.isKeptOnly()
                                        ? t("desk.placed.isWrittenAndKept", recipient)
                                        : t("desk.placed.isMailedTo", recipient)));
            }
        };
    }

    private OrderDetail find(String number) {
        return orders.byNumber(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + number));
    }

    private WebPage page(OrderDetail order, String to, List<Refusal> refusals, Who who) {
        OrderHead head = order.head();
        String url = "/orders/" + head.number();
        PlacedPage view = new PlacedPage(
                head.number(),
                url,
                facts(order, who),
                waits(order),
                who.may("documents:read") ? url + "/confirmation.pdf" : "",
                PLACED + head.number() + "/mail",
                mailing(head, who),
                Field.text("to", t("desk.placed.to"), to)
                        .hint(t("desk.placed.toHint"))
                        .errorsOf(refusals));
        return WebPage.of("desk/placed.jte", view, t("desk.placed.title", head.number()))
                .in("desk")
                .crumb(t("desk.desk.phoneDesk"), DeskScreens.DESK)
                .with("console/desk.css");
    }

    private static List<KeyValue> facts(OrderDetail order, Who who) {
        OrderHead head = order.head();
        List<KeyValue> facts = new ArrayList<>();
        String name = head.shipTo().name().isBlank()
                ? head.shipTo().company()
                : head.shipTo().name();
        facts.add(KeyValue.of(t("desk.placed.goesTo"), who.personal(name, Masks::name)));
        facts.add(KeyValue.of(
                t("desk.placed.arrives"),
                head.expectedOn() == null ? t("desk.word.noDateYet") : Show.day(head.expectedOn())));
        facts.add(KeyValue.of(
                t("shared.word.total"), Show.money(new Money(head.money().total(), head.currency()))));
        facts.add(KeyValue.of(t("shared.word.lines"), Show.number(order.lines().size())));
        return facts;
    }

    private static List<String> waits(OrderDetail order) {
        return order.holds().stream()
                .filter(Hold::isActive)
                .map(Hold::type)
                .distinct()
                .map(type -> switch (type) {
                    case PAYMENT -> t("desk.placed.waitsForPayment");
                    case CREDIT -> t("desk.placed.waitsForCredit");
                    case ADDRESS, FRAUD, CUSTOMER_REQUEST, REVIEW -> t("desk.placed.isHeld", Show.words(type));
                })
                .toList();
    }

    /** Only what is so: whether it is mailed by itself depends on the server, on the kind, and on an address being known. */
    private String mailing(OrderHead head, Who who) {
        if (!mail.isSetUp()) {
            return t("desk.placed.noServer");
        }
        if (!mail.isAutomatic() || !mail.mailed().getOrDefault(NoticeKind.CONFIRMATION, false)) {
            return t("desk.placed.notByItself");
        }
        String recipient = recipient(head);
        if (recipient.isEmpty()) {
            return t("desk.placed.noAddress");
        }
        String shown = who.personal(recipient, Masks::email);
        return head.lifecycle() == Lifecycle.PLACED
                ? t("desk.placed.onceConfirmed", shown)
                : t("desk.placed.byItselfTo", shown);
    }

    private String recipient(OrderHead head) {
        String known = head.customerId() == null
                ? ""
                : Optional.ofNullable(customers.byId(List.of(head.customerId())).get(head.customerId()))
                        .map(Customer::email)
                        .orElse("");
        return Stream.of(head.invoiceTo().email(), known, head.shipTo().email())
                .filter(email -> !email.isBlank())
                .findFirst()
                .orElse("");
    }
}
