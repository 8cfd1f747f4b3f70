package dev.orderwright.customers;

import dev.orderwright.customers.CustomerRules.KnownCustomer;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class CustomerStore {

    private static final String SELECT = """
            select id, number, name, email, phone, country, tax_id, account, payment_terms_days, currency, priority,
                   active, version
              from customers.customer
            """;

    static final Sql LOCK = Sql.of("""
            select c.id, c.number, c.name, c.email, c.phone, c.country, c.tax_id, c.account, c.payment_terms_days,
                   c.currency, c.priority, c.active, c.version, k.limit_minor, k.exposure_minor
              from customers.customer c
              join customers.credit k on k.customer_id = c.id
             where c.number = any(:numbers::text[])
             order by c.id
               for update
            """);

    static final Sql BY_NUMBER = Sql.of(SELECT + """
             where number = any(:numbers::text[])
            """);

    static final Sql BY_ID = Sql.of(SELECT + """
             where id = any(:ids::bigint[])
            """);

    static final Sql INSERT = Sql.of("""
            insert into customers.customer (id, number, name, email, phone, country, tax_id, account,
                                            payment_terms_days, currency, priority)
            select * from unnest(:ids::bigint[], :numbers::text[], :names::text[], :emails::text[], :phones::text[],
                                 :countries::text[], :taxIds::text[], :accounts::boolean[], :terms::int[],
                                 :currencies::text[], :priorities::int[])
             order by 2
            """);

    static final Sql UPDATE = Sql.of("""
            update customers.customer c
               set name = d.name, email = d.email, phone = d.phone, country = d.country, tax_id = d.tax_id,
                   account = d.account, payment_terms_days = d.payment_terms_days, currency = d.currency,
                   priority = d.priority, version = c.version + 1
              from unnest(:ids::bigint[], :numbers::text[], :names::text[], :emails::text[], :phones::text[],
                          :countries::text[], :taxIds::text[], :accounts::boolean[], :terms::int[],
                          :currencies::text[], :priorities::int[])
                   as d (id, number, name, email, phone, country, tax_id, account, payment_terms_days, currency,
                         priority)
             where c.id = d.id
            """);

    static final Sql SEARCH = Sql.of(SELECT + """
             where number > :after and (number like :prefix or search @@ :words::tsquery)
             order by number
             limit :limit
            """);

    static final Sql NUMBERED = Sql.of(SELECT + """
             where id in ((select id from customers.customer
                            where number ~>=~ :from and number ~<~ :to
                            order by number using ~<~ limit :limit)
                          union all
                          (select id from customers.customer
                            where number ~>=~ :upperFrom and number ~<~ :upperTo
                            order by number using ~<~ limit :limit)
                          union all
                          (select id from customers.customer
                            where phone is not null
                              and reverse(regexp_replace(phone, '[^0-9]', '', 'g')) ~>=~ :phoneFrom
                              and reverse(regexp_replace(phone, '[^0-9]', '', 'g')) ~<~ :phoneTo
                            limit :limit))
            """);

    /**
     * Nobody knows beforehand how many have a word that begins so, and a guess that there are many would have the whole
     * table looked through for a few.
     */
    static final Sql BY_WORD_INDEX = Sql.of("""
            select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)
            """);

    static final Sql WORDED = Sql.of("""
            select id from customers.customer where search @@ :words::tsquery limit :limit
            """);

    static final Sql SEARCH_FEW = Sql.of(SELECT + """
             where number > :after and (number like :prefix or id = any(:ids::bigint[]))
             order by number
             limit :limit
            """);

    static final Sql LIST = Sql.of(SELECT + """
             where number > :after
             order by number
             limit :limit
            """);

    static final Sql SET_ACTIVE = Sql.of("""
            update customers.customer set active = :active, version = version + 1
             where id = any(:ids::bigint[]) and active <> :active
            """);

    /** Sorts after everything that somebody types. */
    private static final String LAST = "\uDBFF\uDFFF";

    private final Db db;

    CustomerStore(Db db) {
        this.db = db;
    }

    /** A draft together with the id of the customer it makes or changes. */
    record Write(long id, CustomerDraft draft) {}

    /** Locks customers and their credit, by ascending id as everywhere. */
    List<KnownCustomer> lock(Collection<String> numbers) {
        return db.sql(LOCK)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> new KnownCustomer(
                        customer(row, n),
                        new CreditState(
                                row.getLong("id"),
                                row.getString("currency"),
                                row.getLong("limit_minor"),
                                row.getLong("exposure_minor"))))
                .list();
    }

    List<Customer> byNumber(Collection<String> numbers) {
        return db.sql(BY_NUMBER)
                .param("numbers", numbers.toArray(String[]::new))
                .query(CustomerStore::customer)
                .list();
    }

    List<Customer> byId(Collection<Long> ids) {
        return db.sql(BY_ID)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(CustomerStore::customer)
                .list();
    }

    void insert(List<Write> writes) {
        write(INSERT, writes);
    }

    void update(List<Write> writes) {
        write(UPDATE, writes);
    }

    private void write(Sql sql, List<Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        db.sql(sql)
                .param("ids", writes.stream().mapToLong(Write::id).toArray())
                .param("numbers", texts(writes, CustomerDraft::number))
                .param("names", texts(writes, CustomerDraft::name))
                .param("emails", texts(writes, CustomerDraft::email))
                .param("phones", texts(writes, CustomerDraft::phone))
                .param("countries", texts(writes, CustomerDraft::country))
                .param("taxIds", texts(writes, CustomerDraft::taxId))
                .param(
                        "accounts",
                        writes.stream().map(write -> write.draft().account()).toArray(Boolean[]::new))
                .param(
                        "terms",
                        writes.stream()
                                .mapToInt(write -> write.draft().paymentTermsDays())
                                .toArray())
                .param("currencies", texts(writes, CustomerDraft::currency))
                .param(
                        "priorities",
                        writes.stream()
                                .mapToInt(write -> write.draft().priority())
                                .toArray())
                .update();
    }

    void setActive(Collection<Long> ids, boolean active) {
        db.sql(SET_ACTIVE)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .param("active", active)
                .update();
    }

    /** Customers whose number begins with the prefix or who have all the words, after a number. */
    List<Customer> search(String prefix, String words, String after, int limit) {
        return db.sql(SEARCH)
                .param("prefix", prefix)
                .param("words", words)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(CustomerStore::customer)
                .list();
    }

    /**
     * Some customers whose number begins with what was typed, or whose phone number ends with its digits.
     *
     * @param digits the last ones of a phone number, backwards; empty when none were typed
     */
    List<Customer> numbered(String typed, String digits, int limit) {
        String upper = typed.toUpperCase(Locale.ROOT);
        return db.sql(NUMBERED)
                .param("from", typed)
                .param("to", typed + LAST)
                .param("upperFrom", upper)
                .param("upperTo", upper + LAST)
                .param("phoneFrom", digits.isEmpty() ? LAST : digits)
                .param("phoneTo", digits + LAST)
                .param("limit", limit)
                .query(CustomerStore::customer)
                .list();
    }

    /** Ids of some customers who have all the words. */
    List<Long> worded(String words, int limit) {
        return db.inOwnTransaction(() -> {
            db.sql(BY_WORD_INDEX).query((row, n) -> "").list();
            return db.sql(WORDED)
                    .param("words", words)
                    .param("limit", limit)
                    .query((row, n) -> row.getLong("id"))
                    .list();
        });
    }

    /** Customers whose number begins with the prefix and these, after a number. */
    List<Customer> search(String prefix, Collection<Long> ids, String after, int limit) {
        return db.sql(SEARCH_FEW)
                .param("prefix", prefix)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(CustomerStore::customer)
                .list();
    }

    List<Customer> list(String after, int limit) {
        return db.sql(LIST)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(CustomerStore::customer)
                .list();
    }

    private static @Nullable String[] texts(List<Write> writes, Function<CustomerDraft, @Nullable String> part) {
        return writes.stream().map(write -> part.apply(write.draft())).toArray(String[]::new);
    }

    private static Customer customer(ResultSet row, int n) throws SQLException {
        return new Customer(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("country"),
                row.getString("tax_id"),
                row.getBoolean("account"),
                row.getInt("payment_terms_days"),
                row.getString("currency"),
                row.getInt("priority"),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
