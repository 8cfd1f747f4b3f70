package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What people may do to balances by hand. */
final class AdjustmentRules {

    private static final Set<Bucket> BY_HAND =
            EnumSet.of(Bucket.AVAILABLE, Bucket.QC_HOLD, Bucket.DAMAGED, Bucket.QUARANTINE);

    private AdjustmentRules() {}

    static void checkAdjustments(LineCheck check, List<Adjustment> lines) {
        if (!check.size("adjustments", lines.size())) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            Adjustment line = lines.get(i);
            String at = "adjustments[" + i + "].";
            check.item(at + "sku", line.itemId());
            check.node(at + "node", line.nodeId());
            bucketByHand(check, at + "bucket", line.bucket());
            check.delta(at + "delta", line.delta());
            check.bin(at + "bin", line.bin());
            check.text(at + "note", line.note());
            if (line.delta() != 0 && !line.reason().explains(line.delta())) {
                check.refuse(
                        "wrong-sign",
                        at + "delta",
                        t(
                                "inventory.refusal.explainsAChangeOnlyNot",
                                line.reason(),
                                (line.delta() > 0 ? "downwards" : "upwards"),
                                line.delta()));
            }
        }
    }

    static void checkBucketChanges(LineCheck check, List<BucketChange> lines) {
        if (!check.size("changes", lines.size())) {
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            BucketChange line = lines.get(i);
            String at = "changes[" + i + "].";
            check.item(at + "sku", line.itemId());
            check.node(at + "node", line.nodeId());
            bucketByHand(check, at + "from", line.from());
            bucketByHand(check, at + "to", line.to());
            if (line.from() == line.to()) {
                check.refuse("same-bucket", at + "to", t("inventory.refusal.theUnitsAreInAlready", line.from()));
            }
            check.quantity(at + "quantity", line.quantity());
            check.bin(at + "bin", line.bin());
            check.reason(at + "reason", line.reason());
            check.text(at + "note", line.note());
        }
    }

    private static void bucketByHand(LineCheck check, String field, Bucket bucket) {
        if (!BY_HAND.contains(bucket)) {
            check.refuse("bucket-not-adjustable", field, t("inventory.refusal.unitsInBelongToOrders", bucket));
        }
    }
}
