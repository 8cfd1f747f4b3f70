package dev.orderwright.exceptions.web;

import java.util.List;

/** What is wrong with an order, for its page. */
public record TroublePage(List<One> all) {

    /**
     * @param cause what kind of trouble it is
     * @param url the list with it, and with nothing of other orders
     */
    public record One(String cause, String about, String url) {}

    public TroublePage {
        all = List.copyOf(all);
    }
}
