package dev.orderwright.channels.retail.file;

import java.time.ZoneOffset;

/**
 * A set of 64-bit fingerprints of rows, to tell whether the same row was seen before at 8 to 24 bytes a row. That two
 * different rows of a million share a fingerprint has a chance of about one in forty million.
 */
final class Fingerprints {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Open addressing; 0 marks a free place. */
    private long[] places = new long[1 << 12];

    private int size;

    /** True when the row was not seen before. */
    boolean add(RetailRow row) {
        if (3 * size > 2 * places.length) {
            grow();
        }
        boolean added = put(places, of(row));
        size += added ? 1 : 0;
        return added;
    }

    private static long of(RetailRow row) {
        long print = FNV_OFFSET;
        print = with(print, row.invoiceNo());
        print = with(print, row.stockCode());
        print = with(print, row.description());
        print = with(print, row.customerId());
        print = with(print, row.country());
        print = with(print, row.quantity());
        print = with(print, row.unitPrice().hashCode());
        print = with(print, row.at().toEpochSecond(ZoneOffset.UTC));
        print = (print ^ (print >>> 33)) * 0xff51afd7ed558ccdL;
        print ^= print >>> 33;
        return print == 0 ? 1 : print;
    }

    private static long with(long print, String text) {
        for (int i = 0; i < text.length(); i++) {
            print = (print ^ text.charAt(i)) * FNV_PRIME;
        }
        return (print ^ Character.MAX_VALUE) * FNV_PRIME;
    }

    private static long with(long print, long number) {
        long low = (print ^ (number & 0xffffffffL)) * FNV_PRIME;
        return (low ^ (number >>> 32)) * FNV_PRIME;
    }

    private static boolean put(long[] places, long print) {
        int mask = places.length - 1;
        int place = (int) print & mask;
        while (places[place] != 0 && places[place] != print) {
            place = (place + 1) & mask;
        }
        boolean free = places[place] == 0;
        places[place] = print;
        return free;
    }

    private void grow() {
        long[] wider = new long[2 * places.length];
        for (long print : places) {
            if (print != 0) {
                put(wider, print);
            }
        }
        places = wider;
    }
}
