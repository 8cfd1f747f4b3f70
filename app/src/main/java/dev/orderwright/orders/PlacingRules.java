package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.customers.CreditState;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.DemandLine;
import dev.orderwright.promising.Plan;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a new order, apart from how its stock and its credit are kept from others meanwhile. {@link
 * Placing} decides so and keeps to it, {@link Quotes} only says so. Pure.
 */
final class PlacingRules {

    private PlacingRules() {}

    /** The channel's number for the order is another order's already. */
    static Refusal reused(OrderDraft draft) {
        return Refusal.of(
                "external-id-reused",
                "externalId",
                t("orders.refusal.channelHasSentOrderBefore", draft.channel(), draft.externalId()));
    }

    static List<OrderLine> lines(long orderId, Checked checked) {
        return OrderPricing.lines(
                orderId, checked.request().draft(), checked.items(), (line, item) -> checked.taxRate(item));
    }

    /** What is to be planned; null when nothing of it needs stock. */
    static @Nullable Demand demand(long orderId, Instant at, Checked checked, List<OrderLine> priced) {
        List<DemandLine> lines = new ArrayList<>();
        for (int i = 0; i < priced.size(); i++) {
            OrderLine line = priced.get(i);
            Item item = checked.items().get(i);
            if (line.kind() == ItemKind.STOCKED) {
                lines.add(new DemandLine(
                        line.lineNo(), line.itemId(), line.quantity(), item.weightGrams(), item.quantityDecimals()));
            }
        }
        OrderDraft wish = checked.request().draft();
        return lines.isEmpty()
                ? null
                : new Demand(
                        orderId,
                        wish.channel(),
                        wish.shipTo().country(),
                        wish.shipTo().postcode(),
                        wish.method(),
                        at,
                        wish.requestedOn(),
                        wish.shipComplete() || wish.ifShort() == IfShort.REFUSE,
                        wish.shipmentsMax(),
                        Set.of(),
                        checked.onlyNode(),
                        lines);
    }

    static boolean isUnwanted(OrderDraft wish, @Nullable Plan plan) {
        return plan != null && !plan.shortages().isEmpty() && wish.ifShort() == IfShort.REFUSE;
    }

    /** Why a prepaid order waits whose payment is not (wholly) authorised; null when it need not. */
    static @Nullable HoldReason paymentLack(OrderDraft wish, long totalMinor) {
        if (wish.terms() != PaymentTerms.PREPAID || totalMinor == 0) {
            return null;
        }
        OrderDraft.Payment payment = wish.payment();
        if (payment == null) {
            return HoldReason.found(HoldReason.NO_PAYMENT, List.of());
        }
        return payment.authorisation() != null && payment.authorisedMinor() >= totalMinor
                ? null
                : HoldReason.found(HoldReason.NOT_AUTHORISED, List.of());
    }

    /** Why an order on account waits; null when the customer may owe that much more. */
    static @Nullable HoldReason creditLack(CreditState credit, long addedMinor) {
        long exposure = credit.exposureMinor() + addedMinor;
        return exposure > credit.limitMinor()
                ? HoldReason.found(
                        HoldReason.CREDIT_LIMIT,
                        List.of(Long.toString(credit.limitMinor()), Long.toString(exposure), credit.currency()))
                : null;
    }

    /** Of an order that is only wanted as a whole. */
    static Refusal outOfStock() {
        return Refusal.of("out-of-stock", "lines", t("orders.refusal.notEverythingIsInStock"));
    }
}
