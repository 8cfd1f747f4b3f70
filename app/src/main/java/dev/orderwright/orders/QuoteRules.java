package dev.orderwright.orders;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.customers.CreditState;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.promising.DeliveryOption;
import dev.orderwright.promising.ItemAvailability;
import dev.orderwright.promising.Plan;
import dev.orderwright.shared.Refusal;
import dev.orderwright.verification.Finding;
import dev.orderwright.verification.Verification.Verified;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words what was reckoned of a draft. Pure.
 *
 * @param reckoning the part of the draft that was reckoned
 * @param items by SKU, those of lines that were not reckoned too
 * @param nodeCodes by id
 */
record QuoteRules(
        OrderDraft draft,
        Reckoning reckoning,
        List<Refusal> problems,
        Map<Sku, Item> items,
        Map<Long, String> nodeCodes) {

    /**
     * What was reckoned.
     *
     * @param slices as the order would have them at first
     * @param plan null when nothing needs stock
     * @param available by item
     */
    record Planned(
            List<OrderLine> lines,
            List<Slice> slices,
            @Nullable Plan plan,
            List<DeliveryOption> options,
            Map<Long, ItemAvailability> available) {

        static final Planned NOTHING = new Planned(List.of(), List.of(), null, List.of(), Map.of());
    }

    /** @param verified what the checks say of it; null when it is not sound enough to be checked */
    Quote quote(Checked sound, Planned planned, @Nullable CreditState credit, @Nullable Verified verified) {
        OrderMoney money = OrderPricing.total(planned.lines());
        OrderDraft reckoned = sound.request().draft();
        boolean onAccount = reckoned.terms() == PaymentTerms.ACCOUNT;
        boolean exceeded = credit != null && onAccount && PlacingRules.creditLack(credit, money.total()) != null;
        List<String> holds = new ArrayList<>();
        if (verified != null) {
            verified.held()
                    .forEach(finding ->
                            holds.add(DoubtRules.holdType(finding.check()).name()));
        }
        if (PlacingRules.paymentLack(reckoned, money.total()) != null) {
            holds.add(HoldType.PAYMENT.name());
        }
        if (exceeded) {
            holds.add(HoldType.CREDIT.name());
        }
        return new Quote(
                reckoned.currency(),
                lines(planned),
                money,
                (int) planned.slices().stream()
                        .map(Slice::nodeId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                lastShipOn(planned.slices()),
                LifecycleRules.expectedOn(planned.slices()),
                credit == null
                        ? null
                        : new Quote.Credit(
                                credit.currency(),
                                credit.limitMinor(),
                                credit.exposureMinor(),
                                credit.freeMinor(),
                                exceeded),
                List.copyOf(holds),
                planned.options().stream().map(QuoteRules::option).toList(),
                List.copyOf(problems),
                verified == null
                        ? List.of()
                        : verified.findings().stream().map(Finding::words).toList(),
                sound.warnings());
    }

    private static Quote.Option option(DeliveryOption option) {
        return new Quote.Option(
                option.method(), option.shipments(), option.complete(), option.shipOn(), option.deliverOn());
    }

    /** Null while units wait for supply that nobody has announced. */
    private static @Nullable LocalDate lastShipOn(List<Slice> slices) {
        boolean undated =
                slices.stream().anyMatch(slice -> slice.state() == SliceState.BACKORDERED && slice.shipOn() == null);
        return undated
                ? null
                : slices.stream()
                        .map(Slice::shipOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    private List<Quote.Line> lines(Planned planned) {
        Map<Integer, OrderLine> reckoned = new HashMap<>();
        planned.lines().forEach(line -> reckoned.put(reckoning.lines().get(line.lineNo() - 1), line));
        Map<Integer, List<Slice>> slices = new HashMap<>();
        planned.slices().stream()
                .sorted(SliceRules.BY_UNIT)
                .forEach(slice -> slices.computeIfAbsent(slice.lineNo(), lineNo -> new ArrayList<>())
                        .add(slice));
        List<Quote.Line> lines = new ArrayList<>();
        for (int i = 0; i < draft.lines().size() && i < OrderDraft.LINES_MAX; i++) {
            String field = "lines[" + i + "]";
            List<Refusal> wrong = problems.stream()
                    .filter(refusal -> Reckoning.isPartOf(field, refusal.field()))
                    .toList();
            OrderLine line = reckoned.get(i);
            lines.add(
                    line == null
                            ? unreckoned(i, wrong)
                            : reckoned(
                                    i,
                                    line,
                                    planned.available().get(line.itemId()),
                                    slices.getOrDefault(line.lineNo(), List.of()),
                                    wrong));
        }
        return lines;
    }

    private Quote.Line unreckoned(int index, List<Refusal> wrong) {
        OrderDraft.Line wish = draft.lines().get(index);
        Optional<Item> item = Sku.parse(wish.sku()).map(items::get);
        return new Quote.Line(
                index + 1,
                item.map(known -> known.sku().code()).orElse(wish.sku()),
                item.map(Item::description).orElse(null),
                item.map(Item::quantityDecimals).orElse(0),
                item.map(known -> OrderPricing.price(wish, known)).orElse(wish.unitPrice()),
                null,
                null,
                null,
                List.of(),
                wrong);
    }

    /** @param available null for what needs no stock */
    private Quote.Line reckoned(
            int index, OrderLine line, @Nullable ItemAvailability available, List<Slice> slices, List<Refusal> wrong) {
        return new Quote.Line(
                index + 1,
                line.sku(),
                line.description(),
                line.quantityDecimals(),
                line.unitPrice(),
                line.taxPercent(),
                line.money(),
                available == null ? null : available.total(),
                available == null ? List.of() : slices.stream().map(this::part).toList(),
                wrong);
    }

    private Quote.Part part(Slice slice) {
        Long node = slice.nodeId();
        return new Quote.Part(
                slice.quantity(),
                node == null ? null : Objects.requireNonNull(nodeCodes.get(node)),
                slice.shipOn(),
                slice.deliverOn());
    }
}
