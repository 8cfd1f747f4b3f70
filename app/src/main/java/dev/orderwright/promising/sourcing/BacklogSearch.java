package dev.orderwright.promising.sourcing;

/**
 * Takes shipments away from split orders, one after the other: all lines to one node; else the lines of one of its nodes to
 * its other nodes; else the lines of two of its nodes to a third. Where stock is missing, a line of another order makes
 * room: it goes to where the first line comes from, or to other free stock, if its order gets no more shipments by it.
 */
final class BacklogSearch {

    /** Of an item that everybody orders, so many lines are asked to make room. */
    private static final int ASKED_MAX = 400;

    private final BacklogState state;
    private long workLeft;

    BacklogSearch(BacklogState state, long workMax) {
        this.state = state;
        workLeft = workMax;
    }

    /** True when nothing more was found; false when the work was used up. */
    boolean run() {
        boolean better = true;
        while (better && workLeft > 0) {
            better = false;
            for (int o = 0; o < state.orders() && workLeft > 0; o++) {
                while (state.shipments(o) > 1 && improve(o)) {
                    better = true;
                }
            }
        }
        return workLeft > 0;
    }

    private boolean improve(int order) {
        return toOneNode(order) || withoutOne(order) || twoToAnother(order);
    }

    private boolean toOneNode(int order) {
        for (int n = 0; n < state.nodes(); n++) {
            if (state.isInTime(order, n) && attempt(order, -1, -1, n)) {
                return true;
            }
        }
        return false;
    }

    /** Lines of one node go wherever else the order comes from. */
    private boolean withoutOne(int order) {
        for (int l = state.firstLine(order); l < state.endLine(order); l++) {
            int left = state.nodeOf(l);
            int mark = state.mark();
            int before = state.shipments(order);
            if (scatter(order, left) && state.shipments(order) < before) {
                state.commit();
                return true;
            }
            state.undo(mark);
        }
        return false;
    }

    private boolean scatter(int order, int left) {
        for (int l = state.firstLine(order); l < state.endLine(order); l++) {
            if (state.nodeOf(l) == left && !toAnyOther(order, l, left)) {
                return false;
            }
        }
        return true;
    }

    private boolean toAnyOther(int order, int line, int left) {
        for (int l = state.firstLine(order); l < state.endLine(order); l++) {
            int node = state.nodeOf(l);
            if (node != left && state.isInTime(order, node) && place(line, node)) {
                return true;
            }
        }
        return false;
    }

    private boolean twoToAnother(int order) {
        for (int a = state.firstLine(order); a < state.endLine(order); a++) {
            for (int b = a + 1; b < state.endLine(order); b++) {
                int one = state.nodeOf(a);
                int two = state.nodeOf(b);
                for (int n = 0; one != two && n < state.nodes(); n++) {
                    if (state.isInTime(order, n) && attempt(order, one, two, n)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Moves the lines of two nodes (−1 for both: of all nodes) to another; all or none. */
    private boolean attempt(int order, int one, int two, int to) {
        int mark = state.mark();
        int before = state.shipments(order);
        for (int l = state.firstLine(order); l < state.endLine(order); l++) {
            int node = state.nodeOf(l);
            boolean goes = one < 0 || node == one || node == two;
            if (goes && node != to && !place(l, to)) {
                state.undo(mark);
                return false;
            }
        }
        if (state.shipments(order) < before) {
            state.commit();
            return true;
        }
        state.undo(mark);
        return false;
    }

    private boolean place(int line, int to) {
        workLeft--;
        if (state.isFixed(line)) {
            return false;
        }
        if (state.freeAt(line, to) >= state.quantityOf(line)) {
            state.lift(line);
            state.settle(line, to);
            return true;
        }
        return makeRoom(line, to);
    }

    /** One line of another order leaves the node, so that there is enough. */
    private boolean makeRoom(int line, int to) {
        long missing = state.quantityOf(line) - state.freeAt(line, to);
        int asked = 0;
        int mark = state.mark();
        for (int i = state.firstOfSameItem(line); i < state.endOfSameItem(line) && asked < ASKED_MAX; i++) {
            int other = state.lineOfItem(i);
            workLeft--;
            if (state.nodeOf(other) != to
                    || state.quantityOf(other) < missing
                    || state.isFixed(other)
                    || state.orderOf(other) == state.orderOf(line)) {
                continue;
            }
            asked++;
            state.lift(line);
            state.settle(line, to);
            if (leaves(other, to)) {
                return true;
            }
            state.undo(mark);
        }
        return false;
    }

    private boolean leaves(int other, int from) {
        int order = state.orderOf(other);
        boolean alone = !state.usesBesides(other, from);
        for (int n = 0; n < state.nodes(); n++) {
            workLeft--;
            if (n != from
                    && state.freeAt(other, n) >= state.quantityOf(other)
                    && state.isInTime(order, n)
                    && (alone || state.usesBesides(other, n))) {
                state.lift(other);
                state.settle(other, n);
                return true;
            }
        }
        return false;
    }
}
