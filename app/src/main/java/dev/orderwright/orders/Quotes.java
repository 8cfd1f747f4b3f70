package dev.orderwright.orders;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.orders.QuoteRules.Planned;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.Offer;
import dev.orderwright.promising.Plan;
import dev.orderwright.promising.Promising;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Verification;
import dev.orderwright.verification.Verification.Verified;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what a draft would come to, by the same rules that place it: prices, taxes, where it ships from and when, credit,
 * and what is wrong with it. Locks nothing and writes nothing, so it can be asked while somebody types.
 */
@Component
public class Quotes {

    private static final Actor NOBODY = Actor.system("quotes");
    private static final int REPAIRS_MAX = 3;
    /** Stands for the number that a draft does not have yet. */
    private static final String UNNUMBERED = "-";

    private final PlacingInput input;
    private final Verification verification;
    private final NewOrderStore orders;
    private final Promising promising;
    private final Inventory inventory;
    private final Customers customers;

    Quotes(
            PlacingInput input,
            Verification verification,
            NewOrderStore orders,
            Promising promising,
            Inventory inventory,
            Customers customers) {
        this.input = input;
        this.verification = verification;
        this.orders = orders;
        this.promising = promising;
        this.inventory = inventory;
        this.customers = customers;
    }

    /**
     * The quote for a draft that would be placed at a moment. A draft that has no external number yet is not told so.
     *
     * @param given as {@link Orders#place} takes it, whole or not; what is missing in it is a problem of the quote
     */
    public Quote quote(OrderDraft given, Instant at) {
        OrderDraft draft = given.externalId().isBlank() ? given.numbered(UNNUMBERED) : given;
        Checked asGiven = check(draft, at);
        List<Refusal> problems = new ArrayList<>(problems(asGiven));
        Checked sound = asGiven;
        Reckoning reckoning = Reckoning.of(draft);
        for (int i = 0; i < REPAIRS_MAX && !sound.refusals().isEmpty(); i++) {
            reckoning = reckoning.without(sound.refusals(), asGiven.company());
            sound = check(reckoning.draft(), at);
        }
        Planned planned = sound.refusals().isEmpty() ? plan(sound, at) : Planned.NOTHING;
        if (problems.isEmpty() && PlacingRules.isUnwanted(draft, planned.plan())) {
            problems.add(PlacingRules.outOfStock());
        }
        Verified verified = sound.refusals().isEmpty() ? look(sound, planned, at, draft.shipTo()) : null;
        if (verified != null) {
            problems.addAll(DoubtRules.refusals(verified));
        }
        Checked warned = verified == null ? sound : sound.warned(DoubtRules.warnings(verified));
        QuoteRules rules = new QuoteRules(draft, reckoning, problems, known(asGiven, sound), nodeCodes(planned));
        return rules.quote(warned, planned, credit(asGiven.customer()), verified);
    }

    private Checked check(OrderDraft draft, Instant at) {
        Cause cause = new Cause(NOBODY, NOBODY.code(), "quote", at);
        return input.check(List.of(new PlaceRequest(cause, draft))).getFirst();
    }

    /** What placing it would be refused for, in the same words and the same order. */
    private List<Refusal> problems(Checked asGiven) {
        OrderDraft draft = asGiven.request().draft();
        if (draft.externalId().equals(UNNUMBERED)) {
            return asGiven.refusals();
        }
        byte[] fingerprint = asGiven.request().fingerprint();
        return orders.known(List.of(draft)).stream()
                .filter(known -> !Arrays.equals(known.contentHash(), fingerprint))
                .findFirst()
                .map(known -> List.of(PlacingRules.reused(draft)))
                .orElse(asGiven.refusals());
    }

    private Planned plan(Checked sound, Instant at) {
        List<OrderLine> lines = PlacingRules.lines(0, sound);
        Demand demand = PlacingRules.demand(0, at, sound, lines);
        if (demand == null) {
            return new Planned(lines, NewOrder.slices(0, at, lines, null), null, List.of(), Map.of());
        }
        Offer offer = promising.offer(demand);
        Plan plan = offer.options().stream()
                .filter(option -> option.method().equals(demand.method()))
                .findFirst()
                .orElseThrow()
                .plan();
        return new Planned(lines, NewOrder.slices(0, at, lines, plan), plan, offer.options(), offer.available());
    }

    /** The items of all lines by SKU, also of those that are wrong. */
    private Map<Sku, Item> known(Checked asGiven, Checked sound) {
        if (asGiven.refusals().isEmpty()) {
            return sound.items().stream().collect(Collectors.toMap(Item::sku, item -> item, (one, same) -> one));
        }
        return input.items(List.of(asGiven.request()));
    }

    /** Of an address that is not whole yet nothing is doubted. */
    private Verified look(Checked sound, Planned planned, Instant at, Address given) {
        Verified verified = verification.look(DoubtRules.submission(0, at, sound, planned.lines()));
        boolean whole = sound.request().draft().shipTo().equals(given);
        return whole ? verified : verified.without(Check.ADDRESS);
    }

    private Map<Long, String> nodeCodes(Planned planned) {
        boolean anywhere = planned.slices().stream().map(Slice::nodeId).anyMatch(Objects::nonNull);
        return anywhere ? inventory.nodes().stream().collect(Collectors.toMap(Node::id, Node::code)) : Map.of();
    }

    private @Nullable CreditState credit(@Nullable Customer customer) {
        return customer == null || !customer.account()
                ? null
                : customers.credit(customer.id()).orElse(null);
    }
}
