package dev.orderwright.desk.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.desk.Pay;
import dev.orderwright.desk.PhoneOrder;
import dev.orderwright.desk.Sheet;
import dev.orderwright.desk.web.DeskParts.Line;
import dev.orderwright.desk.web.DeskParts.Method;
import dev.orderwright.desk.web.DeskParts.PayChoice;
import dev.orderwright.desk.web.DeskParts.Sum;
import dev.orderwright.desk.web.DeskParts.Terms;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.Quote;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.TypedNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what the desk shows of an order and of what it comes to. */
final class DeskPages {

    private static final String NOTHING = "–";
    private static final Set<String> STILL_TO_COME = Set.of("no-buyer", "no-lines", "missing-address-part");
    /** Said where the customer stands. */
    private static final String AT_THE_BUYER = "customer";

    private DeskPages() {}

    static List<Line> lines(Sheet sheet, List<String> keys) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < sheet.order().lines().size(); i++) {
            PhoneOrder.Line typed = sheet.order().lines().get(i);
            List<String> problems =
                    sheet.problemsOfLine(i).stream().map(Refusal::reason).toList();
            Quote.Line quoted = sheet.quote().lines().get(i);
            lines.add(line(keys.get(i), typed, quoted, sheet.quote().currency(), problems));
        }
        return lines;
    }

    private static Line line(
            String key, PhoneOrder.Line typed, Quote.Line quoted, String currency, List<String> problems) {
        OrderMoney money = quoted.money();
        BigDecimal price = quoted.unitPrice();
        Long available = quoted.available();
        return new Line(
                key,
                quoted.sku(),
                quoted.description() == null ? "" : quoted.description(),
                typed.quantity(),
                price == null ? NOTHING : price(price, currency),
                money == null ? NOTHING : BuyerFields.money(money.net() - money.discount(), currency),
                available == null
                        ? ""
                        : t("desk.line.available", Quantities.text(available, quoted.quantityDecimals())),
                promise(quoted),
                quoted.isShort(),
                problems);
    }

    /** A price may be finer than a cent. */
    static String price(BigDecimal price, String currency) {
        int decimals = Money.decimals(currency);
        BigDecimal exact = price.stripTrailingZeros();
        return TypedNumbers.text(exact.setScale(Math.max(decimals, exact.scale()), RoundingMode.UNNECESSARY)) + " "
                + currency;
    }

    /** One day when all of it comes together, else each part with its own. */
    private static List<String> promise(Quote.Line line) {
        List<Quote.Part> parts = line.parts();
        if (parts.isEmpty()) {
            return List.of(NOTHING);
        }
        LocalDate first = parts.getFirst().deliverOn();
        boolean together = first != null && parts.stream().allMatch(part -> first.equals(part.deliverOn()));
        if (together && !line.isShort()) {
            return List.of(Show.day(first));
        }
        return parts.stream()
                .map(part -> t(
                        part.isBackordered() ? "desk.line.partWaits" : "desk.line.part",
                        Quantities.text(part.quantity(), line.quantityDecimals()),
                        day(part.deliverOn())))
                .toList();
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? t("desk.word.noDateYet") : Show.day(day);
    }

    static List<Method> methods(Sheet sheet) {
        String chosen = sheet.order().delivery().method();
        return List.of(
                method("STANDARD", t("desk.terms.standard"), sheet, chosen),
                method("EXPRESS", t("desk.terms.express"), sheet, chosen));
    }

    private static Method method(String value, String label, Sheet sheet, String chosen) {
        String date = sheet.quote().options().stream()
                .filter(option -> option.method().equals(value))
                .map(option -> day(option.deliverOn()))
                .findFirst()
                .orElse("");
        return new Method(value, label, date, value.equals(chosen));
    }

    /** @param refusals what is shown at the fields */
    static Terms terms(Sheet sheet, List<Refusal> refusals) {
        PhoneOrder order = sheet.order();
        boolean account = sheet.customer() != null && sheet.customer().account();
        int days = sheet.customer() == null ? 0 : sheet.customer().paymentTermsDays();
        List<PayChoice> pays = Arrays.stream(Pay.values())
                .filter(pay -> pay != Pay.ACCOUNT || account)
                .map(pay -> new PayChoice(
                        pay.name(),
                        pay.title(),
                        what(pay, days),
                        pay == order.paying().how()))
                .toList();
        return new Terms(
                methods(sheet),
                at(
                        refusals,
                        "requestedOn",
                        Field.date(
                                "wantedOn",
                                t("desk.terms.wantedOn"),
                                order.delivery().wantedOn())),
                order.delivery().together(),
                pays,
                at(
                        refusals,
                        "payment.token",
                        Field.text(
                                        "token",
                                        t("desk.terms.token"),
                                        order.paying().token())
                                .hint(t("desk.terms.tokenHint"))),
                at(
                        refusals,
                        "shippingMinor",
                        Field.text(
                                "charge", t("desk.terms.charge"), order.paying().charge())),
                at(refusals, "comment", Field.text("note", t("desk.terms.note"), order.note())));
    }

    private static Field at(List<Refusal> refusals, String name, Field field) {
        return field.errorsOf(refusals.stream()
                .filter(refusal -> refusal.field().equals(name))
                .map(refusal -> Refusal.of(refusal.code(), field.name(), refusal.reason()))
                .toList());
    }

    private static String what(Pay pay, int days) {
        return switch (pay) {
            case ACCOUNT -> t("desk.terms.accountWhat", days);
            case TOKEN -> t("desk.terms.tokenWhat");
            case LATER -> t("desk.terms.laterWhat");
        };
    }

    static Sum sum(Sheet sheet) {
        Quote quote = sheet.quote();
        OrderMoney money = quote.money();
        String currency = quote.currency();
        List<KeyValue> rows = List.of(
                KeyValue.number(t("desk.sum.goods"), BuyerFields.money(money.net() - money.discount(), currency)),
                KeyValue.number(t("desk.sum.delivery"), BuyerFields.money(money.shipping(), currency)),
                KeyValue.number(t("desk.sum.tax"), BuyerFields.money(money.tax(), currency)));
        boolean reckoned = quote.lines().stream().anyMatch(line -> line.money() != null);
        String total = BuyerFields.money(money.total(), currency);
        String promise = reckoned
                        && quote.lines().stream().anyMatch(line -> !line.parts().isEmpty())
                ? day(quote.deliverOn())
                : "";
        return new Sum(
                rows,
                total,
                promise,
                quote.shipments() > 1 ? t("desk.sum.inParts", Show.number(quote.shipments())) : "",
                warnings(sheet),
                reasons(sheet, true),
                reasons(sheet, false),
                t("desk.sum.said", Show.number(quote.lines().size()), total, promise));
    }

    private static List<String> warnings(Sheet sheet) {
        Quote quote = sheet.quote();
        List<String> warnings = new ArrayList<>();
        Quote.Credit credit = quote.credit();
        if (credit != null && credit.exceeded()) {
            long beyond = quote.money().total() - credit.leftMinor();
            warnings.add(t("desk.sum.beyondCredit", BuyerFields.money(beyond, credit.currency())));
        }
        if (quote.holds().contains("PAYMENT")) {
            warnings.add(
                    sheet.order().paying().how() == Pay.TOKEN
                            ? t("desk.sum.waitsForProvider")
                            : t("desk.sum.waitsForPayment"));
        }
        long waiting = quote.lines().stream().filter(Quote.Line::isShort).count();
        if (waiting > 0) {
            warnings.add(t("desk.sum.linesWait", Show.number(waiting)));
        }
        warnings.addAll(quote.doubts());
        return warnings;
    }

    private static List<String> reasons(Sheet sheet, boolean stillToCome) {
        return sheet.otherProblems().stream()
                .filter(problem -> STILL_TO_COME.contains(problem.code()) == stillToCome)
                .filter(problem -> stillToCome || !problem.field().equals(AT_THE_BUYER))
                .map(Refusal::reason)
                .toList();
    }
}
