package dev.orderwright.documents;

import dev.orderwright.shared.Company;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The company that issues a document: name and address for the letterhead; how to reach it and its registrations (tax
 * number, company number) for the foot of every page.
 */
public record Seller(String name, List<String> address, List<Detail> contact, List<Detail> registration) {

    public Seller {
        address = List.copyOf(address);
        contact = List.copyOf(contact);
        registration = List.copyOf(registration);
    }

    /** The company as it stands on its papers; what is not configured is left out. */
    public static Seller of(Company company) {
        return new Seller(
                company.name(),
                List.of(
                        company.street(),
                        company.city() + " " + company.postcode(),
                        Locale.of("", company.country()).getDisplayCountry(Locale.ENGLISH)),
                said(
                        new Detail("Phone", company.phone()),
                        new Detail("E-mail", company.email()),
                        new Detail("Web", company.web())),
                said(new Detail("VAT no.", company.taxId()), new Detail("", company.registration())));
    }

    private static List<Detail> said(Detail... details) {
        return Stream.of(details).filter(detail -> !detail.value().isBlank()).toList();
    }
}
