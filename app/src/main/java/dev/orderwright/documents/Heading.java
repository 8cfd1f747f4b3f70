package dev.orderwright.documents;

import java.util.List;

/** The number of a document and the facts printed in the band below it (dates, references, terms). */
public record Heading(String number, List<Detail> facts) {

    public Heading {
        facts = List.copyOf(facts);
    }
}
