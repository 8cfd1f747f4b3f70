package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxPort;
import dev.orderwright.catalog.TaxQuestion;
import dev.orderwright.catalog.TaxRate;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.OrderChecks.Findings;
import dev.orderwright.orders.OrderChecks.Subject;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Refusal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up, in sets, everything that a batch of drafts refers to, and checks each draft against it. */
@Component
class PlacingInput {

    private final Catalog catalog;
    private final TaxPort taxes;
    private final Customers customers;
    private final Inventory inventory;
    private final Company company;
    private final InstantSource clock;

    PlacingInput(
            Catalog catalog,
            TaxPort taxes,
            Customers customers,
            Inventory inventory,
            Company company,
            InstantSource clock) {
        this.catalog = catalog;
        this.taxes = taxes;
        this.customers = customers;
        this.inventory = inventory;
        this.company = company;
        this.clock = clock;
    }

    /**
     * A draft with what it refers to.
     *
     * @param items one per line, in order; meaningless when there are refusals
     */
    record Checked(
            PlaceRequest request,
            List<Item> items,
            @Nullable Customer customer,
            @Nullable Long onlyNode,
            Map<TaxQuestion, TaxRate> rates,
            List<Refusal> refusals,
            List<String> warnings,
            Company company) {

        /** With more to warn of. */
        Checked warned(List<String> more) {
            return more.isEmpty()
                    ? this
                    : new Checked(
                            request,
                            items,
                            customer,
                            onlyNode,
                            rates,
                            refusals,
                            Stream.concat(warnings.stream(), more.stream()).toList(),
                            company);
        }

        TaxRate taxRate(Item item) {
            return Objects.requireNonNull(rates.get(question(company, request, customer, item)));
        }
    }

    List<Checked> check(List<PlaceRequest> requests) {
        Map<Sku, Item> items = items(requests);
        Map<String, Customer> known = customers.byNumber(requests.stream()
                .map(r -> r.draft().customer())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        boolean nodesNamed = requests.stream().anyMatch(r -> r.draft().onlyNode() != null);
        List<Node> nodes = nodesNamed ? inventory.nodes() : List.of();
        List<Draft> drafts = new ArrayList<>(requests.size());
        Set<TaxQuestion> questions = new HashSet<>();
        for (PlaceRequest request : requests) {
            String number = request.draft().customer();
            Customer customer = number == null ? null : known.get(number);
            Long node = nodeId(nodes, request.draft().onlyNode());
            Subject subject = new Subject(request.cause(), request.draft(), clock.instant(), items, customer, node);
            Draft draft = new Draft(subject, OrderChecks.run(subject));
            drafts.add(draft);
            if (draft.findings().refusals().isEmpty()) {
                itemsOf(subject).forEach(item -> questions.add(question(company, request, customer, item)));
            }
        }
        Map<TaxQuestion, TaxRate> rates = questions.isEmpty() ? Map.of() : taxes.rates(questions);
        List<Checked> result = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            result.add(checked(requests.get(i), drafts.get(i), rates));
        }
        return result;
    }

    /** The items that drafts speak of, by SKU, as far as there are such. */
    Map<Sku, Item> items(List<PlaceRequest> requests) {
        return catalog.bySku(skus(requests));
    }

    private record Draft(Subject subject, Findings findings) {}

    private Checked checked(PlaceRequest request, Draft draft, Map<TaxQuestion, TaxRate> rates) {
        Findings findings = draft.findings();
        List<Item> items = findings.refusals().isEmpty() ? itemsOf(draft.subject()) : List.of();
        for (int i = 0; i < items.size(); i++) {
            if (!rates.containsKey(question(company, request, draft.subject().customer(), items.get(i)))) {
                findings.refuse(
                        "unknown-tax",
                        "lines[" + i + "]",
                        t(
                                "orders.refusal.noTaxRateIsKnown",
                                items.get(i).taxCategory(),
                                request.draft().shipTo().country()));
            }
        }
        return new Checked(
                request,
                items,
                draft.subject().customer(),
                draft.subject().node(),
                rates,
                List.copyOf(findings.refusals()),
                List.copyOf(findings.warnings()),
                company);
    }

    private static List<Item> itemsOf(Subject subject) {
        return subject.draft().lines().stream()
                .map(line -> subject.itemOf(line).orElseThrow())
                .toList();
    }

    private static Set<Sku> skus(List<PlaceRequest> requests) {
        Set<Sku> skus = new HashSet<>();
        for (PlaceRequest request : requests) {
            request.draft().lines().stream()
                    .limit(OrderDraft.LINES_MAX)
                    .forEach(line -> Sku.parse(line.sku()).ifPresent(skus::add));
        }
        return skus;
    }

    private static @Nullable Long nodeId(List<Node> nodes, @Nullable String code) {
        Optional<Node> node = nodes.stream().filter(n -> n.code().equals(code)).findFirst();
        return node.map(Node::id).orElse(null);
    }

    private static TaxQuestion question(Company company, PlaceRequest request, @Nullable Customer customer, Item item) {
        LocalDate on = request.cause().at().atZone(company.zone()).toLocalDate();
        Address shipTo = request.draft().shipTo();
        return new TaxQuestion(
                company.country(),
                shipTo.country(),
                shipTo.postcode(),
                customer == null ? null : customer.taxId(),
                item.taxCategory(),
                on);
    }
}
