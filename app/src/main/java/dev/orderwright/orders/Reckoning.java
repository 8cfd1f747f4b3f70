package dev.orderwright.orders;

import dev.orderwright.shared.Company;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The part of a draft that can be priced and promised while somebody still types it: what is wrong is left out, as if it
 * had not been said. Pure.
 *
 * @param lines places of its lines in the draft as it was given
 */
record Reckoning(OrderDraft draft, List<Integer> lines) {

    static Reckoning of(OrderDraft draft) {
        return new Reckoning(
                draft, IntStream.range(0, draft.lines().size()).boxed().toList());
    }

    /** The same without what is refused in it; fields are those of {@link #draft}. */
    Reckoning without(Collection<Refusal> refusals, Company company) {
        Set<String> wrong = new HashSet<>();
        refusals.stream().map(Refusal::field).forEach(wrong::add);
        List<Integer> left = new ArrayList<>();
        List<OrderDraft.Line> wished = new ArrayList<>();
        for (int i = 0; i < draft.lines().size() && i < OrderDraft.LINES_MAX; i++) {
            String field = "lines[" + i + "]";
            if (wrong.stream().noneMatch(name -> isPartOf(field, name))) {
                left.add(lines.get(i));
                wished.add(draft.lines().get(i));
            }
        }
        boolean foreign = wrong.contains("customer") || wrong.contains("currency");
        OrderDraft sound = new OrderDraft(
                wrong.contains("channel") ? "unknown" : draft.channel(),
                "-",
                foreign ? null : draft.customer(),
                wrong.contains("currency") ? company.currency() : draft.currency(),
                wrong.contains("priority") ? null : draft.priority(),
                wrong.contains("requestedOn") ? null : draft.requestedOn(),
                wrong.contains("method") ? "STANDARD" : draft.method(),
                draft.shipComplete(),
                wrong.contains("shipmentsMax") ? 0 : draft.shipmentsMax(),
                wrong.contains("onlyNode") ? null : draft.onlyNode(),
                foreign || wrong.contains("terms") ? PaymentTerms.PREPAID : draft.terms(),
                wrong.stream().anyMatch(name -> isPartOf("payment", name)) ? null : draft.payment(),
                place(draft.shipTo(), wrong, company),
                null,
                wished,
                wrong.contains("discountMinor") ? 0 : draft.discountMinor(),
                wrong.contains("shippingMinor") ? 0 : draft.shippingMinor(),
                "",
                draft.ifShort());
        return new Reckoning(sound, left);
    }

    static boolean isPartOf(String field, String name) {
        return name.equals(field) || name.startsWith(field + ".");
    }

    /** What taxes and ways depend on, with something in the parts that only matter on the parcel. */
    private static Address place(Address shipTo, Set<String> wrong, Company company) {
        boolean isNowhere = wrong.contains("shipTo.country");
        return new Address(
                "-",
                "",
                "-",
                "",
                "-",
                "",
                isNowhere || wrong.contains("shipTo") ? "" : shipTo.postcode(),
                isNowhere ? company.country() : shipTo.country(),
                "",
                "");
    }
}
