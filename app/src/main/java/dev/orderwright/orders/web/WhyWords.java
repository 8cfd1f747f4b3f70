package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The stored explanation of a sourcing plan, in sentences: what each node gave, what the others had and why they were not
 * taken, which plans came next, and why something is short.
 */
final class WhyWords {

    private final Map<String, String> names;

    WhyWords(Collection<Node> nodes) {
        this.names = nodes.stream().collect(Collectors.toMap(Node::code, Node::name));
    }

    /** Nothing when it is not the explanation of a plan. */
    List<String> sentences(Map<?, ?> why) {
        if (!(why.get("nodes") instanceof List<?> nodes)) {
            return List.of();
        }
        String currency = String.valueOf(why.get("currency"));
        List<String> said = new ArrayList<>();
        if (why.get("setByHand") != null) {
            said.add(t("orders.why.setByHand"));
        }
        nodes.forEach(node -> node((Map<?, ?>) node, currency, said));
        if (why.get("short") instanceof String code) {
            said.add(words("orders.why.short.", code));
        }
        if (why.get("beat") instanceof List<?> plans) {
            plans.forEach(plan -> said.add(beaten((Map<?, ?>) plan, currency)));
        }
        if (why.get("others") instanceof Map<?, ?> others) {
            others.forEach((because, codes) -> said.add(
                    t("orders.why.others", words("orders.why.because.", String.valueOf(because)), names((List<?>)
                            codes))));
        }
        return said;
    }

    private void node(Map<?, ?> node, String currency, List<String> said) {
        String name = name(node.get("node"));
        if (node.get("took") instanceof Number took) {
            said.add(t(
                    "orders.why.took",
                    name,
                    Show.number(took.longValue()),
                    day(node.get("ship")),
                    day(node.get("deliver")),
                    cost(node.get("cost"), currency)));
        } else {
            said.add(t(
                    "orders.why.notTaken",
                    name,
                    number(node.get("has")),
                    day(node.get("deliver")),
                    words("orders.why.because.", String.valueOf(node.get("because"))),
                    cost(node.get("cost"), currency)));
        }
    }

    private String beaten(Map<?, ?> plan, String currency) {
        return t(
                "orders.why.beat",
                names(plan.get("nodes")),
                cost(plan.get("cost"), currency),
                day(plan.get("deliver")),
                words("orders.why.because.", String.valueOf(plan.get("because"))));
    }

    private String names(@Nullable Object codes) {
        return codes instanceof List<?> list ? list.stream().map(this::name).collect(Collectors.joining(", ")) : "";
    }

    private String name(@Nullable Object code) {
        return names.getOrDefault(String.valueOf(code), String.valueOf(code));
    }

    private static String words(String family, String code) {
        return Texts.has(family + code) ? t(family + code) : code;
    }

    private static String number(@Nullable Object units) {
        return units instanceof Number number ? Show.number(number.longValue()) : "–";
    }

    private static String day(@Nullable Object iso) {
        return iso instanceof String text ? Show.day(LocalDate.parse(text)) : "–";
    }

    private static String cost(@Nullable Object minor, String currency) {
        return minor instanceof Number number ? Show.money(new Money(number.longValue(), currency)) : "–";
    }
}
