package dev.orderwright.documents;

import java.util.List;

/** Someone with an address: its lines in the order they are printed, and details such as a tax number or a phone. */
public record Party(String name, List<String> address, List<Detail> details) {

    public Party {
        address = List.copyOf(address);
        details = List.copyOf(details);
    }
}
