package dev.orderwright.shared.api;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiProblems.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What could not be understood in the address of a page.
 *
 * @param refusals each with the name of the parameter
 * @param without the same address without what is wrong: the first page of a list; empty when there is none to go to
 */
public record BadAddress(List<Refusal> refusals, String without) {

    static final int STATUS = 400;

    private static final String ATTRIBUTE = BadAddress.class.getName();
    private static final String CURSOR = "cursor";
    private static final List<String> CURSORS = List.of(CURSOR, "after", "before", "from");

    public BadAddress {
        refusals = List.copyOf(refusals);
    }

    /** What was wrong with the request that an error page is made for. */
    public static Optional<BadAddress> of(HttpServletRequest request) {
        return Optional.ofNullable((BadAddress) request.getAttribute(ATTRIBUTE));
    }

    static void note(HttpServletRequest request, Answer answer) {
        List<Refusal> named = answer.refusals().stream()
                .map(refusal -> Refusal.of(refusal.code(), parameter(request, refusal.field()), refusal.reason()))
                .toList();
        String without = request.getMethod().equals("GET") ? without(request, named) : "";
        request.setAttribute(ATTRIBUTE, new BadAddress(named, without));
    }

    /** Pages call their cursors as it suits their addresses. */
    private static String parameter(HttpServletRequest request, String field) {
        return field.equals(CURSOR)
                ? CURSORS.stream()
                        .filter(name -> request.getParameter(name) != null)
                        .findFirst()
                        .orElse(CURSOR)
                : field;
    }

    private static String without(HttpServletRequest request, List<Refusal> refusals) {
        List<String> wrong = refusals.stream().map(Refusal::field).toList();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !wrong.contains(part.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        String url = request.getRequestURI() + (kept.isEmpty() ? "" : "?" + kept);
        return kept.equals(query) ? "" : url;
    }
}
