package dev.orderwright.geo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays an address out as its country writes it. Pure. */
public final class AddressLayout {

    private static final String NEW_LINE = "%n";

    private AddressLayout() {}

    /**
     * The lines below each other, without the country. A part that is empty leaves nothing behind, nor what stands between it
     * and its neighbour; what is there and has no place in the layout stands at the end, so that nothing is lost.
     *
     * @param address the lines of a part, none or several for the street
     */
    public static List<String> lines(AddressFormat format, Map<AddressPart, List<String>> address) {
        List<String> lines = new ArrayList<>();
        Set<AddressPart> written = EnumSet.noneOf(AddressPart.class);
        for (String row : format.layout().split(NEW_LINE, -1)) {
            lines.addAll(row(row, address, written));
        }
        for (Map.Entry<AddressPart, List<String>> part : address.entrySet()) {
            if (!written.contains(part.getKey())) {
                lines.addAll(filled(part.getValue()));
            }
        }
        return List.copyOf(lines);
    }

    private static List<String> row(String row, Map<AddressPart, List<String>> address, Set<AddressPart> written) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        StringBuilder between = new StringBuilder();
        boolean afterGap = false;
        for (int i = 0; i < row.length(); i++) {
            if (row.charAt(i) != '%' || i + 1 == row.length()) {
                between.append(row.charAt(i));
                continue;
            }
            AddressPart part = AddressPart.of(row.charAt(++i));
            List<String> texts = filled(address.getOrDefault(part, List.of()));
            written.add(part);
            if (texts.isEmpty()) {
                afterGap = true;
            } else {
                lines.addAll(texts.subList(0, texts.size() - 1));
                line.append(joint(line.isEmpty(), between.toString(), afterGap)).append(texts.getLast());
                afterGap = false;
            }
            between.setLength(0);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** What stands before a part: a mark of its own at the beginning of a line, else what divides it from the part before. */
    private static String joint(boolean begins, String between, boolean afterGap) {
        if (begins) {
            return afterGap ? "" : between.stripLeading();
        }
        return between;
    }

    private static List<String> filled(List<String> texts) {
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }
}
