package dev.orderwright.fulfilment.web;

import dev.orderwright.documents.Bars;
import java.util.List;

/**
 * The commands that can be scanned at the floor.
 *
 * @param paper where the same is printed; empty when the caller may not
 */
public record ScanSheetPage(List<Group> groups, String paper) {

    /** Commands that are used together. */
    public record Group(String title, List<Entry> entries) {}

    /** A command, and its barcode. */
    public record Entry(String title, String does, String code, Bars bars) {}
}
