package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filters of the order list as they stand in a URL, the same for the API and the console. */
@Component
class OrderFilters {

    /** No item, node or customer has it: a filter on something unknown finds nothing. */
    private static final long NOTHING = -1;

    private final Catalog catalog;
    private final Customers customers;
    private final Inventory inventory;
    private final Company company;
    private final InstantSource clock;

    OrderFilters(Catalog catalog, Customers customers, Inventory inventory, Company company, InstantSource clock) {
        this.catalog = catalog;
        this.customers = customers;
        this.inventory = inventory;
        this.company = company;
        this.clock = clock;
    }

    LocalDate today() {
        return clock.instant().atZone(company.zone()).toLocalDate();
    }

    /**
     * Reads {@code view, state, channel, customer, node, sku, hold, method}, the days {@code from, until, expectedFrom,
     * expectedUntil}, and {@code min} (minor units).
     * What cannot be understood is refused with its name.
     */
    Filter of(Map<String, String> parameters) {
        return new Filter(
                chosen(parameters, "view", View.class).orElse(View.ALL),
                parameters.getOrDefault("channel", "").isBlank() ? null : parameters.get("channel"),
                named(parameters, "customer", this::customerId),
                named(parameters, "node", this::nodeId),
                named(parameters, "sku", this::itemId),
                chosen(parameters, "state", SliceState.class).orElse(null),
                chosen(parameters, "hold", HoldType.class).orElse(null),
                start(parameters, "from", 0),
                start(parameters, "until", 1),
                named(parameters, "min", OrderFilters::minor),
                named(parameters, "method", method -> method.toUpperCase(Locale.ROOT)),
                day(parameters, "expectedFrom"),
                day(parameters, "expectedUntil"),
                today());
    }

    private static <T> @Nullable T named(Map<String, String> parameters, String name, Function<String, T> look) {
        String value = parameters.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : look.apply(value);
    }

    private Long customerId(String number) {
        Customer customer = customers.byNumber(List.of(number)).get(number);
        return customer == null ? NOTHING : customer.id();
    }

    private Long nodeId(String code) {
        return inventory.nodes().stream()
                .filter(node -> node.code().equalsIgnoreCase(code))
                .map(Node::id)
                .findFirst()
                .orElse(NOTHING);
    }

    private Long itemId(String sku) {
        return Sku.parse(sku)
                .map(s -> catalog.bySku(List.of(s)).get(s))
                .map(Item::id)
                .orElse(NOTHING);
    }

    private static Long minor(String value) {
        try {
            return Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw bad("min", value, t("orders.orderFilters.aWholeNumberOfMinor"));
        }
    }

    private static <E extends Enum<E>> Optional<E> chosen(Map<String, String> parameters, String name, Class<E> type) {
        String value = parameters.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(constant);
            }
        }
        throw bad(name, value, t("orders.orderFilters.oneOf", List.of(type.getEnumConstants())));
    }

    /** The moment at which a day begins in the company's zone. */
    private @Nullable Instant start(Map<String, String> parameters, String name, int plusDays) {
        LocalDate day = day(parameters, name);
        return day == null
                ? null
                : day.plusDays(plusDays).atStartOfDay(company.zone()).toInstant();
    }

    private static @Nullable LocalDate day(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw bad(name, value, t("orders.orderFilters.aDaySuchAs"));
        }
    }

    private static ApiRefusal bad(String name, String value, String wanted) {
        return ApiRefusal.badRequest(Refusal.of("bad-filter", name, t("orders.refusal.isNot", value, wanted)));
    }

    /** The place to go on from; refuses what is none. */
    static @Nullable Long cursor(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return null;
        }
        return Ids.parse(cursor).orElseThrow(() -> bad("cursor", cursor, t("orders.orderFilters.aCursorOfAnEarlier")));
    }
}
