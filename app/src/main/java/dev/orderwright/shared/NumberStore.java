package dev.orderwright.shared;

import org.springframework.stereotype.Repository;

@Repository
class NumberStore {

    static final Sql TAKE = Sql.of("""
            insert into shared.number_series as s (series, next_value) values (:series, 100001 + :count)
            on conflict (series) do update set next_value = s.next_value + :count
            returning next_value
            """);

    private final Db db;

    NumberStore(Db db) {
        this.db = db;
    }

    /** Moves the series on by {@code count} and returns the value after the last number taken. */
    long take(String series, int count) {
        return db.sql(TAKE)
                .param("series", series)
                .param("count", count)
                .query(Long.class)
                .single();
    }
}
