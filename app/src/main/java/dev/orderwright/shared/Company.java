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
 * @param taxId its VAT number
 * @param zone where the office's day begins and ends
 * @param registration in which register the company stands, as the law wants it on letters; empty for none
 * @param bank where customers on account pay to, with {@code iban} and {@code bic}
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
        @DefaultValue("+44 1632 960 961") String phone,
        @DefaultValue("") String web,

        @DefaultValue("Company no. 01234567, registered in England and Wales")
        String registration,

        @DefaultValue("Example Bank plc") String bank,
        @DefaultValue("GB00 TEST 0000 0000 0000 00") String iban,
        @DefaultValue("TESTGB2LXXX") String bic) {

    /** Name and address as on a letterhead. */
    public List<String> lines() {
        return List.of(name, street, postcode + " " + city, country);
    }
}
