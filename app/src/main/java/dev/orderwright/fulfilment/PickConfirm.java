package dev.orderwright.fulfilment;

import java.util.List;

/** What was taken from bins for a fulfilment order, as it was scanned. */
public record PickConfirm(long fulfilmentId, List<Scan> scans) {

    public PickConfirm {
        scans = List.copyOf(scans);
    }

    /**
     * One scan.
     *
     * @param code SKU or barcode
     * @param bin where it was taken from
     * @param quantity in the item's smallest unit
     */
    public record Scan(String code, String bin, long quantity) {}
}
