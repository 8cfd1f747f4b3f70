package dev.orderwright;

import dev.orderwright.shared.web.Screen;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Goes through the console from link to link, as somebody would who clicks on everything. */
public final class ConsoleCrawl {

    private static final Pattern LINK = Pattern.compile("(?:href|data-href)=\"(/[^\"#]*)");
    private static final int ADDRESSES_PER_ROUTE = 8;

    private final Visitor visitor;
    private final List<PathPattern> routes;
    private final Map<String, List<String>> pages = new TreeMap<>();
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private final Map<String, Integer> visits = new TreeMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();

    private ConsoleCrawl(Visitor visitor, List<PathPattern> routes) {
        this.visitor = visitor;
        this.routes = routes;
    }

    /** @param starts addresses to begin with; what no link leads to must be among them */
    public static ConsoleCrawl of(World world, Visitor visitor, String... starts) {
        List<PathPattern> routes = new ArrayList<>();
        world.beans(RequestMappingHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                            && Screen.class.isAssignableFrom(
                                    handler.getReturnType().getParameterType())) {
                        info.getPatternValues()
                                .forEach(route -> routes.add(PathPatternParser.defaultInstance.parse(route)));
                    }
                }));
        routes.sort(Comparator.naturalOrder());
        ConsoleCrawl crawl = new ConsoleCrawl(visitor, routes);
        crawl.go(starts);
        return crawl;
    }

    private void go(String... starts) {
        Deque<String> open = new ArrayDeque<>(List.of(starts));
        Set<String> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            String address = open.removeFirst();
            Optional<String> route = route(address);
            if (visits.merge(route.orElse("other"), 1, Integer::sum) > ADDRESSES_PER_ROUTE) {
                continue;
            }
            HttpResponse<String> answer = visitor.get(address);
            if (answer.statusCode() >= 400) {
                failures.put(address, answer.statusCode());
            }
            answer.headers().firstValue("Location").filter(seen::add).ifPresent(open::add);
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                    && !address.startsWith("/design")) {
                answers.put(address, answer.body());
            }
            if (answer.statusCode() == 200 && answer.body().contains("<html")) {
                route.ifPresent(name ->
                        pages.computeIfAbsent(name, n -> new ArrayList<>()).add(address));
                Matcher link = LINK.matcher(answer.body());
                while (link.find()) {
                    String next = link.group(1).replace("&amp;", "&");
                    if (!next.startsWith("/assets/") && seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
    }

    private Optional<String> route(String address) {
        PathContainer path = PathContainer.parsePath(address.replaceAll("[?].*", ""));
        return routes.stream().filter(route -> route.matches(path)).findFirst().map(PathPattern::getPatternString);
    }

    /** The routes of pages that nothing led to. */
    public List<String> unseen() {
        return routes.stream()
                .map(PathPattern::getPatternString)
                .filter(route -> !visits.containsKey(route))
                .distinct()
                .toList();
    }

    /** Whole pages by the route they are of, in the order in which they were come to. */
    public Map<String, List<String>> pages() {
        return pages;
    }

    /** What was answered by address, pages and parts of them; not the page of components, which is for those who build. */
    public Map<String, String> answers() {
        return answers;
    }

    /** Addresses that some page leads to and that are refused, with the status. */
    public Map<String, Integer> failures() {
        return failures;
    }
}
