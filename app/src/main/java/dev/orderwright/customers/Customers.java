package dev.orderwright.customers;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.CustomerRules.KnownCustomer;
import dev.orderwright.customers.CustomerStore.Write;
import dev.orderwright.customers.Defined.DefinedCustomer;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Change;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.SearchText;
import dev.orderwright.shared.Versions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The people and companies who buy: define them, look them up, find them, and keep what they owe within limits. */
@Component
public class Customers {

    /** So many customers are put in order in memory. */
    private static final int FEW = 2_000;

    private final Commands commands;
    private final CustomerStore store;
    private final CreditStore credits;
    private final Ids ids;

    Customers(Commands commands, CustomerStore store, CreditStore credits, Ids ids) {
        this.commands = commands;
        this.store = store;
        this.credits = credits;
        this.ids = ids;
    }

    /** Makes customers, or changes those whose number is known. Defining the same again changes nothing. */
    public Outcome<Defined> define(Cause cause, List<CustomerDraft> drafts) {
        return commands.once(cause, "define-customers", drafts, Defined.class, run -> define(run, drafts, null));
    }

    /**
     * Changes one customer, if nobody else has changed him since the caller saw him.
     *
     * @param version the one the caller saw
     */
    public Outcome<Defined> change(Cause cause, CustomerDraft draft, int version) {
        List<CustomerDraft> drafts = List.of(draft);
        return commands.once(
                cause, "change-customer", List.of(draft, version), Defined.class, run -> define(run, drafts, version));
    }

    /** Makes a customer whose number must be new. */
    public Outcome<Defined> add(Cause cause, CustomerDraft draft) {
        List<CustomerDraft> drafts = List.of(draft);
        return commands.once(cause, "add-customer", drafts, Defined.class, run -> define(run, drafts, Versions.NEW));
    }

    private Outcome<Defined> define(Run run, List<CustomerDraft> drafts, @Nullable Integer version) {
        List<Refusal> refusals = CustomerRules.check(drafts);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<String, KnownCustomer> known = store
                .lock(drafts.stream().map(CustomerDraft::number).toList())
                .stream()
                .collect(Collectors.toMap(k -> k.customer().number(), Function.identity()));
        refusals = new ArrayList<>(CustomerRules.checkChanges(drafts, known));
        if (version != null) {
            String first = drafts.getFirst().number();
            KnownCustomer customer = known.get(first);
            Versions.unexpected(
                            version,
                            customer == null ? null : customer.customer().version(),
                            first,
                            Refusal.of(
                                    "number-taken",
                                    "customers[0].number",
                                    t("customers.refusal.thereIsACustomerWith", first)),
                            unknownCustomer("number", first))
                    .ifPresent(refusals::add);
        }
        return refusals.isEmpty() ? Outcome.done(write(run, drafts, known)) : Outcome.refused(refusals);
    }

    private Defined write(Run run, List<CustomerDraft> drafts, Map<String, KnownCustomer> known) {
        List<Write> inserts = new ArrayList<>();
        List<Write> updates = new ArrayList<>();
        List<DefinedCustomer> answer = new ArrayList<>();
        for (CustomerDraft draft : drafts) {
            KnownCustomer before = known.get(draft.number());
            if (before == null) {
                Write write = new Write(ids.next(), draft);
                inserts.add(write);
                answer.add(new DefinedCustomer(draft.number(), write.id(), 1, Change.CREATED));
                run.fact(fact(write, "CustomerDefined"));
            } else if (before.differsFrom(draft)) {
                Write write = new Write(before.customer().id(), draft);
                updates.add(write);
                int version = before.customer().version() + 1;
                answer.add(new DefinedCustomer(draft.number(), write.id(), version, Change.CHANGED));
                run.fact(fact(write, "CustomerChanged"));
            } else {
                Customer customer = before.customer();
                answer.add(new DefinedCustomer(customer.number(), customer.id(), customer.version(), Change.UNCHANGED));
            }
        }
        store.insert(inserts);
        store.update(updates);
        credits.setLimits(inserts);
        credits.setLimits(updates);
        return new Defined(answer);
    }

    private static Fact fact(Write write, String type) {
        CustomerDraft draft = write.draft();
        return new Fact(
                "customer",
                write.id(),
                type,
                Facts.data(
                        "number", draft.number(),
                        "account", draft.account(),
                        "creditLimitMinor", draft.creditLimitMinor(),
                        "currency", draft.currency()));
    }

    /** Stops selling to customers ({@code active} false) or starts again. */
    public Outcome<Defined> setActive(Cause cause, List<String> numbers, boolean active) {
        return setActive(cause, numbers, active, null);
    }

    /** The same for one customer as the caller saw him; else {@code stale-version}. */
    public Outcome<Defined> setActive(Cause cause, String number, boolean active, @Nullable Integer version) {
        return setActive(cause, List.of(number), active, version);
    }

