package dev.orderwright.documents;

import java.util.List;

/**
 * What to take from where, for one fulfilment order or for a batch of them. The heading's number is the number of the
 * list; the picks are printed by zone and bin, whatever order they are given in.
 */
public record PickListView(Heading heading, String node, List<Work> orders, List<Pick> picks) {

    public PickListView {
        orders = List.copyOf(orders);
        picks = List.copyOf(picks);
    }

    /** One fulfilment order of the list; a tote is the letter or number under which a batch sorts its goods. */
    public record Work(
            String fulfilmentOrder, String order, String shipTo, String service, String shipBy, String tote) {}

    /** One stop: bin, item and quantity, the code to scan, and in a batch how much goes into which tote. */
    public record Pick(String zone, String bin, Item item, String barcode, String quantity, List<Share> shares) {

        public Pick {
            shares = List.copyOf(shares);
        }
    }

    /** The part of a pick that goes into one tote. */
    public record Share(String tote, String quantity) {}
}
