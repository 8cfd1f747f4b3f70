package dev.orderwright.promising;

import java.util.List;

/** What one order wants: its lines, added up per item, so that lines of the same item share the item's stock. */
final class Wanted {

    /** Heavier than anything that is carried; keeps sums of absurd weights from overflowing. */
    private static final long WEIGHT_MAX = 100_000_000_000_000L;

    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    final int count;
    final int[] items;
    final long[] quantities;
    /** As much of each quantity as all candidate nodes together have. */
    final long[] reachable;

    final int[] positionOfLine;
    private final long[] grams;
    /** How many smallest units weigh that much. */
    private final long[] wholeUnits;

    private Wanted(int count, int[] items, long[] quantities, long[] grams, long[] wholeUnits, int[] positionOfLine) {
        this.count = count;
        this.items = items;
        this.quantities = quantities;
        this.grams = grams;
        this.wholeUnits = wholeUnits;
        this.positionOfLine = positionOfLine;
        reachable = new long[count];
    }

    static Wanted of(List<DemandLine> lines, StockBook stock) {
        int size = lines.size();
        int[] items = new int[size];
        long[] quantities = new long[size];
        long[] grams = new long[size];
        long[] wholeUnits = new long[size];
        int[] positionOfLine = new int[size];
        int[] mark = stock.mark();
        int count = 0;
        for (int i = 0; i < size; i++) {
            DemandLine line = lines.get(i);
            int item = stock.item(line.itemId());
            if (mark[item] == 0) {
                items[count] = item;
                grams[count] = line.weightGrams();
                wholeUnits[count] = POWERS_OF_TEN[line.quantityDecimals()];
                mark[item] = ++count;
            }
            int position = mark[item] - 1;
            positionOfLine[i] = position;
            quantities[position] = Math.addExact(quantities[position], line.quantity());
        }
        for (int i = 0; i < count; i++) {
            mark[items[i]] = 0;
        }
        return new Wanted(count, items, quantities, grams, wholeUnits, positionOfLine);
    }

    long weight(int position, long quantity) {
        long unit = wholeUnits[position];
        long whole = unit == 1 ? quantity : quantity / unit;
        long each = grams[position];
        if (each != 0 && whole > WEIGHT_MAX / each) {
            return WEIGHT_MAX;
        }
        return unit == 1 ? each * whole : each * whole + each * (quantity % unit) / unit;
    }

    long units() {
        long units = 0;
        for (int i = 0; i < count; i++) {
            units += quantities[i];
        }
        return units;
    }
}
