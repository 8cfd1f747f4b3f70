package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filters of the lists of billing as they stand in a URL, the same for the API and the console. */
@Component
class MoneyFilters {

    /** No customer has it: a filter on somebody unknown finds nothing. */
    private static final long NOBODY = -1;

    private final Customers customers;
    private final Company company;
    private final InstantSource clock;

    MoneyFilters(Customers customers, Company company, InstantSource clock) {
        this.customers = customers;
        this.company = company;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return clock.instant().atZone(company.zone()).toLocalDate();
    }

    /** When the day is over; null for none. */
    @Nullable
    Instant dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(company.zone()).toInstant();
    }

    /** The id of the customer with this number; null when none is named. */
    @Nullable
    Long customer(@Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        Customer customer = customers.byNumber(List.of(number.strip())).get(number.strip());
        return customer == null ? NOBODY : customer.id();
    }

    /** How a view is called in a URL. */
    static String word(Enum<?> view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E view(Class<E> type, String name, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(view -> word(view).equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> ApiRefusal.badRequest(Refusal.of(
                        "bad-filter",
                        name,
                        t(
                                "billing.refusal.isNotOneOf",
                                word,
                                Arrays.stream(type.getEnumConstants())
                                        .map(MoneyFilters::word)
                                        .toList()))));
    }

    /** An address with its parameters, without the empty ones. */
    static String url(String path, String... parameters) {
        StringBuilder url = new StringBuilder(path);
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            if (!parameters[i + 1].isBlank()) {
                url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(URLEncoder.encode(parameters[i], StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(parameters[i + 1].strip(), StandardCharsets.UTF_8));
            }
        }
        return url.toString();
    }
}
