package dev.orderwright.verification;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements of who bought what lately. */
@Repository
class SeenStore {

    /** Taken until the transaction ends, in one order, so that nobody waits in a circle. */
    static final Sql LOCK = Sql.of("""
            select count(pg_advisory_xact_lock(19, p.party))
              from (select distinct (party & 2147483647)::integer as party from unnest(:parties::bigint[]) as given (party)
                     order by 1 offset 0) p
            """);

    static final Sql LATELY = Sql.of("""
            select p.party, s.order_id, s.content, s.at
              from unnest(:parties::bigint[]) as p (party)
             cross join lateral (select order_id, content, at
                                   from verification.seen
                                  where party = p.party
                                  order by order_id desc
                                  limit :max) s
             where s.at > :since
            """);

    static final Sql INSERT = Sql.of("""
            insert into verification.seen (party, order_id, content, at)
            select * from unnest(:parties::bigint[], :orders::bigint[], :contents::bigint[], :at::timestamptz[])
            """);

    static final Sql SWEEP = Sql.of("""
            delete from verification.seen where at < :before
            """);

    private final Db db;

    SeenStore(Db db) {
        this.db = db;
    }

    /** Lets nobody else check orders of these buyers until this transaction has ended. */
    void lock(Collection<Long> parties) {
        db.sql(LOCK)
                .param("parties", parties.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    /** The latest orders of each, as far back as that. */
    List<Bought> lately(Collection<Long> parties, Instant since, int max) {
        return db.sql(LATELY)
                .param("parties", parties.toArray(Long[]::new))
                .param("since", Db.timestamp(since))
                .param("max", max)
                .query((row, n) -> new Bought(
                        row.getLong("party"),
                        row.getLong("order_id"),
                        row.getLong("content"),
                        Db.instantNotNull(row, "at")))
                .list();
    }

    void insert(List<Bought> bought) {
        db.sql(INSERT)
                .param("parties", bought.stream().map(Bought::party).toArray(Long[]::new))
                .param("orders", bought.stream().map(Bought::orderId).toArray(Long[]::new))
                .param("contents", bought.stream().map(Bought::content).toArray(Long[]::new))
                .param("at", Db.timestamps(bought.stream().map(Bought::at).toList()))
                .later();
    }

    int sweep(Instant before) {
        return db.sql(SWEEP).param("before", Db.timestamp(before)).update();
    }
}
