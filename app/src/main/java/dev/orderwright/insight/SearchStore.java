package dev.orderwright.insight;

import dev.orderwright.insight.Search.Word;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements of the search. */
@Repository
class SearchStore {

    static final Sql ADD = Sql.of("""
            insert into insight.order_word (word, order_id, kind)
            select distinct w.word, w.order_id, w.kind
              from unnest(:words::text[], :orders::bigint[], :kinds::text[]) as w (word, order_id, kind)
            on conflict do nothing
            """);

    /** Orders that have, for each wanted word, a word that begins with it. The newest first. */
    static final Sql FIND = Sql.of("""
            select w.order_id
              from insight.order_word w
              join unnest(:from::text[], :until::text[]) with ordinality as q (from_word, until_word, no)
                on w.word >= q.from_word and w.word < q.until_word
             group by w.order_id
            having count(distinct q.no) = :wanted
             order by w.order_id desc
             limit :limit
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
    }

    List<Long> find(List<String> wanted, int limit) {
        return db.sql(FIND)
                .param("from", wanted.toArray(String[]::new))
                .param("until", wanted.stream().map(word -> word + '\uffff').toArray(String[]::new))
                .param("wanted", wanted.size())
                .param("limit", limit)
                .query((row, n) -> row.getLong("order_id"))
                .list();
    }
}
