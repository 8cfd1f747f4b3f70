package dev.orderwright.promising;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Gives what the chosen nodes have to the lines of the order, in line order, and takes it from the stock book. */
final class Allotment {

    private Allotment() {}

    /** @param open by line: the quantity still open; goes down by what is allocated */
    static List<Allocation> of(Demand demand, Wanted wanted, Selection selection, StockBook stock, long[] open) {
        Source[] sources = selection.sources;
        long[] left = take(wanted, sources, stock);
        List<Allocation> allocations = new ArrayList<>(open.length);
        for (int l = 0; l < open.length; l++) {
            DemandLine line = demand.lines().get(l);
            for (int s = 0; s < sources.length && open[l] > 0; s++) {
                int cell = wanted.positionOfLine[l] * sources.length + s;
                long quantity = Math.min(open[l], left[cell]);
                if (quantity > 0) {
                    left[cell] -= quantity;
                    open[l] -= quantity;
                    Source source = sources[s];
                    allocations.add(new Allocation(
                            line.lineNo(),
                            line.itemId(),
                            source.node.id(),
                            quantity,
                            source.shipOn(),
                            source.deliverOn()));
                }
            }
        }
        return Collections.unmodifiableList(allocations);
    }

    /** What each source gives of each item. */
    private static long[] take(Wanted wanted, Source[] sources, StockBook stock) {
        long[] taken = new long[wanted.count * sources.length];
        long[] shares = new long[sources.length];
        for (int i = 0; i < wanted.count; i++) {
            Selection.share(sources, wanted, i, shares);
            for (int s = 0; s < sources.length; s++) {
                taken[i * sources.length + s] = shares[s];
                stock.take(wanted.items[i], sources[s].position, shares[s]);
            }
        }
        return taken;
    }
}
