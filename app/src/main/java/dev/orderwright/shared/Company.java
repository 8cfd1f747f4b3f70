package dev.orderwright.shared;

import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company that sells: it stands on documents, and its country decides on taxes. Set by {@code
 * orderwright.company.*}.
 *
 * @param country ISO 3166 alpha-2
 * @param currency the currency of the books and of list prices
 * @param zone where the office's day begins and ends
 */
@ConfigurationProperties("orderwright.company")
public record Company(
        @DefaultValue("Orderwright Demo Ltd") String name,
        @DefaultValue("1 Harbour Road") String street,
        @DefaultValue("Felixstowe") String city,
        @DefaultValue("IP11 3SY") String postcode,
        @DefaultValue("GB") String country,
        @DefaultValue("GB123456789") String taxId,
        @DefaultValue("GBP") String currency,
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("accounts@example.com") String email,
        @DefaultValue("GB00 TEST 0000 0000 0000 00") String iban) {

    /** Name and address as on a letterhead. */
    public List<String> lines() {
        return List.of(name, street, postcode + " " + city, country);
    }
}
