package dev.orderwright.insight;

import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The one search box: order number, the channel's number, tracking number, invoice or credit note, SKU, phone, e-mail,
 * name, postcode. Beginnings are enough, and a name or SKU may be wrong by a letter. It looks at so much and no more,
 * however many orders there are: the words that begin like the one that was typed, then the orders of the rarest of them.
 */
@Component
public class Search {

    private static final int WORDS_MAX = 6;
    /** So many words that begin alike are looked for. */
    private static final int TERMS_MAX = 100;
    /** So many words are compared with one that nobody has. */
    private static final int NEAR_MAX = 1_000;
    /** Counted no further than this: who is rarer shows before. */
    private static final int COUNTED = 1_000;
    /** So often is looked whether an order has a word, in growing windows: some 150 ms when all is in memory. */
    private static final int LOOKS = 20_000;

    private static final int FIRST_LOOKS = 500;
    /** No window is begun later: when much must come from the disk, a page is short rather than late. */
    private static final Duration PATIENCE = Duration.ofMillis(25);

    private final SearchStore store;
    private final OrderQueries orders;
    private final int looks;
    private final Duration patience;

    @Autowired
    Search(SearchStore store, OrderQueries orders) {
        this(store, orders, LOOKS, PATIENCE);
    }

    /** With another patience. */
    Search(SearchStore store, OrderQueries orders, int looks, Duration patience) {
        this.store = store;
        this.orders = orders;
        this.looks = looks;
        this.patience = patience;
    }

    /**
     * What was found.
     *
     * @param next what to ask for the next page with; null when no older order fits
     * @param lookedBackTo when the page is short because enough orders were looked through: when the last of them was
     *     placed
     * @param meant words that nobody has, each with those that were looked for instead
     * @param common words that so many begin with that only the last of them in the alphabet were looked for: of numbers, the newest
     */
    public record Found(
            List<OrderHead> orders,
            @Nullable Long next,
            @Nullable Instant lookedBackTo,
            List<Meant> meant,
            List<String> common) {

        static final Found NOTHING = new Found(List.of(), null, null, List.of(), List.of());
    }

    /** A word as it was typed, and those that it was taken for. */
    public record Meant(String typed, List<String> words) {}

    /**
     * Orders whose words begin with all the words of the text, the newest first; or the one that the text is the number of.
     *
     * @param before the cursor of an earlier answer; null for the first page
     * @param limit at least 1
     */
    public Found find(String text, @Nullable Long before, int limit) {
        String typed = text.strip();
        // An order's own number is known at once; the rest of the words a moment later.
        Optional<OrderHead> numbered =
                orders.byNumber(typed.toUpperCase(Locale.ROOT)).map(OrderDetail::head);
        if (numbered.isPresent()) {
            return new Found(List.of(numbered.get()), null, null, List.of(), List.of());
        }
        List<String> wanted = Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(WORDS_MAX)
                .toList();
        return wanted.isEmpty() ? Found.NOTHING : find(wanted, before == null ? Long.MAX_VALUE : before, limit);
    }

    private Found find(List<String> wanted, long before, int limit) {
        List<List<String>> terms = store.terms(wanted, TERMS_MAX + 1);
        List<Meant> meant = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (terms.get(i).isEmpty()) {
                terms.set(i, near(wanted.get(i)));
                meant.add(new Meant(wanted.get(i), terms.get(i)));
            }
            if (terms.get(i).size() > TERMS_MAX) {
                terms.set(i, terms.get(i).subList(0, TERMS_MAX));
                common.add(wanted.get(i));
            }
        }
        if (terms.stream().anyMatch(List::isEmpty)) {
            return Found.NOTHING;
        }
        List<String> rarest = terms.remove(rarest(terms));
        return walk(rarest, terms, before, limit, meant, common);
    }

    private List<String> near(String typed) {
        return Spelling.mayBeWrong(typed)
                ? store.near(typed, NEAR_MAX).stream()
                        .filter(word -> Spelling.isNear(typed, word))
                        .toList()
                : List.of();
    }

    private int rarest(List<List<String>> terms) {
        if (terms.size() == 1) {
            return 0;
        }
        return store.count(terms, COUNTED).entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private Found walk(
            List<String> rarest,
            List<List<String>> others,
            long before,
            int limit,
            List<Meant> meant,
            List<String> common) {
        if (others.isEmpty()) {
            return found(
                    store.find(rarest, others, before, limit + 1, limit + 1), limit, Optional.empty(), meant, common);
        }
        long end = System.nanoTime() + patience.toNanos();
        int terms = Math.max(others.stream().mapToInt(List::size).sum(), rarest.size());
        List<Long> ids = new ArrayList<>();
        Optional<Long> edge = Optional.of(before);
        int left = looks / terms;
        int window = FIRST_LOOKS / terms;
        do {
            window = Math.clamp(window, 1, Math.max(1, left));
            long from = edge.get();
            ids.addAll(store.find(rarest, others, from, window, limit + 1 - ids.size()));
            edge = ids.size() > limit ? Optional.empty() : store.edge(rarest, from, window);
            left -= window;
            window *= 2;
        } while (edge.isPresent() && left > 0 && System.nanoTime() < end);
        return found(ids, limit, edge, meant, common);
    }

    /** @param edge the last order that was looked at, when there are older ones with the rarest word */
    private Found found(List<Long> ids, int limit, Optional<Long> edge, List<Meant> meant, List<String> common) {
        if (ids.size() > limit) {
            List<Long> shown = ids.subList(0, limit);
            return new Found(heads(shown), shown.getLast(), null, meant, common);
        }
        Instant lookedBackTo = edge.map(id -> orders.heads(List.of(id)).get(id))
                .map(OrderHead::placedAt)
                .orElse(null);
        return new Found(heads(ids), edge.orElse(null), lookedBackTo, meant, common);
    }

    private List<OrderHead> heads(List<Long> ids) {
        return orders.heads(ids).values().stream()
                .sorted(Comparator.comparing(OrderHead::id).reversed())
                .toList();
    }
}
