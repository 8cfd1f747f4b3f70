package dev.orderwright.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One order as it stands inside a transaction that holds its lock. */
public final class LockedOrder {

    private final OrderHead head;
    private final Map<Integer, OrderLine> lines;
    private final List<Hold> holds;
    private final Set<Long> excludedNodes;
    private List<Slice> slices;

    LockedOrder(
            OrderHead head,
            Map<Integer, OrderLine> lines,
            List<Slice> slices,
            List<Hold> holds,
            Set<Long> excludedNodes) {
        this.head = head;
        this.lines = lines;
        this.slices = slices;
        this.holds = holds;
        this.excludedNodes = excludedNodes;
    }

    public OrderHead head() {
        return head;
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines.values());
    }

    public OrderLine line(int lineNo) {
        OrderLine line = lines.get(lineNo);
        if (line == null) {
            throw new IllegalStateException("order " + head.number() + " has no line " + lineNo);
        }
        return line;
    }

    public Optional<OrderLine> findLine(int lineNo) {
        return Optional.ofNullable(lines.get(lineNo));
    }

    /** By line and unit. After {@link OrderSlices#apply} these are the new ones. */
    public List<Slice> slices() {
        return slices;
    }

    public List<Slice> slices(SliceState state) {
        return slices.stream().filter(slice -> slice.state() == state).toList();
    }

    public List<Slice> slicesOfFulfilment(long fulfilmentId) {
        return slices.stream()
                .filter(slice -> slice.fulfilmentId() != null && slice.fulfilmentId() == fulfilmentId)
                .toList();
    }

    public List<Hold> activeHolds() {
        return holds.stream().filter(Hold::isActive).toList();
    }

    /** The first hold that keeps the slice (null: the order as a whole) from the transition. */
    public Optional<Hold> blocked(HoldBlock what, @Nullable Slice slice) {
        return holds.stream().filter(hold -> hold.stops(what, slice)).findFirst();
    }

    public Set<Long> excludedNodes() {
        return excludedNodes;
    }

    void replaceSlices(List<Slice> changed) {
        slices = List.copyOf(changed);
    }

    int sliceStates() {
        return slices.stream().mapToInt(slice -> slice.state().bit()).reduce(0, (a, b) -> a | b);
    }
}
