package dev.orderwright.documents;

import java.util.List;

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
}
