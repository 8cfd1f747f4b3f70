package dev.orderwright.insight;

import dev.orderwright.insight.SearchWords.Word;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/**
 * The statements of the search. None reads more than its limits say, however many orders there are and however many of
 * them have a word.
 */
@Repository
class SearchStore {

    /** So many first letters of a word are compared with a letter left out. */
    private static final String KEYS = """
            select left(%1$s, 16) as key
             union
            select overlay(left(%1$s, 16) placing '' from i for 1)
              from generate_series(1, least(16, length(%1$s))) as i
            """;

    static final Sql ADD = Sql.of("""
            insert into insight.order_word (word, order_id, kind)
            select distinct w.word, w.order_id, w.kind
              from unnest(:words::text[], :orders::bigint[], :kinds::text[]) as w (word, order_id, kind)
            on conflict do nothing
            """);

    static final Sql ADD_TERMS = Sql.of("""
            with new as (
                insert into insight.term (word)
                select distinct w.word from unnest(:words::text[]) as w (word)
                on conflict do nothing
                returning word)
            insert into insight.term_key (key, word)
            select k.key, n.word
              from new n
             cross join lateral (
            """ + KEYS.formatted("n.word") + """
                   ) k
            on conflict do nothing
            """);

    /**
     * Steps from one word to the one before, so that what many orders have is met once; numbers that were given out last
     * come first. The word as it was typed is never left out.
     */
    static final Sql TERMS = Sql.of("""
            with recursive wanted as (
                select q.no, q.from_word, q.until_word
                  from unnest(:from::text[], :until::text[]) with ordinality as q (from_word, until_word, no)),
            term (no, word, from_word, nth) as (
                select q.no, w.word, q.from_word, 1
                  from wanted q
                 cross join lateral (select o.word from insight.order_word o
                                      where o.word >= q.from_word and o.word < q.until_word
                                      order by o.word desc limit 1) w
                 union all
                select t.no, w.word, t.from_word, t.nth + 1
                  from term t
                 cross join lateral (select o.word from insight.order_word o
                                      where o.word >= t.from_word and o.word < t.word
                                      order by o.word desc limit 1) w
                 where t.nth < :limit)
            select no, word, nth from term
             union all
            select q.no, q.from_word, 0
              from wanted q
             where exists (select 1 from insight.order_word o where o.word = q.from_word)
             order by no, nth
            """);

    static final Sql NEAR = Sql.of("""
            select distinct t.word
              from (
            """ + KEYS.formatted(":typed::text") + """
                   ) k
              join insight.term_key t on t.key = k.key
             order by t.word
             limit :limit
            """);

    /** How many orders have each of some words, as far as it was counted. */
    static final Sql COUNT = Sql.of("""
            select q.no, sum(c.orders)::bigint as orders
              from unnest(:nos::integer[], :words::text[]) as q (no, word)
             cross join lateral (select count(*) as orders
                                   from (select from insight.order_word o where o.word = q.word limit :limit) o) c
             group by q.no
            """);

    private static final String CANDIDATES = """
            with candidate as (
                select distinct c.order_id
                  from unnest(:words::text[]) as q (word)
                 cross join lateral (select distinct o.order_id from insight.order_word o
                                      where o.word = q.word and o.order_id < :before
                                      order by o.order_id desc limit :window) c
                 order by c.order_id desc
                 limit :window)
            """;

    static final Sql FIND = Sql.of(CANDIDATES + """
            select c.order_id
              from candidate c
             where (select count(distinct q.no)
                      from unnest(:nos::integer[], :others::text[]) as q (no, word)
                     where exists (select 1 from insight.order_word o
                                    where o.word = q.word and o.order_id = c.order_id)) = :wanted
             order by c.order_id desc
             limit :limit
            """);

    static final Sql EDGE = Sql.of(CANDIDATES + """
            select c.order_id from candidate c order by c.order_id desc offset :others limit 1
            """);

    private final Db db;

    SearchStore(Db db) {
        this.db = db;
    }

    void add(Collection<Word> words) {
        if (words.isEmpty()) {
            return;
        }
        db.sql(ADD)
                .param("words", words.stream().map(Word::word).toArray(String[]::new))
                .param("orders", words.stream().mapToLong(Word::orderId).toArray())
                .param("kinds", words.stream().map(Word::kind).toArray(String[]::new))
                .update();
        String[] spelled = words.stream()
                .filter(Word::isSpelled)
                .map(Word::word)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        if (spelled.length > 0) {
            db.sql(ADD_TERMS).param("words", spelled).update();
        }
    }

    /** The words that begin with each of those that are wanted, in their order; so many of each at most. */
    List<List<String>> terms(List<String> wanted, int limit) {
        List<Set<String>> terms = new ArrayList<>();
        wanted.forEach(word -> terms.add(new LinkedHashSet<>()));
        db.sql(TERMS)
                .param("from", wanted.toArray(String[]::new))
                .param("until", wanted.stream().map(word -> word + '\uffff').toArray(String[]::new))
                .param("limit", limit)
                .query(row -> {
                    terms.get(row.getInt("no") - 1).add(row.getString("word"));
                });
        List<List<String>> lists = new ArrayList<>();
        terms.forEach(words -> lists.add(List.copyOf(words)));
        return lists;
    }

    /** Names and SKUs that may differ by one letter, and some that differ by more. */
    List<String> near(String typed, int limit) {
        return db.sql(NEAR)
                .param("typed", typed)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** By the place of the words in the list: of how many orders they are, counted no further than to the limit for each. */
    Map<Integer, Long> count(List<List<String>> words, int limit) {
        Map<Integer, Long> counts = new TreeMap<>();
        numbered(db.sql(COUNT), words, "words").param("limit", limit).query(row -> {
            counts.put(row.getInt("no"), row.getLong("orders"));
        });
        return counts;
    }

    /**
     * Orders that have one of some words and one of each of the others, the newest first.
     *
     * @param window how many that have one of the words are looked at
     */
    List<Long> find(List<String> words, List<List<String>> others, long before, int window, int limit) {
        SqlCall statement = db.sql(FIND)
                .param("words", words.toArray(String[]::new))
                .param("before", before)
                .param("window", window)
                .param("wanted", others.size())
                .param("limit", limit);
        return numbered(statement, others, "others")
                .query((row, n) -> row.getLong("order_id"))
                .list();
    }

    /** The last of those that are looked at; empty when there are fewer. */
    Optional<Long> edge(List<String> words, long before, int window) {
        return db.sql(EDGE)
                .param("words", words.toArray(String[]::new))
                .param("before", before)
                .param("window", window)
                .param("others", window - 1)
                .query((row, n) -> row.getLong("order_id"))
                .optional();
    }

    private static SqlCall numbered(SqlCall statement, List<List<String>> words, String name) {
        List<Integer> nos = new ArrayList<>();
        for (int no = 0; no < words.size(); no++) {
            for (int i = 0; i < words.get(no).size(); i++) {
                nos.add(no);
            }
        }
        return statement
                .param("nos", nos.stream().mapToInt(Integer::intValue).toArray())
                .param(name, words.stream().flatMap(List::stream).toArray(String[]::new));
    }
}
