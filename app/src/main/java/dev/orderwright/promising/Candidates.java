package dev.orderwright.promising;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The nodes one order could be served from. Two steps: {@link #of} asks which nodes may serve it and when, then {@link
 * #offer} what each of them has for it.
 */
final class Candidates {

    private static final Source[] NONE = {};

    /** By node of the network; null where the node may not serve the order. */
    final @Nullable Source[] byNode;
    /** By node of the network; null where the node is offered. */
    final @Nullable Because[] because;
    /** Those that have something, best ranked first. */
    Source[] offered = NONE;

    final SourceNode[] network;
    final Journey journey;

    private Candidates(SourceNode[] network, Journey journey) {
        this.network = network;
        this.journey = journey;
        byNode = new @Nullable Source[network.length];
        because = new @Nullable Because[network.length];
    }

    static Candidates of(Demand demand, SourceNode[] network) {
        Journey journey = Journey.of(demand);
        Candidates candidates = new Candidates(network, journey);
        for (int i = 0; i < network.length; i++) {
            SourceNode node = network[i];
            Because refused = refusal(demand, node);
            if (refused == null) {
                int shipDay = journey.shipDay(node);
                if (shipDay == NodeCalendar.NEVER) {
                    refused = Because.NEVER_OPEN;
                } else {
                    DeliveryZone zone = journey.zone(node);
                    candidates.byNode[i] = new Source(i, node, zone, shipDay, journey.deliverDay(shipDay, zone));
                }
            }
            candidates.because[i] = refused;
        }
        return candidates;
    }

    /** The same nodes for another demand from the same place at the same moment: nothing of them has been asked yet. */
    Candidates again() {
        Candidates candidates = new Candidates(network, journey);
        System.arraycopy(because, 0, candidates.because, 0, because.length);
        for (int i = 0; i < byNode.length; i++) {
            Source source = byNode[i];
            candidates.byNode[i] = source == null ? null : source.again();
        }
        return candidates;
    }

    private static @Nullable Because refusal(Demand demand, SourceNode node) {
        if (!node.active()) {
            return Because.INACTIVE;
        }
        if (!node.ships()) {
            return Because.SHIPS_NOTHING;
        }
        if (demand.excludedNodes().contains(node.id())) {
            return Because.EXCLUDED;
        }
        Long only = demand.onlyNode();
        return only != null && only != node.id() ? Because.OTHER_CHOSEN_BY_HAND : null;
    }

    /** Fills in what each candidate can give after limits, and ranks those that can give something. */
    void offer(Demand demand, Wanted wanted, StockBook stock, LimitBook limits) {
        Source[] giving = new Source[byNode.length];
        int count = 0;
        for (int i = 0; i < byNode.length; i++) {
            Source source = byNode[i];
            if (source == null) {
                continue;
            }
            fill(source, wanted, stock, limits.at(source.node, demand));
            if (source.units > 0) {
                giving[count++] = source;
            } else {
                because[i] = Because.NOTHING_THERE;
            }
        }
        offered = Arrays.copyOf(giving, count);
        rank(wanted, DeliveryMethod.of(demand.method()));
    }

    private static void fill(Source source, Wanted wanted, StockBook stock, long @Nullable [] kept) {
        long[] usable = new long[wanted.count];
        for (int i = 0; i < wanted.count; i++) {
            int cell = stock.cell(wanted.items[i], source.position);
            long there = stock.available(cell) - (kept == null ? 0 : kept[cell]);
            long use = Math.min(Math.max(0, there), wanted.quantities[i]);
            usable[i] = use;
            source.units += use;
            wanted.reachable[i] = Math.min(wanted.quantities[i], wanted.reachable[i] + use);
        }
        source.usable = usable;
    }

    private void rank(Wanted wanted, DeliveryMethod method) {
        long weight = 0;
        for (int i = 0; i < wanted.count; i++) {
            weight += wanted.weight(i, wanted.reachable[i]);
        }
        for (Source source : offered) {
            source.cost = Tariffs.priceMinor(source.zone, method, weight);
        }
        if (offered.length > 1) {
            Arrays.sort(offered, Source.RANK);
        }
        for (int i = 0; i < offered.length; i++) {
            offered[i].rank = i;
        }
    }
}
