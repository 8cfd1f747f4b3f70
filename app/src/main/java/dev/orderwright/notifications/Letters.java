package dev.orderwright.notifications;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.notifications.NoticeRules.Wanted;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.Slice;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.web.Pages;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes messages, as a set: looks up what they are about, finds the address, and words them. */
@Component
class Letters {

    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    private final OrderQueries orders;
    private final Customers customers;
    private final ShippingQueries parcels;
    private final Company company;
    private final Ids ids;
    private final Pages pages;

    Letters(OrderQueries orders, Customers customers, ShippingQueries parcels, Company company, Ids ids, Pages pages) {
        this.orders = orders;
        this.customers = customers;
        this.parcels = parcels;
        this.company = company;
        this.ids = ids;
        this.pages = pages;
    }

    /**
     * A message that is yet to be kept.
     *
     * @param to who gets it, empty when nobody knows an address
     * @param problem why it cannot be sent, empty when it can
     */
    record Written(
            long id,
            Wanted wanted,
            String to,
            String subject,
            String plain,
            String html,
            @Nullable String attached,
            String problem) {}

    /** @param to another address than the one of the order, null for that one; orders that are not there are left out */
    List<Written> write(Collection<Wanted> wanted, @Nullable String to) {
        Set<Long> ids = wanted.stream().map(Wanted::orderId).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, OrderHead> heads = orders.heads(ids);
        Map<Long, List<OrderLine>> lines = orders.lines(ids);
        Map<Long, List<Slice>> slices = orders.slices(ids);
        Map<Long, List<Parcel>> sent = parcels.ofOrders(ids);
        Map<Long, Customer> buyers = customers.byId(heads.values().stream()
                .map(OrderHead::customerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<Written> written = new ArrayList<>();
        for (Wanted one : wanted) {
            OrderHead head = heads.get(one.orderId());
            if (head != null) {
                About about = new About(
                        head,
                        head.customerId() == null ? null : buyers.get(head.customerId()),
                        lines.getOrDefault(head.id(), List.of()),
                        slices.getOrDefault(head.id(), List.of()),
                        inParcels(one, sent.getOrDefault(head.id(), List.of())),
                        one.about());
                written.add(written(one, about, to == null ? LetterRules.recipient(one.kind(), about) : to));
            }
        }
        return written;
    }

    /** The packages that a shipment is about. */
    private static Set<Long> inParcels(Wanted wanted, List<Parcel> parcels) {
        Set<String> named = wanted.about().get("packages") instanceof List<?> numbers
                ? numbers.stream().map(Object::toString).collect(Collectors.toCollection(HashSet::new))
                : Set.of();
        return parcels.stream()
                .filter(parcel -> named.contains(parcel.number()))
                .map(Parcel::id)
                .collect(Collectors.toSet());
    }

    private Written written(Wanted wanted, About about, String to) {
        long id = ids.next();
        String problem = to.isEmpty() || NoticeRules.isAddress(to) ? "" : "'" + to + "' is not an e-mail address.";
        try {
            Letter letter = new LetterRules(company, this::carrier).letter(wanted.kind(), about);
            return new Written(
                    id,
                    wanted,
                    to,
                    letter.subject(),
                    LetterText.of(letter),
                    pages.fragment("notifications/letter.jte", letter),
                    LetterRules.attached(wanted.kind(), about),
                    problem);
        } catch (RuntimeException e) {
            log.error(
                    "{} of order {} could not be worded",
                    wanted.kind(),
                    about.head().number(),
                    e);
            String subject = wanted.kind().title() + " " + about.head().number();
            return new Written(id, wanted, to, subject, "", "", null, "It could not be worded; see the log.");
        }
    }

    private String carrier(String code) {
        return parcels.carrierName(code);
    }
}
