package dev.orderwright.verification;

import dev.orderwright.geo.AddressRules;
import dev.orderwright.geo.PostalAddress;
import dev.orderwright.shared.ContentHash;
import dev.orderwright.verification.Submission.Line;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who buys and what is bought, as numbers of 64 bits: to be recognised, not to be read. Pure. */
final class Fingerprints {

    private Fingerprints() {}

    /** The buyer: by the account, else the e-mail, else the phone, else name and place. */
    static long party(Submission order) {
        Long customer = order.customerId();
        String email = order.email().strip().toLowerCase(Locale.ROOT);
        String phone = order.phone().replaceAll("[^0-9]", "");
        if (customer != null) {
            return number("customer", customer.toString());
        }
        if (!email.isEmpty()) {
            return number("email", email);
        }
        return phone.isEmpty() ? number("place", place(order.shipTo())) : number("phone", phone);
    }

    private static String place(PostalAddress address) {
        PostalAddress tidy = AddressRules.tidy(address);
        return String.join(
                        "\n",
                        tidy.name(),
                        tidy.company(),
                        tidy.street(),
                        tidy.street2(),
                        tidy.postcode(),
                        tidy.city(),
                        tidy.country())
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The goods and whom they are for: the same whatever the order of the lines, and however the units of an item are
     * spread over them. What is sent to two people is not ordered twice.
     */
    static long content(Submission order) {
        Map<Long, BigDecimal> units = new TreeMap<>();
        for (Line line : order.lines()) {
            units.merge(line.itemId(), line.quantity(), BigDecimal::add);
        }
        return number(
                "content",
                units.entrySet().stream()
                        .map(item -> item.getKey() + " "
                                + item.getValue().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining("\n", "", "\n" + place(order.shipTo()))));
    }

    private static long number(String kind, String text) {
        return ByteBuffer.wrap(ContentHash.of("verification " + kind, text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
