package dev.orderwright.catalog;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ItemStore {

    private static final String SELECT = """
            select id, sku, description, kind, quantity_decimals, weight_grams, list_price, currency, tax_category,
                   barcode, active, version, pack_multiple, order_min, order_max
              from catalog.item
            """;

    static final Sql BY_SKU = Sql.of(SELECT + """
             where sku = any(:skus::text[])
            """);

    static final Sql LOCK = Sql.of(SELECT + """
             where sku = any(:skus::text[])
             order by sku
               for update
            """);

    static final Sql BY_ID = Sql.of(SELECT + """
             where id = any(:ids::bigint[])
            """);

    static final Sql BY_SCAN = Sql.of(SELECT + """
             where sku = :sku or barcode = :barcode
             order by sku = :sku desc
             limit 1
            """);

    static final Sql CODE_OWNERS = Sql.of("""
            select barcode as code, sku from catalog.item where barcode = any(:codes::text[])
            union all
            select sku as code, sku from catalog.item where sku = any(:codes::text[])
            """);

    static final Sql INSERT = Sql.of("""
            insert into catalog.item (id, sku, description, kind, quantity_decimals, weight_grams, list_price, currency,
                                      tax_category, barcode, pack_multiple, order_min, order_max)
            select * from unnest(:ids::bigint[], :skus::text[], :descriptions::text[], :kinds::text[], :decimals::int[],
                                 :weights::int[], :prices::numeric[], :currencies::text[], :taxes::text[],
                                 :barcodes::text[], :packs::numeric[], :mins::numeric[], :maxs::numeric[])
             order by 2
            """);

    static final Sql UPDATE = Sql.of("""
            update catalog.item i
               set description = d.description, weight_grams = d.weight_grams, list_price = d.list_price,
                   currency = d.currency, tax_category = d.tax_category, barcode = d.barcode,
                   pack_multiple = d.pack_multiple, order_min = d.order_min, order_max = d.order_max,
                   version = i.version + 1
              from unnest(:ids::bigint[], :skus::text[], :descriptions::text[], :kinds::text[], :decimals::int[],
                          :weights::int[], :prices::numeric[], :currencies::text[], :taxes::text[], :barcodes::text[],
                          :packs::numeric[], :mins::numeric[], :maxs::numeric[])
                   as d (id, sku, description, kind, quantity_decimals, weight_grams, list_price, currency,
                         tax_category, barcode, pack_multiple, order_min, order_max)
             where i.id = d.id
            """);

    static final Sql SET_ACTIVE = Sql.of("""
            update catalog.item set active = :active, version = version + 1
             where id = any(:ids::bigint[]) and active <> :active
            """);

    static final Sql SEARCH = Sql.of(SELECT + """
             where sku > :after and (sku like :prefix or search @@ :words::tsquery)
             order by sku
             limit :limit
            """);

    static final Sql LIST = Sql.of(SELECT + """
             where sku > :after
             order by sku
             limit :limit
            """);

    private final Db db;

    ItemStore(Db db) {
        this.db = db;
    }

    /** A draft together with the id of the item it makes or changes. */
    record Write(long id, ItemDraft draft) {}

    List<Item> bySku(Collection<Sku> skus) {
        return db.sql(BY_SKU).param("skus", codes(skus)).query(ItemStore::item).list();
    }

    /** Locks in the order of the SKUs. */
    List<Item> lock(Collection<Sku> skus) {
        return db.sql(LOCK).param("skus", codes(skus)).query(ItemStore::item).list();
    }

    List<Item> byId(Collection<Long> ids) {
        return db.sql(BY_ID)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query(ItemStore::item)
                .list();
    }

    Optional<Item> byScan(String sku, String barcode) {
        return db.sql(BY_SCAN)
                .param("sku", sku)
                .param("barcode", barcode)
                .query(ItemStore::item)
                .optional();
    }

    /** To which SKU each of the codes belongs, as SKU or as barcode. */
    Map<String, Sku> codeOwners(Collection<String> codes) {
        Map<String, Sku> owners = new HashMap<>();
        db.sql(CODE_OWNERS).param("codes", codes.toArray(String[]::new)).query(row -> {
            owners.put(row.getString("code"), new Sku(row.getString("sku")));
        });
        return owners;
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
                .param("skus", texts(writes, draft -> draft.sku().code()))
                .param("descriptions", texts(writes, ItemDraft::description))
                .param("kinds", texts(writes, draft -> draft.kind().name()))
                .param("decimals", ints(writes, ItemDraft::quantityDecimals))
                .param("weights", ints(writes, ItemDraft::weightGrams))
                .param("prices", texts(writes, draft -> draft.listPrice().toPlainString()))
                .param("currencies", texts(writes, ItemDraft::currency))
                .param("taxes", texts(writes, ItemDraft::taxCategory))
                .param("barcodes", texts(writes, ItemDraft::barcode))
                .param("packs", quantities(writes, SaleUnits::packMultiple))
                .param("mins", quantities(writes, SaleUnits::orderMin))
                .param("maxs", quantities(writes, SaleUnits::orderMax))
                .update();
    }

    void setActive(Collection<Long> ids, boolean active) {
        db.sql(SET_ACTIVE)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .param("active", active)
                .update();
    }

    /** Items whose SKU begins with the prefix or that have all the words, after a SKU. */
    List<Item> search(String prefix, String words, String after, int limit) {
        return db.sql(SEARCH)
                .param("prefix", prefix)
                .param("words", words)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(ItemStore::item)
                .list();
    }

    List<Item> list(String after, int limit) {
        return db.sql(LIST)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(ItemStore::item)
                .list();
    }

    private static String[] codes(Collection<Sku> skus) {
        return skus.stream().map(Sku::code).toArray(String[]::new);
    }

    private static @Nullable String[] texts(List<Write> writes, Function<ItemDraft, @Nullable String> part) {
        return writes.stream().map(write -> part.apply(write.draft())).toArray(String[]::new);
    }

    private static @Nullable String[] quantities(List<Write> writes, Function<SaleUnits, @Nullable BigDecimal> part) {
        return texts(writes, draft -> {
            BigDecimal quantity = part.apply(draft.units());
            return quantity == null ? null : quantity.toPlainString();
        });
    }

    private static int[] ints(List<Write> writes, Function<ItemDraft, Integer> part) {
        return writes.stream().mapToInt(write -> part.apply(write.draft())).toArray();
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                row.getLong("id"),
                new Sku(row.getString("sku")),
                row.getString("description"),
                ItemKind.valueOf(row.getString("kind")),
                row.getInt("quantity_decimals"),
                row.getInt("weight_grams"),
                row.getBigDecimal("list_price"),
                row.getString("currency"),
                row.getString("tax_category"),
                new SaleUnits(
                        row.getBigDecimal("pack_multiple"),
                        row.getBigDecimal("order_min"),
                        row.getBigDecimal("order_max")),
                row.getString("barcode"),
                row.getBoolean("active"),
                row.getInt("version"));
    }
}
