package dev.orderwright.promising.sourcing;

import java.util.Arrays;

/**
 * Open lines, their nodes and the free stock as arrays, with a log by which changes are taken back. A line that moves takes
 * its stock from the free stock of its new node and leaves it free at the old one.
 */
final class BacklogState {

    private final int nodes;
    private final int[] orderOf;
    private final int[] itemOf;
    private final long[] quantityOf;
    private final int[] nodeOf;
    private final boolean[] fixed;
    /** By order: its first line; one more entry than orders. */
    private final int[] firstLine;
    /** By order and node. */
    private final boolean[] inTime;
    /** By item and node. */
    private final long[] free;
    /** By item: where its lines begin in {@link #linesOfItem}; one more entry than items. */
    private final int[] firstOfItem;

    private final int[] linesOfItem;

    private int orders;
    private int lines;

    private int[] movedLine = new int[16];
    private int[] movedFrom = new int[16];
    private int moved;

    BacklogState(int lineCount, int orderCount, int itemCount, int nodeCount) {
        nodes = nodeCount;
        orderOf = new int[lineCount];
        itemOf = new int[lineCount];
        quantityOf = new long[lineCount];
        nodeOf = new int[lineCount];
        fixed = new boolean[lineCount];
        firstLine = new int[orderCount + 1];
        inTime = new boolean[orderCount * nodeCount];
        free = new long[itemCount * nodeCount];
        firstOfItem = new int[itemCount + 1];
        linesOfItem = new int[lineCount];
    }

    int beginOrder() {
        firstLine[orders] = lines;
        return orders++;
    }

    void addLine(int item, long quantity, int node, boolean stays) {
        orderOf[lines] = orders - 1;
        itemOf[lines] = item;
        quantityOf[lines] = quantity;
        nodeOf[lines] = node;
        fixed[lines++] = stays;
        firstOfItem[item + 1]++;
    }

    void inTime(int order, int node, boolean kept) {
        inTime[order * nodes + node] = kept;
    }

    void addFree(int item, int node, long quantity) {
        free[item * nodes + node] += Math.max(0, quantity);
    }

    /** All lines are there. */
    void end() {
        firstLine[orders] = lines;
        for (int i = 1; i < firstOfItem.length; i++) {
            firstOfItem[i] += firstOfItem[i - 1];
        }
        int[] next = Arrays.copyOf(firstOfItem, firstOfItem.length);
        for (int l = 0; l < lines; l++) {
            linesOfItem[next[itemOf[l]]++] = l;
        }
    }

    int orders() {
        return orders;
    }

    int nodes() {
        return nodes;
    }

    int firstLine(int order) {
        return firstLine[order];
    }

    int endLine(int order) {
        return firstLine[order + 1];
    }

    int orderOf(int line) {
        return orderOf[line];
    }

    int nodeOf(int line) {
        return nodeOf[line];
    }

    long quantityOf(int line) {
        return quantityOf[line];
    }

    boolean isFixed(int line) {
        return fixed[line];
    }

    boolean isInTime(int order, int node) {
        return inTime[order * nodes + node];
    }

    long freeAt(int line, int node) {
        return free[itemOf[line] * nodes + node];
    }

    int firstOfSameItem(int line) {
        return firstOfItem[itemOf[line]];
    }

    int endOfSameItem(int line) {
        return firstOfItem[itemOf[line] + 1];
    }

    int lineOfItem(int place) {
        return linesOfItem[place];
    }

    /** True when another line than this one of the order comes from the node. */
    boolean usesBesides(int line, int node) {
        int order = orderOf[line];
        for (int l = firstLine[order]; l < firstLine[order + 1]; l++) {
            if (l != line && nodeOf[l] == node) {
                return true;
            }
        }
        return false;
    }

    /** From how many nodes an order comes. */
    int shipments(int order) {
        int count = 0;
        for (int l = firstLine[order]; l < firstLine[order + 1]; l++) {
            boolean seen = false;
            for (int before = firstLine[order]; before < l && !seen; before++) {
                seen = nodeOf[before] == nodeOf[l];
            }
            count += seen ? 0 : 1;
        }
        return count;
    }

    long shipments() {
        long count = 0;
        for (int o = 0; o < orders; o++) {
            count += shipments(o);
        }
        return count;
    }

    /** Frees a line's stock where it is, without giving it a place: {@link #settle} must follow. */
    void lift(int line) {
        free[itemOf[line] * nodes + nodeOf[line]] += quantityOf[line];
        if (moved == movedLine.length) {
            movedLine = Arrays.copyOf(movedLine, 2 * moved);
            movedFrom = Arrays.copyOf(movedFrom, 2 * moved);
        }
        movedLine[moved] = line;
        movedFrom[moved++] = nodeOf[line];
    }

    /** Gives a lifted line a place; there may be too little for a moment, until another line is lifted from there. */
    void settle(int line, int node) {
        free[itemOf[line] * nodes + node] -= quantityOf[line];
        nodeOf[line] = node;
    }

    /** The changes so far; {@link #undo} goes back to it. */
    int mark() {
        return moved;
    }

    void undo(int mark) {
        while (moved > mark) {
            moved--;
            int line = movedLine[moved];
            free[itemOf[line] * nodes + nodeOf[line]] += quantityOf[line];
            free[itemOf[line] * nodes + movedFrom[moved]] -= quantityOf[line];
            nodeOf[line] = movedFrom[moved];
        }
    }

    /** What is done stays done. */
    void commit() {
        moved = 0;
    }
}
