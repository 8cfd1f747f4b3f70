package dev.orderwright.promising;

import dev.orderwright.promising.SourceSearch.Choice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down why a plan is as it is, small enough to be kept with every order: what each chosen node has and gives,
 * what it costs and when it arrives; the best of the rest with the same figures and the reason; the codes of all others
 * by reason; the sets of nodes that came next; and why something is short. Where amounts decide, also what each part of the
 * cost counts ({@link CostExplanation}).
 */
final class Explanation {

    private static final int REJECTED_IN_DETAIL_MAX = 2;
    private static final int OTHERS_MAX = 20;

    private Explanation() {}

    static Map<String, Object> of(
            Demand demand, Wanted wanted, Candidates candidates, Choice choice, Lack lack, PlanCost cost) {
        Selection taken = choice.best();
        Map<String, Object> why = new LinkedHashMap<>(8);
        CostExplanation costs = new CostExplanation(cost, taken);
        why.put("wanted", wanted.units());
        why.put("currency", Tariffs.CURRENCY);
        costs.strategy(why);
        conditions(demand, why);
        if (taken != null && taken.sources.length > 1) {
            why.put("cost", taken.cost);
        }
        Map<Because, List<String>> others = new EnumMap<>(Because.class);
        why.put("nodes", nodes(demand, wanted, candidates, taken, costs, others));
        refused(candidates, others);
        if (!others.isEmpty()) {
            why.put("others", shortened(others));
        }
        if (taken != null && !choice.beaten().isEmpty()) {
            why.put("beat", beaten(taken, choice.beaten(), costs));
        }
        if (lack != Lack.NONE) {
            why.put("short", lack.code);
        }
        return why;
    }

    private static void conditions(Demand demand, Map<String, Object> why) {
        LocalDate requestedOn = demand.requestedOn();
        if (requestedOn != null) {
            why.put("requested", requestedOn.toString());
        }
        if (demand.shipmentsMax() > 0) {
            why.put("shipmentsMax", demand.shipmentsMax());
        }
        if (demand.onlyNode() != null) {
            why.put("setByHand", true);
        }
    }

    private static List<Map<String, Object>> nodes(
            Demand demand,
            Wanted wanted,
            Candidates candidates,
            @Nullable Selection taken,
            CostExplanation costs,
            Map<Because, List<String>> others) {
        List<Map<String, Object>> nodes = new ArrayList<>(3);
        if (taken != null) {
            for (int s = 0; s < taken.sources.length; s++) {
                Map<String, Object> node = figures(taken.sources[s]);
                node.put("took", taken.unitsFrom[s]);
                node.put("cost", taken.costFrom[s]);
                costs.shipment(s, node);
                nodes.add(node);
            }
        }
        int detailed = 0;
        for (Source source : candidates.offered) {
            if (taken != null && taken.holds(source)) {
                continue;
            }
            Selection alone = costs.compares() && source.hasAll(wanted)
                    ? Selection.of(new Source[] {source}, wanted, DeliveryMethod.of(demand.method()))
                    : null;
            Because because = alone == null ? because(source, wanted, taken) : costs.against(alone);
            if (detailed++ < REJECTED_IN_DETAIL_MAX) {
                Map<String, Object> node = figures(source);
                if (source.hasAll(wanted)) {
                    node.put("cost", source.cost);
                }
                node.put("because", because.code);
                if (alone != null) {
                    costs.dearer(alone, node);
                }
                nodes.add(node);
            } else {
                others.computeIfAbsent(because, b -> new ArrayList<>(2)).add(source.node.code());
            }
        }
        return nodes;
    }

    private static Map<String, Object> figures(Source source) {
        Map<String, Object> node = new LinkedHashMap<>(8);
        node.put("node", source.node.code());
        node.put("has", source.units);
        node.put("ship", source.shipOn().toString());
        node.put("deliver", source.deliverOn().toString());
        return node;
    }

    private static Because because(Source source, Wanted wanted, @Nullable Selection taken) {
        if (!source.hasAll(wanted)) {
            return taken == null || taken.sources.length == 1 ? Because.HAS_LESS : Because.NOT_NEEDED;
        }
        return taken == null ? Because.HAS_LESS : against(taken, source.cost, source.deliverDay);
    }

    private static Because against(Selection taken, long cost, int deliverDay) {
        if (cost != taken.cost) {
            return Because.DEARER;
        }
        return deliverDay > taken.deliverDay ? Because.LATER : Because.NO_BETTER;
    }

    private static void refused(Candidates candidates, Map<Because, List<String>> others) {
        for (int i = 0; i < candidates.because.length; i++) {
            Because because = candidates.because[i];
            if (because != null) {
                others.computeIfAbsent(because, b -> new ArrayList<>(2)).add(candidates.network[i].code());
            }
        }
    }

    /** Node codes by reason; a long list ends in the number of those left out. */
    private static Map<String, Object> shortened(Map<Because, List<String>> others) {
        Map<String, Object> shortened = new LinkedHashMap<>(8);
        others.forEach((because, codes) -> {
            List<String> shown = codes;
            if (codes.size() > OTHERS_MAX) {
                shown = new ArrayList<>(codes.subList(0, OTHERS_MAX));
                shown.add("+" + (codes.size() - OTHERS_MAX));
            }
            shortened.put(because.code, shown);
        });
        return shortened;
    }

    private static List<Map<String, Object>> beaten(
            Selection taken, List<Selection> selections, CostExplanation costs) {
        List<Map<String, Object>> beaten = new ArrayList<>(selections.size());
        for (Selection selection : selections) {
            List<String> codes = new ArrayList<>(selection.sources.length);
            for (Source source : selection.sources) {
                codes.add(source.node.code());
            }
            Map<String, Object> entry = new LinkedHashMap<>(8);
            entry.put("nodes", codes);
            entry.put("cost", selection.cost);
            entry.put("deliver", LocalDate.ofEpochDay(selection.deliverDay).toString());
            Because because = selection.units < taken.units
                    ? Because.HAS_LESS
                    : costs.compares()
                            ? costs.against(selection)
                            : against(taken, selection.cost, selection.deliverDay);
            entry.put("because", because.code);
            costs.dearer(selection, entry);
            beaten.add(entry);
        }
        return beaten;
    }
}
