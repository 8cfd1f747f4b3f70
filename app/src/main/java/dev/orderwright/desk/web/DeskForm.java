package dev.orderwright.desk.web;

import dev.orderwright.desk.Pay;
import dev.orderwright.desk.PhoneOrder;
import dev.orderwright.desk.PhoneOrder.Buyer;
import dev.orderwright.desk.PhoneOrder.Delivery;
import dev.orderwright.desk.PhoneOrder.Line;
import dev.orderwright.desk.PhoneOrder.Paying;
import dev.orderwright.orders.Address;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** The names of the fields of the desk, and an order read from them. Lines are fields of the same name, one after the other. */
final class DeskForm {

    /** Longer than anything that is typed on purpose; whatever is more is cut off before it is kept. */
    private static final int LENGTH_MAX = 4_000;

    /** The fields by the names that an order has for what they say. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("customer", "find"),
            Map.entry("shipTo", "place"),
            Map.entry("shipTo.name", "name"),
            Map.entry("shipTo.company", "company"),
            Map.entry("shipTo.street", "street"),
            Map.entry("shipTo.street2", "street2"),
            Map.entry("shipTo.postcode", "postcode"),
            Map.entry("shipTo.city", "city"),
            Map.entry("shipTo.region", "region"),
            Map.entry("shipTo.country", "country"),
            Map.entry("shipTo.phone", "phone"),
            Map.entry("shipTo.email", "email"),
            Map.entry("lines", "entry"),
            Map.entry("method", "method-STANDARD"),
            Map.entry("requestedOn", "wantedOn"),
            Map.entry("terms", "pay-ACCOUNT"),
            Map.entry("payment.token", "token"),
            Map.entry("shippingMinor", "charge"),
            Map.entry("comment", "note"));

    private final MultiValueMap<String, String> in;

    private DeskForm(MultiValueMap<String, String> in) {
        this.in = in;
    }

    static PhoneOrder order(MultiValueMap<String, String> in, Who who) {
        DeskForm form = new DeskForm(in);
        return new PhoneOrder(
                form.buyer(who.may("customers:write")),
                form.delivery(),
                form.lines(),
                new Line(form.text("entry"), form.text("entryQuantity")),
                form.paying(),
                form.text("note"),
                Texts.language().code(),
                form.has("sent"));
    }

    /** The id of the field that says what an order calls so; empty when none does. */
    static String fieldOf(String name) {
        return FIELDS.getOrDefault(name, "");
    }

    /** Who the fields of the buyer were made for: another one has other fields. */
    static String shown(Buyer buyer) {
        return buyer.guest() ? "guest" : buyer.customer();
    }

    private Buyer buyer(boolean mayKeep) {
        String customer = text("customer");
        boolean guest = customer.isEmpty() && has("guest");
        return new Buyer(text("find"), customer, guest, guest && mayKeep && has("keep"), text("number"));
    }

    private Delivery delivery() {
        Address typed = new Address(
                text("name"),
                text("company"),
                text("street"),
                text("street2"),
                text("city"),
                text("region"),
                text("postcode"),
                text("country"),
                text("phone"),
                text("email"));
        String method = text("method").isEmpty() ? "STANDARD" : text("method");
        return new Delivery(text("place"), text("billPlace"), typed, method, text("wantedOn"), has("together"));
    }

    private Paying paying() {
        Pay how = Arrays.stream(Pay.values())
                .filter(pay -> pay.name().equals(text("pay")))
                .findFirst()
                .orElse(Pay.LATER);
        return new Paying(how, text("token"), text("charge"));
    }

    private List<Line> lines() {
        List<String> codes = in.getOrDefault("code", List.of());
        List<String> quantities = in.getOrDefault("quantity", List.of());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < codes.size() && i < quantities.size(); i++) {
            lines.add(new Line(clean(codes.get(i)), clean(quantities.get(i))));
        }
        return lines;
    }

    /** The keys of the lines, by which the page knows them. */
    static List<String> keys(MultiValueMap<String, String> in, int lines) {
        List<String> keys = new ArrayList<>();
        for (String key : in.getOrDefault("line", List.of())) {
            if (key.matches("\\d{1,9}") && !keys.contains(key)) {
                keys.add(key);
            }
        }
        for (int next = 1; keys.size() < lines; next++) {
            if (!keys.contains(Integer.toString(next))) {
                keys.add(Integer.toString(next));
            }
        }
        return keys.subList(0, lines);
    }

    private boolean has(String name) {
        return !text(name).isEmpty();
    }

    private String text(String name) {
        List<String> values = in.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : clean(values.getFirst());
    }

    private static String clean(String text) {
        String stripped = text.strip();
        return stripped.length() <= LENGTH_MAX ? stripped : stripped.substring(0, LENGTH_MAX);
    }
}
