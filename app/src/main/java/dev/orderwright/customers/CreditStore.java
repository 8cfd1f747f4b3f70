package dev.orderwright.customers;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class CreditStore {

    static final Sql LOCK = Sql.of("""
            select customer_id, currency, limit_minor, exposure_minor
              from customers.credit
             where customer_id = any(:ids::bigint[])
             order by customer_id
               for update
            """);

    static final Sql FIND = Sql.of("""
            select customer_id, currency, limit_minor, exposure_minor
              from customers.credit
             where customer_id = any(:ids::bigint[])
            """);

    // Locks by ascending id, so that callers who have not locked before cannot deadlock either.
    static final Sql CHANGE_EXPOSURE = Sql.of("""
            with locked as materialized (
                select customer_id
                  from customers.credit
                 where customer_id = any(:ids::bigint[])
                 order by customer_id
                   for update)
            update customers.credit k
               set exposure_minor = k.exposure_minor + d.delta
              from locked l
              join unnest(:ids::bigint[], :deltas::bigint[]) as d (customer_id, delta) using (customer_id)
             where k.customer_id = l.customer_id
            """);

    static final Sql SET_LIMITS = Sql.of("""
            insert into customers.credit as k (customer_id, currency, limit_minor)
            select * from unnest(:ids::bigint[], :currencies::text[], :limits::bigint[])
             order by 1
            on conflict (customer_id) do update
               set currency = excluded.currency, limit_minor = excluded.limit_minor
            """);

    private final Db db;

    CreditStore(Db db) {
        this.db = db;
    }

    List<CreditState> lock(Collection<Long> customerIds) {
        return db.sql(LOCK)
                .param("ids", customerIds.stream().mapToLong(Long::longValue).toArray())
                .query(CreditStore::credit)
                .list();
    }

    List<CreditState> find(Collection<Long> customerIds) {
        return db.sql(FIND)
                .param("ids", customerIds.stream().mapToLong(Long::longValue).toArray())
                .query(CreditStore::credit)
                .list();
    }

    /** Returns how many customers it found. */
    int changeExposure(long[] customerIds, long[] deltas) {
        return db.sql(CHANGE_EXPOSURE)
                .param("ids", customerIds)
                .param("deltas", deltas)
                .update();
    }

    void setLimits(List<CustomerStore.Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        db.sql(SET_LIMITS)
                .param("ids", writes.stream().mapToLong(CustomerStore.Write::id).toArray())
                .param(
                        "currencies",
                        writes.stream().map(write -> write.draft().currency()).toArray(String[]::new))
                .param(
                        "limits",
                        writes.stream()
                                .mapToLong(write -> write.draft().creditLimitMinor())
                                .toArray())
                .update();
    }

    private static CreditState credit(ResultSet row, int n) throws SQLException {
        return new CreditState(
                row.getLong("customer_id"),
                row.getString("currency"),
                row.getLong("limit_minor"),
                row.getLong("exposure_minor"));
    }
}
