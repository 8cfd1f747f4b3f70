package dev.orderwright.promising;

import dev.orderwright.inventory.LimitDay;
import dev.orderwright.inventory.Node;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All nodes as planning sees them, in the order of their ids.
 *
 * @param zones the time zones they lie in
 */
record Network(SourceNode[] nodes, Set<ZoneId> zones) {

    static Network of(List<Node> nodes) {
        Set<ZoneId> zones = new HashSet<>();
        List<SourceNode> sources = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            zones.add(node.zone());
            sources.add(source(node));
        }
        sources.sort(Comparator.comparingLong(SourceNode::id));
        return new Network(sources.toArray(SourceNode[]::new), zones);
    }

    private static SourceNode source(Node node) {
        return new SourceNode(
                node.id(),
                node.code(),
                Reach.of(Place.of(node.country(), node.postcode())),
                new NodeCalendar(node.zone(), node.openDays(), node.closedDays(), node.cutOff(), node.processingDays()),
                node.active(),
                node.ships());
    }

    long[] ids() {
        return Arrays.stream(nodes).mapToLong(SourceNode::id).toArray();
    }

    /** The channels and local days for which limits may hold. */
    Set<LimitDay> limitDays(List<Demand> demands) {
        Set<LimitDay> days = new HashSet<>();
        for (Demand demand : demands) {
            for (ZoneId zone : zones) {
                days.add(new LimitDay(demand.channel(), LocalDate.ofInstant(demand.at(), zone)));
            }
        }
        return days;
    }
}
