package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.insight.Search.Found;
import dev.orderwright.insight.SearchWords.Word;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is found in small windows against a look at all words in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchWalkModuleTests {

    private static final int ORDERS = 40;
    private static final int QUESTIONS = 400;

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final SearchStore store = world.bean(SearchStore.class);
    private final OrderQueries queries = world.bean(OrderQueries.class);
    private final SplittableRandom random = new SplittableRandom(11);
    /** So that no other test has these words. */
    private final String own = shop.word("w").toLowerCase(Locale.ROOT);

    private final Map<Long, Set<String>> wordsOf = new LinkedHashMap<>();

    @BeforeAll
    void ordersWithWordsOfFewLetters() {
        Shop.Goods item = shop.item();
        for (int i = 0; i < ORDERS; i++) {
            long order = shop.place(shop.draft(item.times(1))).orderId();
            Set<String> words = new TreeSet<>();
            for (int word = random.nextInt(1, 5); word > 0; word--) {
                words.add(own + letters());
            }
            wordsOf.put(order, words);
            List<Word> written = new ArrayList<>();
            for (String word : words) {
                written.add(new Word(word, order, "name"));
                if (random.nextBoolean()) {
                    written.add(new Word(word, order, "sku"));
                }
            }
            store.add(written);
            store.add(written);
        }
    }

    private String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            letters.append((char) ('a' + random.nextInt(3)));
        }
        return letters.toString();
    }

    /** The words that are looked for instead of one. */
    private Set<String> terms(String typed) {
        Set<String> all = new TreeSet<>();
        wordsOf.values().forEach(all::addAll);
        Set<String> terms = new TreeSet<>(all);
        terms.removeIf(word -> !word.startsWith(typed));
        if (terms.isEmpty()) {
            terms.addAll(all);
            terms.removeIf(word -> !Spelling.isNear(typed, word));
        }
        return terms;
    }

    private List<Long> expected(List<String> typed) {
        return wordsOf.entrySet().stream()
                .filter(order -> typed.stream()
                        .allMatch(word -> order.getValue().stream().anyMatch(terms(word)::contains)))
                .map(Map.Entry::getKey)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Test
    void pageAfterPageAllThatFitsIsFoundWhateverTheWindows() {
        int pages = 0;
        int found = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            List<String> typed = new ArrayList<>();
            for (int word = random.nextInt(1, 4); word > 0; word--) {
                typed.add(own + letters());
            }
            Search search = new Search(
                    store, queries, random.nextInt(1, 200), random.nextBoolean() ? Duration.ofDays(1) : Duration.ZERO);
            int limit = random.nextInt(1, 6);
            List<Long> all = new ArrayList<>();
            @Nullable Long next = null;
            do {
                Found page = search.find(String.join(" ", typed), next, limit);
                assertThat(page.orders()).hasSizeLessThanOrEqualTo(limit);
                assertThat(page.next() == null || page.orders().size() == limit || page.lookedBackTo() != null)
                        .isTrue();
                page.orders().stream().map(OrderHead::id).forEach(all::add);
                next = page.next();
                pages++;
            } while (next != null);
            assertThat(all).as(typed.toString()).isEqualTo(expected(typed));
            found += all.size();
        }
        assertThat(found).isGreaterThan(QUESTIONS);
        assertThat(pages).isGreaterThan(2 * QUESTIONS);
    }

    @Test
    void whatVeryManyWordsBeginWithIsSaidAndTheWordItselfAndTheNewestNumbersAreFound() {
        Iterator<Long> orders = wordsOf.keySet().iterator();
        long exact = orders.next();
        long old = orders.next();
        long newest = orders.next();
        String prefix = shop.word("v").toLowerCase(Locale.ROOT);
        List<Word> many = new ArrayList<>();
        many.add(new Word(prefix, exact, "external"));
        for (int number = 100; number < 300; number++) {
            many.add(new Word(prefix + number, number < 290 ? old : newest, "external"));
        }
        store.add(many.subList(0, 60));
        store.add(many);
        Search search = new Search(store, queries, 1_000, Duration.ofDays(1));

        assertThat(search.find(prefix, null, 10).orders())
                .extracting(OrderHead::id)
                .containsExactlyInAnyOrder(exact, old, newest);
        assertThat(search.find(prefix, null, 10).common()).containsExactly(prefix);
        assertThat(search.find(prefix + "199", null, 10).common()).isEmpty();
        assertThat(search.find(prefix + "29", null, 10).orders())
                .extracting(OrderHead::id)
                .containsExactly(newest);
    }
}
