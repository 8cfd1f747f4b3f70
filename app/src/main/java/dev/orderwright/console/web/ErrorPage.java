package dev.orderwright.console.web;

import java.util.List;

/**
 * What went wrong, and what to do.
 *
 * @param wrong what could not be understood, each with the name of its field; empty when that is not known
 * @param firstUrl the same page without what is wrong; empty for none
 * @param id names the request in the log, empty when nobody needs to look
 */
public record ErrorPage(
        String title, String text, String advice, List<Wrong> wrong, String firstUrl, String id, boolean signedIn) {

    /** @param field the parameter, as the address has it */
    public record Wrong(String field, String reason) {}

    public ErrorPage {
        wrong = List.copyOf(wrong);
    }

    static ErrorPage of(String title, String text, String advice, String id, boolean signedIn) {
        return new ErrorPage(title, text, advice, List.of(), "", id, signedIn);
    }

    ErrorPage naming(List<Wrong> fields, String url) {
        return new ErrorPage(title, text, advice, fields, url, id, signedIn);
    }
}
