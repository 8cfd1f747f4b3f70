package dev.orderwright.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import dev.orderwright.customers.Defined.DefinedCustomer;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Change;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomersModuleTests {

    private final World world = World.shared();
    private final Customers customers = world.bean(Customers.class);
    private final Ids ids = world.bean(Ids.class);
    private final String own = "K" + ids.next();

    private Cause cause() {
        return Cause.of(Actor.user("tester"), "k" + ids.next(), world.clock().instant());
    }

    private static CustomerDraft draft(String number, String name, long limit) {
        return new CustomerDraft(
                number,
                name,
                "buyer@" + number + ".example",
                "+44 20 7946 0018",
                "GB",
                null,
                true,
                30,
                "GBP",
                5,
                limit);
    }

    private DefinedCustomer define(CustomerDraft draft) {
        return customers.define(cause(), List.of(draft)).orThrow().customers().getFirst();
    }

    private void run(Consumer<Run> work) {
        world.bean(Commands.class)
                .once(cause(), "test", "test", String.class, run -> {
                    work.accept(run);
                    return Outcome.done("done");
                })
                .orThrow();
    }

    private static List<String> refusals(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of();
            case Outcome.Refused<?>(List<Refusal> refusals) ->
                refusals.stream().map(r -> r.code() + " " + r.field()).toList();
        };
    }

    @Test
    void definingTheSameAgainChangesNothing() {
        DefinedCustomer first = define(draft(own, "Ann Baker", 100_00));
        DefinedCustomer again = define(draft(own, "Ann Baker", 100_00));
        DefinedCustomer changed = define(draft(own, "Ann Baker", 200_00));

        assertThat(first.change()).isEqualTo(Change.CREATED);
        assertThat(again).isEqualTo(new DefinedCustomer(own, first.id(), 1, Change.UNCHANGED));
        assertThat(changed).isEqualTo(new DefinedCustomer(own, first.id(), 2, Change.CHANGED));
        assertThat(customers.credit(first.id())).contains(new CreditState(first.id(), "GBP", 200_00, 0));
        assertThat(world.bean(Facts.class).of("customer", first.id(), 10))
                .extracting(fact -> fact.fact().type())
                .containsExactly("CustomerDefined", "CustomerChanged");
        assertThat(customers.byNumber(Set.of(own)).values())
                .containsExactlyElementsOf(customers.byId(Set.of(first.id())).values());
    }

    @Test
    void aRefusedListChangesNothingAndNamesEachField() {
        Outcome<Defined> outcome = customers.define(
                cause(),
                List.of(
                        draft(own, "Good", 0),
                        draft(own, "Twice", 0),
                        new CustomerDraft(" x", "", "nobody", "", "UK", " ", true, -1, "POUND", 10, -1)));
        assertThat(refusals(outcome))
                .containsExactly(
                        "duplicate-number customers[1].number",
                        "bad-number customers[2].number",
                        "bad-name customers[2].name",
                        "bad-email customers[2].email",
                        "bad-phone customers[2].phone",
                        "bad-tax-id customers[2].taxId",
                        "unknown-country customers[2].country",
                        "unknown-currency customers[2].currency",
                        "bad-payment-terms customers[2].paymentTermsDays",
                        "bad-priority customers[2].priority",
                        "bad-credit-limit customers[2].creditLimitMinor");
        assertThat(customers.byNumber(Set.of(own))).isEmpty();
    }

    @Test
    void aStaleVersionIsRefused() {
        define(draft(own, "Ann", 0));
        assertThat(customers.change(cause(), draft(own, "Ann B", 0), 1).isDone())
                .isTrue();
        assertThat(refusals(customers.change(cause(), draft(own, "Ann C", 0), 1)))
                .containsExactly("stale-version If-Match");
        assertThat(refusals(customers.change(cause(), draft(own + "X", "Ann", 0), 1)))
                .containsExactly("unknown-customer number");
    }

    @Test
    void whoStillOwesKeepsHisCurrency() {
        DefinedCustomer customer = define(draft(own, "Ann", 100_00));
        run(run -> customers.changeExposure(run, Map.of(customer.id(), 1L)));
        CustomerDraft inEuro = new CustomerDraft(own, "Ann", null, null, "GB", null, true, 30, "EUR", 5, 100_00);
        assertThat(refusals(customers.define(cause(), List.of(inEuro))))
                .containsExactly("currency-is-fixed customers[0].currency");
        run(run -> customers.changeExposure(run, Map.of(customer.id(), -1L)));
        assertThat(customers.define(cause(), List.of(inEuro)).isDone()).isTrue();
        assertThat(customers.credit(customer.id()).map(CreditState::currency)).contains("EUR");
    }

    @Test
    void nobodyOwesLessThanNothingAndNothingIsLeftOfTheAttempt() {
        DefinedCustomer ann = define(draft(own, "Ann", 100_00));
        DefinedCustomer bob = define(draft(own + "B", "Bob", 100_00));
        assertThatThrownBy(() -> run(run -> customers.changeExposure(run, Map.of(ann.id(), 5_00L, bob.id(), -1L))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("below 0");
        assertThatThrownBy(() -> run(run -> customers.changeExposure(run, Map.of(ann.id(), 5_00L, 1L, 1L))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not there");
        assertThat(customers.credit(ann.id()).orElseThrow().exposureMinor()).isZero();
        run(run -> assertThat(customers
                        .lockCredit(run, List.of(bob.id(), ann.id(), 1L))
                        .keySet())
                .containsExactlyInAnyOrder(ann.id(), bob.id()));
    }

    @Test
    void sellingToACustomerIsStoppedAndStartedAgain() {
        DefinedCustomer ann = define(draft(own, "Ann", 0));
        assertThat(customers.setActive(cause(), List.of(own), false).orThrow().customers())
                .containsExactly(new DefinedCustomer(own, ann.id(), 2, Change.CHANGED));
        assertThat(customers.byNumber(Set.of(own)).values())
                .singleElement()
                .satisfies(customer -> assertThat(customer.active()).isFalse());
        assertThat(customers.setActive(cause(), List.of(own), false).orThrow().customers())
                .containsExactly(new DefinedCustomer(own, ann.id(), 2, Change.UNCHANGED));
        assertThat(refusals(customers.setActive(cause(), List.of(own, own + "X"), true)))
                .containsExactly("unknown-customer numbers[1]");
    }

    @Test
    void searchFindsByNumberNameMailAndPhone() {
        String word = "w" + ids.next();
        define(new CustomerDraft(
                own,
                "Émile " + word,
                word + "@shop.example",
                "0171-" + word,
                "FR",
                "FR12" + word,
                false,
                0,
                "EUR",
                5,
                0));
        for (String text :
                List.of(own, word, "émile " + word, word + "@shop.example", "shop " + word, "0171 " + word)) {
            assertThat(customers.search(text, null, 10).items())
                    .as(text)
                    .extracting(Customer::number)
                    .containsExactly(own);
        }
        assertThat(customers.search("nobody " + word, null, 10).items()).isEmpty();
    }

    @Test
    void pagesGiveEveryCustomerOnce() {
        customers
                .define(
                        cause(),
                        IntStream.range(0, 25)
                                .mapToObj(i -> draft(own + "-" + i, "Customer " + i, 0))
                                .toList())
                .orThrow();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Customer> page = customers.search(own, cursor, 7);
            page.items().forEach(customer -> seen.add(customer.number()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
    }

    private List<String> found(String typed) {
        return customers.find(typed, 8).stream()
                .map(Customer::number)
                .filter(number -> number.startsWith(own))
                .toList();
    }

    @Test
    void aCustomerIsFoundWhileSomebodyTypesHoweverThePhoneNumberIsWritten() {
        String surname = "Zquill" + ids.next();
        long line = ids.next() % 1_000_000;
        String local = String.format("%06d", line);
        define(new CustomerDraft(
                own + "-A",
                "Ada " + surname,
                surname + "@mail.example",
                "+44 (0)113 4 " + local.substring(0, 3) + "-" + local.substring(3),
                "GB",
                null,
                false,
                0,
                "GBP",
                5,
                0));
        define(draft(own + "-B", "Bo " + surname, 0));

        assertThat(found(own)).containsExactly(own + "-A", own + "-B");
        assertThat(found(own + "-B")).containsExactly(own + "-B");
        assertThat(found("ada " + surname.substring(0, 12))).containsExactly(own + "-A");
        assertThat(found(surname.toLowerCase(java.util.Locale.ROOT) + "@mail")).containsExactly(own + "-A");
        assertThat(found("0113 4 " + local)).containsExactly(own + "-A");
        assertThat(found("+44 113 4" + local)).containsExactly(own + "-A");
        assertThat(found("00441134" + local)).containsExactly(own + "-A");
        assertThat(found("' & | !")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void thoseWhoAreSoldToComeFirst() {
        define(draft(own + "-A", "Twin " + own, 0));
        define(draft(own + "-B", "Twin " + own, 0));
        customers.setActive(cause(), List.of(own + "-A"), false).orThrow();

        assertThat(found("twin " + own)).containsExactly(own + "-B", own + "-A");
    }

    @Test
    void aNumberIsFoundWhateverTheCapitals() {
        define(draft(own + "-A", "Ann Baker", 0));

        assertThat(found((own + "-a").toLowerCase(java.util.Locale.ROOT))).containsExactly(own + "-A");
    }

    /** Few are put in order in memory, many are walked along: nobody can tell which. */
    @Test
    void manyWhoFitArePagedAsFewAre() {
        String word = "Crowd" + ids.next();
        List<CustomerDraft> crowd = IntStream.range(0, 2_100)
                .mapToObj(i -> draft(own + String.format("-%05d", i), word + (i < 1_500 ? " First" : " Second"), 0))
                .toList();
        customers.define(cause(), crowd).orThrow();
        List<String> numbers = crowd.stream().map(CustomerDraft::number).toList();

        assertThat(all(word)).isEqualTo(numbers);
        assertThat(all(word + " first")).isEqualTo(numbers.subList(0, 1_500));
    }

    private List<String> all(String typed) {
        List<String> numbers = new ArrayList<>();
        Page<Customer> page = customers.search(typed, null, 400);
        while (true) {
            page.items().forEach(customer -> numbers.add(customer.number()));
            if (page.next() == null) {
                return numbers;
            }
            page = customers.search(typed, page.next(), 400);
        }
    }
}
