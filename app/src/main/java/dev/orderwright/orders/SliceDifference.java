package dev.orderwright.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has to be written so that the stored slices of an order become the new ones. */
record SliceDifference(List<Slice> inserts, List<Slice> updates, List<Slice> deletes) {

    private record Key(int lineNo, long firstUnit) {}

    static SliceDifference between(List<Slice> before, List<Slice> after) {
        Map<Key, Slice> old = new HashMap<>();
        before.forEach(slice -> old.put(new Key(slice.lineNo(), slice.firstUnit()), slice));
        List<Slice> inserts = new ArrayList<>();
        List<Slice> updates = new ArrayList<>();
        for (Slice slice : after) {
            Slice known = old.remove(new Key(slice.lineNo(), slice.firstUnit()));
            if (known == null) {
                inserts.add(slice);
            } else if (!known.equals(slice)) {
                updates.add(slice);
            }
        }
        return new SliceDifference(inserts, updates, new ArrayList<>(old.values()));
    }
}
