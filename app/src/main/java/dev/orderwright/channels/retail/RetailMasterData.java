package dev.orderwright.channels.retail;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Countries;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.channels.ImportRun;
import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.NodeDraft;
import dev.orderwright.inventory.NodeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the nodes, articles, services and customers that a file needs. What is there already stays as it is. */
@Component
class RetailMasterData {

    /** The main warehouse first. */
    private static final List<NodeDraft> NODES = List.of(
            node("LONDON", "London warehouse", "1 Dock Road", "London", "E16 1AA"),
            node("COVENTRY", "Coventry warehouse", "8 Torrington Avenue", "Coventry", "CV4 9HL"));

    /** The file knows no weights; carriers need one. */
    private static final int WEIGHT_GRAMS = 250;

    private static final int SET_MAX = 5_000;
    private static final int PAYMENT_TERMS_DAYS = 30;
    private static final int PRIORITY = 5;
    /** So much that no order of a file waits for its customer's credit. */
    private static final long CREDIT_LIMIT_MINOR = 100_000_000_000L;

    private static final int CUSTOMER_NUMBER_LENGTH_MAX = 64;

    private final Catalog catalog;
    private final Customers customers;
    private final Inventory inventory;

    RetailMasterData(Catalog catalog, Customers customers, Inventory inventory) {
        this.catalog = catalog;
        this.customers = customers;
        this.inventory = inventory;
    }

    /** How much was new. */
    record Defined(long items, long customers) {}

    Defined define(ImportRun run, RetailSurvey survey, Instant at) {
        defineNodes(run, at);
        return new Defined(defineItems(run, survey, at), defineCustomers(run, survey.countryByCustomer(), at));
    }

    /** The ids of the nodes, the main one first. */
    List<Long> nodes() {
        Map<String, Long> ids = inventory.nodes().stream().collect(Collectors.toMap(Node::code, Node::id));
        return NODES.stream().map(draft -> ids.get(draft.code())).toList();
    }

    private void defineNodes(ImportRun run, Instant at) {
        Set<String> known = inventory.nodes().stream().map(Node::code).collect(Collectors.toSet());
        List<NodeDraft> missing =
                NODES.stream().filter(draft -> !known.contains(draft.code())).toList();
        if (!missing.isEmpty()) {
            inventory.defineNodes(run.cause("nodes", at), missing).orThrow();
        }
    }

    private static NodeDraft node(String code, String name, String street, String city, String postcode) {
        return new NodeDraft(
                code,
                name,
                NodeKind.WAREHOUSE,
                RetailDrafts.ZONE,
                street,
                city,
                postcode,
                RetailDrafts.HOME,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(14, 0),
                0,
                true,
                true,
                Set.of());
    }

    private long defineItems(ImportRun run, RetailSurvey survey, Instant at) {
        List<ItemDraft> drafts = new ArrayList<>();
        survey.articles()
                .forEach(article -> drafts.add(item(
                        article.sku(),
                        article.description(),
                        ItemKind.STOCKED,
                        WEIGHT_GRAMS,
                        article.usualPrice(),
                        TaxCategory.STANDARD)));
        survey.services()
                .forEach((code, service) -> drafts.add(item(
                        code,
                        service.title(),
                        ItemKind.SERVICE,
                        0,
                        BigDecimal.ZERO,
                        service.isVoucher() ? TaxCategory.EXEMPT : TaxCategory.STANDARD)));
        Set<Sku> known =
                catalog.bySku(drafts.stream().map(ItemDraft::sku).toList()).keySet();
        List<ItemDraft> missing =
                drafts.stream().filter(draft -> !known.contains(draft.sku())).toList();
        inSets(
                missing,
                draft -> draft.sku().code(),
                (set, first) ->
                        catalog.define(run.cause("items/" + first, at), set).orThrow());
        return missing.size();
    }

    private static ItemDraft item(
            String code, String description, ItemKind kind, int weightGrams, BigDecimal price, String taxCategory) {
        BigDecimal listPrice = price.setScale(Math.min(6, Math.max(2, price.scale())), RoundingMode.HALF_UP);
        return new ItemDraft(
                Sku.of(code),
                RetailDrafts.cut(description),
                kind,
                0,
                weightGrams,
                listPrice,
                RetailLine.CURRENCY,
                taxCategory,
                null);
    }

    private long defineCustomers(ImportRun run, Map<String, String> countryByNumber, Instant at) {
        Set<String> known = customers.byNumber(countryByNumber.keySet()).keySet();
        Collection<String> missing = new TreeSet<>(countryByNumber.keySet());
        missing.removeAll(known);
        List<CustomerDraft> drafts = missing.stream()
                .filter(number -> number.length() <= CUSTOMER_NUMBER_LENGTH_MAX)
                .map(number -> customer(number, countryByNumber.getOrDefault(number, "")))
                .toList();
        inSets(
                drafts,
                CustomerDraft::number,
                (set, first) -> customers
                        .define(run.cause("customers/" + first, at), set)
                        .orThrow());
        return drafts.size();
    }

    private static CustomerDraft customer(String number, String country) {
        return new CustomerDraft(
                number,
                "Customer " + number,
                null,
                null,
                Countries.codeOf(country).orElse(RetailDrafts.HOME),
                null,
                true,
                PAYMENT_TERMS_DAYS,
                RetailLine.CURRENCY,
                PRIORITY,
                CREDIT_LIMIT_MINOR);
    }

    /** Takes a set with the name of its first member. */
    @FunctionalInterface
    private interface SetTaker<T> {
        void take(List<T> set, String first);
    }

    private static <T> void inSets(List<T> all, Function<T, String> name, SetTaker<T> taker) {
        for (int from = 0; from < all.size(); from += SET_MAX) {
            List<T> set = all.subList(from, Math.min(all.size(), from + SET_MAX));
            taker.take(set, name.apply(set.getFirst()));
        }
    }
}