    private Outcome<Defined> setActive(Cause cause, List<String> numbers, boolean active, @Nullable Integer version) {
        Object asked = Versions.asked(List.of(numbers, active), version);
        return commands.once(cause, "set-customers-active", asked, Defined.class, run -> {
            List<KnownCustomer> known = store.lock(numbers);
            var found = known.stream().map(k -> k.customer().number()).collect(Collectors.toCollection(HashSet::new));
            List<Refusal> refusals = new ArrayList<>();
            known.forEach(k -> Versions.stale(
                            version, k.customer().version(), k.customer().number())
                    .ifPresent(refusals::add));
            for (int i = 0; i < numbers.size(); i++) {
                if (!found.contains(numbers.get(i))) {
                    refusals.add(unknownCustomer("numbers[" + i + "]", numbers.get(i)));
                }
            }
            return refusals.isEmpty() ? Outcome.done(setActive(run, known, active)) : Outcome.refused(refusals);
        });
    }

    private Defined setActive(Run run, List<KnownCustomer> known, boolean active) {
        List<DefinedCustomer> answer = new ArrayList<>();
        for (KnownCustomer k : known) {
            Customer customer = k.customer();
            boolean changes = customer.active() != active;
            answer.add(new DefinedCustomer(
                    customer.number(),
                    customer.id(),
                    customer.version() + (changes ? 1 : 0),
                    changes ? Change.CHANGED : Change.UNCHANGED));
            if (changes) {
                run.fact(new Fact(
                        "customer", customer.id(), active ? "CustomerActivated" : "CustomerDeactivated", Map.of()));
            }
        }
        store.setActive(known.stream().map(k -> k.customer().id()).toList(), active);
        return new Defined(answer);
    }

    private static Refusal unknownCustomer(String field, String number) {
        return Refusal.of("unknown-customer", field, t("customers.refusal.thereIsNoCustomerWith", number));
    }

    public Map<String, Customer> byNumber(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : store.byNumber(numbers).stream().collect(Collectors.toMap(Customer::number, Function.identity()));
    }

    public Map<Long, Customer> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.byId(ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** The customer with this number or, where none has it, with this id: what {@link Customer#key()} gave out. */
    public Optional<Customer> byKey(String key) {
        Customer customer = byNumber(List.of(key)).get(key);
        return customer != null
                ? Optional.of(customer)
                : Ids.parse(key).map(id -> byId(List.of(id)).get(id));
    }

    /** Customers whose number begins with the text, or who have all its words in name, e-mail, phone or tax number. */
    public Page<Customer> search(String text, @Nullable String cursor, int limit) {
        String after = Cursor.parse(cursor, Cursor.of("")).string(0);
        String typed = text.strip();
        List<Customer> rows = typed.isEmpty() ? store.list(after, limit) : fitting(typed, after, limit);
        return Page.of(rows, limit, customer -> Cursor.of(customer.number()));
    }

    /** Few are put in order when all of them are found; many are found along the order. */
    private List<Customer> fitting(String typed, String after, int limit) {
        String words = SearchText.words(typed);
        List<Long> some = store.worded(words, FEW + 1);
        return some.size() <= FEW
                ? store.search(SearchText.prefix(typed), some, after, limit)
                : store.search(SearchText.prefix(typed), words, after, limit);
    }

    /**
     * The first customers that fit what somebody has typed so far: beginning of the number, words of name, e-mail, phone or
     * tax number, or a whole phone number however it is written. Those who are sold to come first. It is quick whatever
     * is typed, and so does not promise the best of many; whoever wants them all {@linkplain #search searches}.
     */
    public List<Customer> find(String text, int limit) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        Map<Long, Customer> found = new HashMap<>();
        store.numbered(typed, SearchText.phoneBackwards(typed), limit).forEach(one -> found.put(one.id(), one));
        if (found.size() < limit) {
            store.byId(store.worded(SearchText.typing(typed), limit)).forEach(one -> found.put(one.id(), one));
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Customer::active).reversed().thenComparing(Customer::number))
                .limit(limit)
                .toList();
    }

    /** The credit of customers, locked by ascending id until the transaction ends: check, then change the exposure. */
    public Map<Long, CreditState> lockCredit(Run run, Collection<Long> customerIds) {
        return customerIds.isEmpty()
                ? Map.of()
                : credits.lock(customerIds).stream()
                        .collect(Collectors.toMap(CreditState::customerId, Function.identity()));
    }

    /** Adds to what customers owe, or takes away from it; nobody can come to owe less than nothing. */
    public void changeExposure(Run run, Map<Long, Long> deltaByCustomer) {
        Map<Long, Long> deltas = new TreeMap<>(deltaByCustomer);
        deltas.values().removeIf(delta -> delta == 0);
        if (deltas.isEmpty()) {
            return;
        }
        try {
            int found = credits.changeExposure(
                    deltas.keySet().stream().mapToLong(Long::longValue).toArray(),
                    deltas.values().stream().mapToLong(Long::longValue).toArray());
            if (found != deltas.size()) {
                throw new IllegalStateException("a customer is not there: " + deltas.keySet());
            }
        } catch (DataIntegrityViolationException e) {
            throw new IllegalStateException("exposure below 0 after " + deltas, e);
        }
    }

    public Optional<CreditState> credit(long customerId) {
        return Optional.ofNullable(credits(List.of(customerId)).get(customerId));
    }

    public Map<Long, CreditState> credits(Collection<Long> customerIds) {
        return customerIds.isEmpty()
                ? Map.of()
                : credits.find(customerIds).stream()
                        .collect(Collectors.toMap(CreditState::customerId, Function.identity()));
    }
}
