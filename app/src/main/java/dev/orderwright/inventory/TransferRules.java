package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.Transfer.TransferredLine;
import dev.orderwright.shared.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can arrive of a transfer: its own lines, and no more than is still on its way. */
final class TransferRules {

    private TransferRules() {}

    static List<Refusal> check(List<TransferReceipt> receipts, Map<Integer, TransferredLine> lines) {
        LineCheck check = new LineCheck(Map.of(), List.of());
        if (!check.size("lines", receipts.size())) {
            return check.refusals();
        }
        Map<Integer, Long> open = new HashMap<>();
        lines.values().forEach(line -> open.put(line.lineNo(), line.open()));
        for (int i = 0; i < receipts.size(); i++) {
            TransferReceipt receipt = receipts.get(i);
            String at = "lines[" + i + "].";
            check.quantity(at + "quantity", receipt.quantity());
            check.bin(at + "bin", receipt.bin());
            Long left = open.get(receipt.lineNo());
            if (left == null) {
                check.refuse(
                        "unknown-line", at + "lineNo", t("inventory.refusal.theTransferHasNoLine", receipt.lineNo()));
            } else if (receipt.quantity() > left) {
                check.refuse(
                        "more-than-open",
                        at + "quantity",
                        t("inventory.refusal.onlyOfLineAreOn", left, receipt.lineNo(), receipt.quantity()));
            } else {
                open.put(receipt.lineNo(), left - receipt.quantity());
            }
        }
        return check.refusals();
    }
}
