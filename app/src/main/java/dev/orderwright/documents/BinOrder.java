package dev.orderwright.documents;

import java.util.Comparator;

/** The order of bins on the rack: runs of digits count as numbers, so that bin 2 comes before bin 10. */
final class BinOrder {

    static final Comparator<String> ALONG_THE_RACK = BinOrder::compare;

    private BinOrder() {}

    private static int compare(String left, String right) {
        int l = 0;
        int r = 0;
        while (l < left.length() && r < right.length()) {
            int lEnd = runEnd(left, l);
            int rEnd = runEnd(right, r);
            int order = compareRuns(left.substring(l, lEnd), right.substring(r, rEnd));
            if (order != 0) {
                return order;
            }
            l = lEnd;
            r = rEnd;
        }
        int order = Integer.compare(left.length() - l, right.length() - r);
        return order != 0 ? order : left.compareTo(right);
    }

    private static int compareRuns(String left, String right) {
        if (!isDigit(left.charAt(0)) || !isDigit(right.charAt(0))) {
            return left.compareToIgnoreCase(right);
        }
        String l = left.replaceFirst("^0+", "");
        String r = right.replaceFirst("^0+", "");
        return l.length() != r.length() ? Integer.compare(l.length(), r.length()) : l.compareTo(r);
    }

    private static int runEnd(String text, int from) {
        boolean digits = isDigit(text.charAt(from));
        int end = from + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
