package dev.orderwright.documents;

import java.util.List;

/**
 * A sheet of barcodes that are commands to a station of the warehouse, to be laid on its table.
 *
 * @param title what the sheet is called, in the language of its readers, like everything on it
 * @param intro what to do with it
 */
public record ScanSheetView(String title, String intro, List<Group> groups) {

    public ScanSheetView {
        groups = List.copyOf(groups);
    }

    /** Commands that are used together. */
    public record Group(String title, List<Entry> entries) {

        public Group {
            entries = List.copyOf(entries);
        }
    }

    /** One command: what its barcode says, what it is called, and what it does. */
    public record Entry(String code, String title, String does) {}
}
