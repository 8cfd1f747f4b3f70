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
        strategy(why, currency, said);
        nodes.forEach(node -> node((Map<?, ?>) node, currency, said));
        if (why.get("split") instanceof Number split) {
            said.add(t("orders.why.split", cost(split, currency)));
        }
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

    private static void strategy(Map<?, ?> why, String currency, List<String> said) {
        if (!(why.get("strategy") instanceof Number version)) {
            return;
        }
        if (why.get("aim") == null) {
            said.add(t("orders.why.fewestShipments", version));
        } else if (why.get("strategyName") instanceof String name) {
            said.add(t("orders.why.leastCostNamed", name, version, cost(why.get("total"), currency)));
        } else {
            said.add(t("orders.why.leastCost", version, cost(why.get("total"), currency)));
        }
    }

    /** By part, where more than carriage counts. */
    private static void costs(String name, Map<?, ?> node, String currency, List<String> said) {
        if (node.get("costs") instanceof Map<?, ?> parts
                && parts.keySet().stream().anyMatch(p -> !"SHIPPING".equals(p))) {
            said.add(t(
                    "orders.why.counts",
                    name,
                    parts.entrySet().stream()
                            .map(part -> words("orders.cost.", String.valueOf(part.getKey())) + " "
                                    + cost(part.getValue(), currency))
                            .collect(Collectors.joining(", "))));
        }
    }

    /** How much dearer it would have been, and mostly by what. */
    private static String dearer(Map<?, ?> other, String currency) {
        if (!(other.get("dearerBy") instanceof Number by) || by.longValue() <= 0) {
            return "";
        }
        return " "
                + (other.get("mostly") instanceof String part
                        ? t("orders.why.dearerMostly", cost(by, currency), words("orders.cost.", part))
                        : t("orders.why.dearer", cost(by, currency)));
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
            costs(name, node, currency, said);
        } else {
            said.add(t(
                            "orders.why.notTaken",
                            name,
                            number(node.get("has")),
                            day(node.get("deliver")),
                            words("orders.why.because.", String.valueOf(node.get("because"))),
                            cost(node.get("cost"), currency))
                    + dearer(node, currency));
        }
    }

    private String beaten(Map<?, ?> plan, String currency) {
        return t(
                        "orders.why.beat",
                        names(plan.get("nodes")),
                        cost(plan.get("cost"), currency),
                        day(plan.get("deliver")),
                        words("orders.why.because.", String.valueOf(plan.get("because"))))
                + dearer(plan, currency);
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
