package dev.orderwright.insight;

import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes down the words by which orders are found: it follows the facts, usually within a second. */
@Component
class SearchWords implements BackgroundWork {

    private static final int LENGTH_MAX = 100;

    /** What facts about orders call the numbers on pick lists, packages, labels, invoices and credit notes. */
    private static final List<String> PAPERS = List.of("tracking", "package", "fulfilment", "invoice", "creditNote");

    private final SearchStore store;
    private final FactReading reading;
    private final OrderQueries orders;

    SearchWords(SearchStore store, FactReading reading, OrderQueries orders) {
        this.store = store;
        this.reading = reading;
        this.orders = orders;
    }

    /** A word by which an order is found. */
    record Word(String word, long orderId, String kind) {

        /** Whether people write it as they remember it, and may be wrong by a letter. */
        boolean isSpelled() {
            return kind.equals("name") || kind.equals("sku");
        }
    }

    @Override
    public String name() {
        return "order-search";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean givesWay() {
        return true;
    }

    @Override
    public Duration behind() {
        return reading.behind(name());
    }

    /** Takes in the next facts. */
    @Override
    public int round() {
        return reading.round(name(), next -> store.add(words(next)));
    }

    private Collection<Word> words(List<RecordedFact> next) {
        Set<Long> placed = new LinkedHashSet<>();
        Set<Word> words = new LinkedHashSet<>();
        for (RecordedFact fact : next) {
            if (!fact.fact().subjectKind().equals("order")) {
                continue;
            }
            if (fact.fact().type().equals("OrderPlaced")) {
                placed.add(fact.fact().subjectId());
            }
            papers(fact, words);
        }
        Map<Long, List<OrderLine>> lines = orders.lines(placed);
        for (OrderHead head : orders.heads(placed).values()) {
            words.addAll(words(head, lines.getOrDefault(head.id(), List.of())));
        }
        return words;
    }

    /** What is done at a node, at the packing table or in the books names its papers: the numbers people have in hand. */
    private static void papers(RecordedFact fact, Set<Word> words) {
        for (String paper : PAPERS) {
            Object named = fact.fact().data().get(paper);
            Stream<?> numbers = named instanceof List<?> many ? many.stream() : Stream.ofNullable(named);
            numbers.filter(Objects::nonNull)
                    .forEach(number -> add(words, fact.fact().subjectId(), paper, number.toString()));
        }
    }

    private static Set<Word> words(OrderHead head, List<OrderLine> lines) {
        Set<Word> words = new LinkedHashSet<>();
        add(words, head.id(), "number", head.number());
        add(words, head.id(), "external", head.externalId());
        for (Address address : head.billTo() == null ? List.of(head.shipTo()) : List.of(head.shipTo(), head.billTo())) {
            for (String part : (address.name() + " " + address.company()).split("\\s+")) {
                add(words, head.id(), "name", part);
            }
            add(words, head.id(), "email", address.email());
            add(words, head.id(), "phone", address.phone().replaceAll("[^0-9+]", ""));
            add(words, head.id(), "phone", address.phone().replaceAll("[^0-9]", ""));
            add(words, head.id(), "postcode", address.postcode().replaceAll("\\s", ""));
            for (String part : address.postcode().split("\\s+")) {
                add(words, head.id(), "postcode", part);
            }
        }
        lines.forEach(line -> add(words, head.id(), "sku", line.sku()));
        return words;
    }

    private static void add(Set<Word> words, long order, String kind, String word) {
        String clean = word.toLowerCase(Locale.ROOT).strip();
        if (!clean.isEmpty()) {
            words.add(new Word(clean.substring(0, Math.min(LENGTH_MAX, clean.length())), order, kind));
        }
    }
}
