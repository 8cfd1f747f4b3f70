package dev.orderwright.orders;

import dev.orderwright.catalog.Item;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.shared.Refusal;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Finding;
import dev.orderwright.verification.Submission;
import dev.orderwright.verification.Verification.Verified;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an order tells the module verification, and what becomes of an order that is doubted. Pure. */
final class DoubtRules {

    private DoubtRules() {}

    static Submission submission(long orderId, Instant at, Checked checked, List<OrderLine> lines) {
        OrderDraft draft = checked.request().draft();
        List<Submission.Line> submitted = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            OrderLine line = lines.get(i);
            Item item = checked.items().get(i);
            submitted.add(new Submission.Line(
                    line.itemId(),
                    line.sku(),
                    BigDecimal.valueOf(line.quantity(), line.quantityDecimals()),
                    line.unitPrice(),
                    item.currency().equals(draft.currency()) ? item.listPrice() : null,
                    item.units()));
        }
        return new Submission(
                orderId,
                at,
                draft.channel(),
                checked.customer() == null ? null : checked.customer().id(),
                draft.shipTo().email(),
                draft.shipTo().phone(),
                draft.shipTo().postal(),
                draft.currency(),
                OrderPricing.total(lines).total(),
                submitted);
    }

    static HoldType holdType(Check check) {
        return switch (check) {
            case ADDRESS -> HoldType.ADDRESS;
            case VELOCITY -> HoldType.FRAUD;
            case DUPLICATE, PRICE, QUANTITY, PACK, VALUE -> HoldType.REVIEW;
        };
    }

    static HoldReason holdReason(Finding finding) {
        return HoldReason.found(finding.reason().name(), finding.evidence());
    }

    static List<Refusal> refusals(Verified verified) {
        return verified.rejected().stream()
                .map(finding -> Refusal.of("check-" + name(finding), field(finding.check()), finding.words()))
                .toList();
    }

    private static String field(Check check) {
        return switch (check) {
            case ADDRESS -> "shipTo";
            case VELOCITY -> "customer";
            case DUPLICATE, PRICE, QUANTITY, PACK, VALUE -> "lines";
        };
    }

    static List<String> warnings(Verified verified) {
        return verified.warned().stream()
                .map(finding -> name(finding) + ": " + finding.words())
                .toList();
    }

    private static String name(Finding finding) {
        return finding.check().name().toLowerCase(Locale.ROOT);
    }
}
