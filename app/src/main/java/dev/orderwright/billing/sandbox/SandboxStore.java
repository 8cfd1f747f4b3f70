package dev.orderwright.billing.sandbox;

import dev.orderwright.billing.ProviderAnswer;
import dev.orderwright.billing.ProviderRequest;
import dev.orderwright.billing.TransactionKind;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The sandbox's own books. */
@Repository
class SandboxStore {

    static final Sql GRANT = Sql.of("""
            insert into billing.sandbox_authorisation (reference, token, currency, amount_minor)
            select a.reference, a.token, a.currency, a.amount
              from unnest(:references::text[], :tokens::text[], :currencies::text[], :amounts::bigint[])
                   as a (reference, token, currency, amount)
             order by a.reference
            on conflict (reference) do nothing
            """);

    static final Sql LOCK = Sql.of("""
            select reference, amount_minor, captured_minor, voided_minor, refunded_minor
              from billing.sandbox_authorisation
             where reference = any(:references::text[])
             order by reference
               for update
            """);

    static final Sql OPERATIONS = Sql.of("""
            select key, kind, done, refusal_code, refusal, calls, looks, told_after
              from billing.sandbox_operation
             where key = any(:keys::bigint[])
            """);

    static final Sql INSERT_OPERATIONS = Sql.of("""
            insert into billing.sandbox_operation
                   (key, kind, authorisation, amount_minor, currency, done, refusal_code, refusal,
                    told_after, at)
            select o.key, o.kind, o.authorisation, o.amount, o.currency, o.done, o.code, o.refusal, o.told_after, :at
              from unnest(:keys::bigint[], :kinds::text[], :authorisations::text[], :amounts::bigint[],
                          :currencies::text[], :done::boolean[], :codes::text[], :refusals::text[],
                          :toldAfter::integer[])
                   as o (key, kind, authorisation, amount, currency, done, code, refusal, told_after)
             order by o.key
            on conflict (key) do update
               set done = excluded.done, refusal_code = excluded.refusal_code, refusal = excluded.refusal
             where not billing.sandbox_operation.done
            """);

    static final Sql CALLED = Sql.of("""
            update billing.sandbox_operation set calls = calls + 1 where key = any(:keys::bigint[])
            """);

    static final Sql LOOKED = Sql.of("""
            update billing.sandbox_operation set looks = looks + 1 where key = any(:keys::bigint[])
            """);

    static final Sql UPDATE = Sql.of("""
            update billing.sandbox_authorisation a
               set captured_minor = n.captured, voided_minor = n.voided, refunded_minor = n.refunded
              from unnest(:references::text[], :captured::bigint[], :voided::bigint[], :refunded::bigint[])
                   as n (reference, captured, voided, refunded)
             where a.reference = n.reference
            """);

    private final Db db;

    SandboxStore(Db db) {
        this.db = db;
    }

    /** An authorisation to be set up, unless it is there. */
    record Granted(String reference, String token, String currency, long amount) {}

    /** What was set aside, and what became of it. */
    record Authorisation(String reference, long amount, long captured, long voided, long refunded) {

        boolean has(TransactionKind kind, long wanted) {
            return wanted <= (kind == TransactionKind.REFUND ? captured - refunded : amount - captured - voided);
        }

        Authorisation after(TransactionKind kind, long moved) {
            return switch (kind) {
                case AUTHORISE -> this;
                case CAPTURE -> new Authorisation(reference, amount, captured + moved, voided, refunded);
                case VOID -> new Authorisation(reference, amount, captured, voided + moved, refunded);
                case REFUND -> new Authorisation(reference, amount, captured, voided, refunded + moved);
            };
        }
    }

    /** A request that has arrived. */
    record Operation(
            long key,
            TransactionKind kind,
            boolean done,
            @Nullable String refusalCode,
            @Nullable String refusal,
            int calls,
            int looks,
            int toldAfter) {}

    /** What is written about a request. */
    record Carried(
            ProviderRequest request,
            String authorisation,
            boolean done,
            ProviderAnswer.@Nullable Refused refused,
            int toldAfter) {}

    void grant(List<Granted> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(GRANT)
                .param("references", texts(rows, Granted::reference))
                .param("tokens", texts(rows, Granted::token))
                .param("currencies", texts(rows, Granted::currency))
                .param("amounts", longs(rows, Granted::amount))
                .update();
    }

    List<Authorisation> lock(Collection<String> references) {
        return db.sql(LOCK)
                .param("references", references.toArray(String[]::new))
                .query((row, n) -> new Authorisation(
                        row.getString("reference"),
                        row.getLong("amount_minor"),
                        row.getLong("captured_minor"),
                        row.getLong("voided_minor"),
                        row.getLong("refunded_minor")))
                .list();
    }

    List<Operation> operations(Collection<Long> keys) {
        return db.sql(OPERATIONS)
                .param("keys", longs(keys))
                .query((row, n) -> new Operation(
                        row.getLong("key"),
                        TransactionKind.valueOf(row.getString("kind")),
                        row.getBoolean("done"),
                        row.getString("refusal_code"),
                        row.getString("refusal"),
                        row.getInt("calls"),
                        row.getInt("looks"),
                        row.getInt("told_after")))
                .list();
    }

    void write(List<Carried> carried, Instant at) {
        if (carried.isEmpty()) {
            return;
        }
        db.sql(INSERT_OPERATIONS)
                .param("keys", longs(carried, c -> c.request().key()))
                .param("kinds", texts(carried, c -> c.request().kind().name()))
                .param("authorisations", texts(carried, Carried::authorisation))
                .param("amounts", longs(carried, c -> c.request().amountMinor()))
                .param("currencies", texts(carried, c -> c.request().currency()))
                .param("done", carried.stream().map(Carried::done).toArray(Boolean[]::new))
                .param(
                        "codes",
                        texts(
                                carried,
                                c -> c.refused() == null ? null : c.refused().code()))
                .param(
                        "refusals",
                        texts(
                                carried,
                                c -> c.refused() == null ? null : c.refused().reason()))
                .param(
                        "toldAfter",
                        carried.stream().mapToInt(Carried::toldAfter).toArray())
                .param("at", Db.timestamp(at))
                .update();
    }

    void called(Collection<Long> keys) {
        if (keys.isEmpty()) {
            return;
        }
        db.sql(CALLED).param("keys", longs(keys)).update();
    }

    void looked(Collection<Long> keys) {
        db.sql(LOOKED).param("keys", longs(keys)).update();
    }

    void update(Collection<Authorisation> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<Authorisation> rows = List.copyOf(changed);
        db.sql(UPDATE)
                .param("references", texts(rows, Authorisation::reference))
                .param("captured", longs(rows, Authorisation::captured))
                .param("voided", longs(rows, Authorisation::voided))
                .param("refunded", longs(rows, Authorisation::refunded))
                .update();
    }

    private static <T> long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
